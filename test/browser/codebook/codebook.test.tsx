import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { painted } from '../reader/surface'
import {
  annotate,
  choice,
  click,
  coded,
  codes,
  focusTree,
  leave,
  line,
  lines,
  marked,
  ok,
  press,
  session,
  show,
  started,
  text,
  tree,
  until,
} from './stage'

describe('the tree by keys', () => {
  it('moves a code down, in and out, and keeps the keys where they are', async () => {
    await codes('甲', '乙', '丙')
    await started(3)
    await press('{Alt>}{ArrowDown}{/Alt}')
    await until(() => expect(lines()).toEqual(['乙', '甲', '丙']))
    await press('{Alt>}{ArrowRight}{/Alt}')
    await until(async () => expect(await tree()).toEqual(['乙', '-甲', '丙']))
    await until(() => expect(lines()).toEqual(['乙', '甲', '丙']))
    await press('{Alt>}{ArrowLeft}{/Alt}')
    await until(async () => expect(await tree()).toEqual(['乙', '甲', '丙']))
    await until(() => expect(line('甲').getAttribute('aria-level')).toBe('1'))
    await press('{Alt>}{ArrowUp}{/Alt}')
    await until(async () => expect(await tree()).toEqual(['甲', '乙', '丙']))
    expect(document.activeElement?.getAttribute('role')).toBe('tree')
    await session.undo()
    expect(await tree()).toEqual(['乙', '甲', '丙'])
  })

  it('makes codes beside and below, renames, and tells of a name that is there', async () => {
    await codes('甲')
    await started(1)
    await press('{Shift>}{Insert}{/Shift}')
    await until(() => expect(document.activeElement?.className).toBe('db-code-input'))
    await press('下级{Enter}')
    await until(async () => expect(await tree()).toEqual(['甲', '-下级']))
    await until(() => expect(marked()).toEqual(['下级']))
    focusTree()
    await press('{F2}')
    await until(() => expect(document.activeElement?.className).toBe('db-code-input'))
    await press('改名{Enter}')
    await until(async () => expect(await tree()).toEqual(['甲', '-改名']))
  })

  it('goes to what is typed, and filters', async () => {
    await codes('alpha', 'beta', 'bravo', '目标')
    await started(4)
    await press('b')
    await until(() => expect(marked()).toEqual(['beta']))
    await press('b')
    await until(() => expect(marked()).toEqual(['bravo']))
    await press('{Control>}f{/Control}')
    await until(() => expect(document.activeElement?.tagName).toBe('INPUT'))
    await press('目')
    await until(() => expect(lines()).toEqual(['目标']))
    await press('{Escape}')
    await until(() => expect(lines()).toHaveLength(4))
    expect(document.activeElement?.getAttribute('role')).toBe('tree')
  })

  it('folds, and remembers it', async () => {
    await codes('甲', '甲/乙', '丙')
    await started(3)
    await press('{ArrowLeft}')
    await until(() => expect(lines()).toEqual(['甲', '丙']))
    await leave()
    show()
    await until(() => expect(lines()).toEqual(['甲', '丙']))
    focusTree()
    await press('{Control>}{ArrowRight}{/Control}')
    await until(() => expect(lines()).toEqual(['甲', '乙', '丙']))
  })

  it('opens the menu of a code, and does what is chosen', async () => {
    await codes('甲', '乙')
    await started(2)
    await press('{Shift>}{F10}{/Shift}')
    await until(() => expect(text('[role=menuitem]').join()).toContain('编码下移'))
    const item = [...document.querySelectorAll('[role=menuitem]')].find((one) => one.textContent?.includes('编码下移'))
    await click(item)
    await until(async () => expect(await tree()).toEqual(['乙', '甲']))
    expect(document.querySelector('[role=menuitem]')).toBeNull()
  })
})

describe('several codes at once', () => {
  it('marks by Shift, and merges into one of them', async () => {
    const ids = await codes('甲', '乙', '丙')
    const id = (name: string) => ids.get(name) ?? ''
    await annotate(['160亿元', [id('甲'), id('乙')]], ['8%', [id('乙')]])
    await started(3)
    await press('{Shift>}{ArrowDown}{/Shift}')
    await until(() => expect(marked()).toEqual(['甲', '乙']))
    await press('{Alt>}m{/Alt}')
    await until(() => expect(text('.ant-modal-title')).toEqual(['并入另一个编码']))
    await until(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('并入的编码'))
    await click(ok())
    await until(async () => expect(await coded()).toEqual(['甲', '甲']))
    expect(await tree()).toEqual(['甲', '丙'])
    await session.undo()
    expect(await coded()).toEqual(['甲+乙', '乙'])
  })
})

describe('codes that are in use', () => {
  async function inUse() {
    const ids = await codes('甲', '甲/下', '乙')
    await annotate(['160亿元', [ids.get('甲') ?? '']], ['8%', [ids.get('甲') ?? '', ids.get('乙') ?? '']])
    await started(3)
    await until(() => expect(line('甲').textContent).toContain('2'))
  }

  it('are deleted as it is chosen, in one step', async () => {
    await inUse()
    await press('{Delete}')
    await until(() => expect(document.querySelector('.ant-modal-title')?.textContent).toContain('甲'))
    await until(() => expect(document.querySelector('.ant-modal [role=status]')?.textContent).toContain('2'))
    await click(choice(/删除没有其他编码/))
    await click(choice(/一并删除/))
    await click(ok())
    await until(async () => expect(await coded()).toEqual(['乙']))
    expect(await tree()).toEqual(['乙'])
    await session.undo()
    expect(await coded()).toEqual(['甲', '甲+乙'])
    expect(await tree()).toEqual(['甲', '-下', '乙'])
  })

  it('are split by what is ticked', async () => {
    await inUse()
    await press('{Alt>}s{/Alt}')
    await until(() => expect(document.querySelectorAll('.ant-modal input[type=checkbox]').length).toBe(5))
    await until(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('新编码的名称'))
    await press('增速')
    await userEvent.fill(document.querySelector('[aria-label="原文或备忘中的词"]') as HTMLElement, '%')
    await until(() => expect(choice(/全选所列 1 处/)).toBeDefined())
    await click(choice(/全选所列 1 处/)?.querySelector('input'))
    await click(ok())
    await until(async () => expect(await coded()).toEqual(['甲', '增速+乙']))
    expect(await tree()).toEqual(['甲', '-下', '-增速', '乙'])
  })
})

describe('dragging', () => {
  const dragTo = async (from: string, to: string, share: number) => {
    await painted()
    const dataTransfer = new DataTransfer()
    const { left, top, height } = line(to).getBoundingClientRect()
    const at = { bubbles: true, cancelable: true, dataTransfer, clientX: left + 40, clientY: top + height * share }
    line(from).dispatchEvent(new DragEvent('dragstart', at))
    const over = new DragEvent('dragover', at)
    line(to).dispatchEvent(over)
    await painted()
    const shown = line(to).dataset.drop
    if (over.defaultPrevented) line(to).dispatchEvent(new DragEvent('drop', at))
    line(from).dispatchEvent(new DragEvent('dragend', at))
    return shown
  }

  it('shows where a code goes, and puts it there', async () => {
    await codes('甲', '乙', '丙')
    await started(3)
    expect(await dragTo('丙', '甲', 0.1)).toBe('before')
    await until(async () => expect(await tree()).toEqual(['丙', '甲', '乙']))
    await until(() => expect(lines()).toEqual(['丙', '甲', '乙']))
    expect(await dragTo('丙', '甲', 0.9)).toBe('after')
    await until(async () => expect(await tree()).toEqual(['甲', '丙', '乙']))
    await until(() => expect(lines()).toEqual(['甲', '丙', '乙']))
    expect(await dragTo('乙', '甲', 0.5)).toBe('into')
    await until(async () => expect(await tree()).toEqual(['甲', '-乙', '丙']))
    await until(() => expect(line('乙').getAttribute('aria-level')).toBe('2'))
    expect(await dragTo('甲', '乙', 0.5)).toBeUndefined()
    expect(await tree()).toEqual(['甲', '-乙', '丙'])
  })
})
