import { ConfigProvider } from 'antd'
import axe from 'axe-core'
import i18next from 'i18next'
import { createRoot, type Root } from 'react-dom/client'
import { initReactI18next } from 'react-i18next'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Channel } from '#shared/ipc/channels'
import { makeAnchor } from '#shared/text/anchor'
import { listenToKeys } from '../../../renderer/app/keys'
import { antdTheme } from '../../../renderer/app/theme'
import { feature as codebook } from '../../../renderer/features/codebook'
import { activeReader, feature as reader } from '../../../renderer/features/reader'
import {
  addAnnotations,
  addCode,
  annotationsOf,
  listCodes,
  type Session,
  SessionProvider,
} from '../../../renderer/storage'
import { attachHost, type Location, registerCommands } from '../../../renderer/workbench'
import '../../../renderer/ui/theme.css'
import '../../../renderer/ui/base.css'
import { opened, TEXT } from '../../renderer/storage/fixture'
import { painted, RESOURCES } from '../reader/surface'

const Reader = reader.views[0]?.component
const [Codebook, Counts] = codebook.views.map(({ component }) => component)

let session: Session
let hash: string
let report: string
let root: Root
let visited: Location[]
let asked: { channel: Channel; payload: unknown }[]
let file: { name: string; bytes: Uint8Array } | null
const ended: (() => void)[] = []

beforeAll(() => page.viewport(1280, 800))
beforeAll(() => i18next.use(initReactI18next).init({ lng: 'zh-CN', resources: RESOURCES, initAsync: false }))

beforeEach(async () => {
  ;({ session, hash, report } = await opened())
  document.documentElement.dataset.theme = 'light'
  localStorage.clear()
  visited = []
  asked = []
  file = null
  Object.defineProperty(window, 'duibiao', {
    configurable: true,
    value: {
      on: () => () => undefined,
      pathForFile: () => '',
      invoke: async (channel: Channel, payload: unknown) => {
        asked.push({ channel, payload })
        return { ok: true, value: channel === 'file:open' ? file : { saved: 'x.csv' } }
      },
    },
  })
  ended.push(registerCommands(codebook.commands), listenToKeys(window))
  ended.push(
    attachHost({ show: (location) => void visited.push(location), close: () => undefined, setTitle: () => undefined }),
  )
})

afterEach(async () => {
  root.unmount()
  await painted()
  session.close()
  for (const end of ended.splice(0)) end()
})

/** Makes codes as `name` or `parent/name`. */
async function codes(...paths: string[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const path of paths) {
    const [above, name = ''] = path.includes('/') ? path.split('/') : [null, path]
    const parent = above ? (ids.get(above) ?? null) : null
    ids.set(name, (await addCode(session, { name, parent, key: null })).id)
  }
  return ids
}

async function annotate(...given: (readonly [quote: string, codes: readonly string[]])[]): Promise<void> {
  await addAnnotations(
    session,
    { key: 'x', params: {} },
    given.map(([quote, ids]) => {
      const start = TEXT.indexOf(quote)
      const anchor = makeAnchor(TEXT, start, start + quote.length)
      return { source: hash, reading: `${hash}:1`, report, anchor, codes: [...ids], memo: '' }
    }),
  )
}

async function show(view = Codebook, params = {}): Promise<void> {
  if (!view) throw new Error('the view is missing')
  const View = view
  const frame = document.createElement('div')
  frame.style.cssText = 'width:340px;height:760px'
  if (View === Counts) frame.style.width = '800px'
  document.body.append(frame)
  ended.push(() => frame.remove())
  root = createRoot(frame)
  root.render(
    <SessionProvider session={session}>
      <ConfigProvider theme={antdTheme(document.documentElement.dataset.theme === 'dark', true)}>
        <View viewKey="" params={params} visible />
      </ConfigProvider>
    </SessionProvider>,
  )
}

const until = <T,>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 12_000, interval: 20 })
const press = (keys: string) => userEvent.keyboard(keys)
const text = (selector: string) => [...document.querySelectorAll(selector)].map((one) => one.textContent)
const lines = () => text('.db-code-name')
const marked = () => text('.db-code-line[aria-selected=true] .db-code-name')
const line = (name: string) => {
  const found = [...document.querySelectorAll<HTMLElement>('.db-code-line')].find((one) =>
    one.textContent?.includes(name),
  )
  if (!found) throw new Error(`no line ${name}`)
  return found
}
const focusTree = () => document.querySelector<HTMLElement>('[role=tree]')?.focus()
const click = (found: Element | null | undefined) => {
  if (!found) throw new Error('nothing to click')
  return userEvent.click(found as HTMLElement)
}
const choice = (label: RegExp) =>
  [...document.querySelectorAll('label')].find((one) => label.test(one.textContent ?? ''))
const ok = () => document.querySelector('.ant-modal-footer .ant-btn:last-child')

/** The tree as it is stored: a dash for each level. */
async function tree(): Promise<string[]> {
  const all = await listCodes(session.db)
  const below = (parent: string | null, depth: number): string[] =>
    all
      .filter((one) => one.parent === parent)
      .flatMap((one) => ['-'.repeat(depth) + one.name, ...below(one.id, depth + 1)])
  return below(null, 0)
}

async function coded(): Promise<string[]> {
  const names = new Map((await listCodes(session.db)).map(({ id, name }) => [id, name]))
  return (await annotationsOf(session.db, hash)).map(({ codes: ids }) => ids.map((id) => names.get(id)).join('+'))
}

/** Shows the tree and makes its first line the current one. */
async function started(count: number): Promise<void> {
  await show()
  await until(() => expect(lines()).toHaveLength(count))
  focusTree()
  await press('{Home}')
}

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
    root.unmount()
    await painted()
    await show()
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

describe('tables of codes', () => {
  it('are looked at before they come in, as one step', async () => {
    await codes('甲')
    await started(1)
    file = { name: '编码.csv', bytes: new TextEncoder().encode('路径,定义\n甲,新的定义\n甲 > 乙,\n,无名') }
    const { run } = codebook.commands.find(({ id }) => id === 'codebook.import') ?? {}
    await run?.()
    await until(() => expect(text('.ant-modal [role=status]')).toEqual(['新建 1 · 修改 1 · 相同 0 · 有误 1']))
    expect(text('.ant-modal li').map((one) => one?.replace(/^\d/, ''))).toEqual([
      '修改甲定义',
      '新建甲 › 乙',
      '有误没有编码名称',
    ])
    const steps = await session.db.journalMirror.count()
    await click(ok())
    await until(async () => expect(await tree()).toEqual(['甲', '-乙']))
    expect(await session.db.journalMirror.count()).toBe(steps + 1)
  })

  it('go out as the codebook is', async () => {
    await codes('甲', '甲/乙')
    await started(2)
    const { run } = codebook.commands.find(({ id }) => id === 'codebook.export') ?? {}
    await run?.()
    const [{ payload } = { payload: null }] = asked
    const { bytes } = payload as { bytes: Uint8Array }
    expect(new TextDecoder().decode(bytes).split('\r\n')[2]).toMatch(/^甲 > 乙,乙,甲,#/)
  })
})

describe('counts', () => {
  it('stand by place and year, and lead to the passages', async () => {
    const ids = await codes('甲', '甲/乙')
    await annotate(['160亿元', [ids.get('甲') ?? '']], ['8%', [ids.get('乙') ?? '']])
    await show(Counts, { code: ids.get('甲') })
    await until(() => expect(text('tbody tr')).toEqual(['瀍河回族区22']))
    expect(text('thead th')).toEqual(['标注数', '2024', '合计'])
    await click(choice(/含下级编码/)?.querySelector('input'))
    await until(() => expect(text('tbody tr')).toEqual(['瀍河回族区11']))
    document.querySelector<HTMLElement>('td button')?.focus()
    await press('{ArrowRight}')
    await until(() => expect(document.activeElement?.getAttribute('data-cell')).toBe('0:1'))
    await press('{ArrowLeft}')
    await until(() => expect(document.activeElement?.getAttribute('data-cell')).toBe('0:0'))
    await press('{Enter}')
    expect(visited.at(-1)).toMatchObject({
      type: 'quotes',
      params: { code: ids.get('甲'), place: '410304', year: 2024 },
    })
  })

  it('of all codes follow every change', async () => {
    const ids = await codes('甲', '乙')
    await annotate(['160亿元', [ids.get('甲') ?? '']])
    await show(Counts)
    await until(() => expect(text('tbody tr')).toEqual(['甲11']))
    await annotate(['8%', [ids.get('乙') ?? '']])
    await until(() => expect(text('tbody tr')).toEqual(['甲11', '乙11']))
    await session.undo()
    await until(() => expect(text('tbody tr')).toEqual(['甲11']))
  })
})

describe('beside the reader', () => {
  it('takes the selected passage as the example of a code, with where it stands', async () => {
    await codes('甲')
    if (!Codebook || !Reader) throw new Error('a view is missing')
    const frame = document.createElement('div')
    frame.style.cssText = 'display:grid;grid-template-columns:300px 600px;height:700px'
    document.body.append(frame)
    ended.push(() => frame.remove())
    root = createRoot(frame)
    root.render(
      <SessionProvider session={session}>
        <Codebook viewKey="" params={{}} visible />
        <Reader viewKey={hash} params={{}} visible />
      </SessionProvider>,
    )
    await until(() => expect(lines()).toEqual(['甲']))
    await until(() => expect(activeReader()).not.toBeNull())
    await click(line('甲'))
    await until(() => expect(document.querySelector('.db-code-details')).not.toBeNull())
    const start = TEXT.indexOf('固定资产投资')
    activeReader()?.view.focus()
    activeReader()?.view.dispatch({ selection: { anchor: start, head: start + 6 } })
    await press('{Control>}{Alt>}u{/Alt}{/Control}')
    await until(async () =>
      expect((await listCodes(session.db))[0]?.example).toMatch(/^「固定资产投资」（瀍河回族区 2024年政府工作报告/),
    )
    expect(await annotationsOf(session.db, hash)).toEqual([])
  })
})

describe('its looks', () => {
  const faults = async () => {
    const { violations } = await axe.run(document.body, {
      runOnly: ['wcag2a', 'wcag2aa'],
      rules: { 'html-has-lang': { enabled: false }, 'document-title': { enabled: false } },
    })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message}`)}`)
  }

  it.each(['light', 'dark'])('have no faults that axe finds, in %s', async (theme) => {
    document.documentElement.dataset.theme = theme
    document.body.style.background = 'var(--db-surface)'
    const ids = await codes('甲', '甲/乙', '丙')
    await annotate(['160亿元', [ids.get('甲') ?? '']])
    await started(3)
    await until(() => expect(document.querySelector('.db-code-details textarea')).not.toBeNull())
    expect(await faults()).toEqual([])
    root.unmount()
    await painted()
    await show(Counts)
    await until(() => expect(text('tbody tr')).toHaveLength(1))
    expect(await faults()).toEqual([])
  })
})
