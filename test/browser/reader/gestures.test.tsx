import i18next from 'i18next'
import { createRoot, type Root } from 'react-dom/client'
import { initReactI18next } from 'react-i18next'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { makeAnchor } from '#shared/text/anchor'
import { listenToKeys } from '../../../renderer/app/keys'
import { activeReader, feature as reader, readerStore } from '../../../renderer/features/reader'
import {
  addAnnotation,
  addCode,
  annotationsOf,
  listCodes,
  type Session,
  SessionProvider,
} from '../../../renderer/storage'
import { registerCommands } from '../../../renderer/workbench'
import '../../../renderer/ui/theme.css'
import { opened, TEXT } from '../../renderer/storage/fixture'
import { markedIn } from './marked'
import { painted, RESOURCES } from './surface'

const Reader = reader.views[0]?.component

let session: Session
let hash: string
let root: Root
const ended: (() => void)[] = []

beforeAll(() => i18next.use(initReactI18next).init({ lng: 'en', resources: RESOURCES, initAsync: false }))

beforeEach(async () => {
  ;({ session, hash } = await opened())
  await addCode(session, { name: '投资', key: 1 })
  await addCode(session, { name: '目标', key: 2 })
  document.documentElement.dataset.theme = 'light'
  ended.push(registerCommands(reader.commands))
  ended.push(listenToKeys(window))
  const frame = document.createElement('div')
  frame.style.cssText = 'display:grid;width:700px;height:500px'
  document.body.append(frame)
  ended.push(() => frame.remove())
  root = createRoot(frame)
  if (!Reader) throw new Error('the reader is missing')
  root.render(
    <SessionProvider session={session}>
      <Reader viewKey={hash} params={{}} visible />
    </SessionProvider>,
  )
  await until(() => expect(activeReader()?.codes).toHaveLength(2))
  await until(() => expect(activeReader()?.live.list).not.toBeNull())
  activeReader()?.view.focus()
})

afterEach(async () => {
  root.unmount()
  await painted()
  session.close()
  for (const end of ended.splice(0)) end()
  readerStore.setState({ popup: null, respanning: null, statement: null, lastCode: null, recent: [] })
})

const until = <T,>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 12_000, interval: 20 })
const press = (keys: string) => userEvent.keyboard(keys)

function view() {
  const found = activeReader()?.view
  if (!found) throw new Error('no reader is open')
  return found
}

const caretTo = (words: string) => view().dispatch({ selection: { anchor: TEXT.indexOf(words) } })
const selected = () => {
  const { from, to } = view().state.selection.main
  return TEXT.slice(from, to)
}

/** The middle of a character in the window. */
function placeOf(offset: number): { clientX: number; clientY: number } {
  const [left, right] = [view().coordsAtPos(offset, 1), view().coordsAtPos(offset + 1, -1)]
  if (!left || !right) throw new Error(`${offset} is not on screen`)
  return { clientX: (left.left + right.right) / 2, clientY: (left.top + left.bottom) / 2 }
}

const stored = async () => (await annotationsOf(session.db, hash)).map(({ anchor }) => anchor.quote)
const codes = async () => (await listCodes(session.db)).map(({ id }) => id)
const steps = async () => (await session.db.journalMirror.toArray()).length

async function annotate(quote: string, own: readonly string[]): Promise<void> {
  const start = TEXT.indexOf(quote)
  const anchor = makeAnchor(TEXT, start, start + quote.length)
  await addAnnotation(session, { source: hash, reading: `${hash}:1`, report: null, anchor, codes: [...own], memo: '' })
  await until(() => expect(activeReader()?.annotations.some((one) => one.anchor.quote === quote)).toBe(true))
}

describe('selecting by key', () => {
  it.each([
    ['w', ['投资', '投资增长']],
    ['d', ['固定资产投资增长10%以上', '固定资产投资增长10%以上，新增停车场5个']],
    ['s', ['固定资产投资增长10%以上，新增停车场5个。']],
    ['p', [TEXT]],
  ])('%s takes one more each time, and Shift+S takes it back', async (key, expected) => {
    caretTo('投资')
    for (const one of expected) {
      await press(key)
      expect(selected()).toBe(one)
    }
    for (const one of expected.slice(0, -1).toReversed()) {
      await press('{Shift>}s{/Shift}')
      expect(selected()).toBe(one)
    }
    await press('{Shift>}s{/Shift}')
    expect(selected()).toBe('')
    expect(view().state.selection.main.head).toBe(TEXT.indexOf('投资'))
  })

  it('moves the caret by words, and ends between any two characters', async () => {
    caretTo('投资')
    await press('{Control>}{ArrowRight}{/Control}')
    expect(view().state.selection.main.head).toBe(TEXT.indexOf('投资') + 2)
    await press('{Control>}{Shift>}{ArrowLeft}{/Shift}{/Control}')
    expect(selected()).toBe('投资')
    await press('{Shift>}{ArrowRight}{/Shift}')
    expect(selected()).toBe('资')
  })

  it('selects a word by a double click and a sentence by a third', () => {
    const at = placeOf(TEXT.indexOf('投资'))
    const click = (detail: number) => {
      const target = view().contentDOM
      const event = { ...at, detail, bubbles: true, cancelable: true, button: 0 }
      for (const type of ['mousedown', 'mouseup', 'click']) target.dispatchEvent(new MouseEvent(type, event))
    }
    click(1)
    click(2)
    expect(selected()).toBe('投资')
    click(3)
    expect(selected()).toBe('固定资产投资增长10%以上，新增停车场5个。')
  })
})

describe('a mark', () => {
  it('stands there as soon as the key is pressed, and goes when it cannot be saved', async () => {
    caretTo('停车场')
    await press('w')
    const put = vi.spyOn(session, 'write').mockRejectedValueOnce(new Error('disk gone'))
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true, cancelable: true }))
    expect(markedIn(view().dom).join('')).toBe(selectedQuote())
    await until(() => expect(markedIn(view().dom)).toEqual([]))
    put.mockRestore()
    expect(await stored()).toEqual([])
  })

  const selectedQuote = () => activeReader()?.annotations[0]?.anchor.quote
})

describe('the span of an annotation', () => {
  it('is adjusted by h, arrows at either end, and Enter, in one step', async () => {
    await annotate('资产', await codes())
    caretTo('资产')
    const before = await steps()
    await press('h')
    await press('{ArrowRight}{ArrowRight}h{ArrowLeft}{ArrowLeft}{Enter}')
    await until(async () => expect(await stored()).toEqual(['固定资产投资']))
    expect(await steps()).toBe(before + 1)
    await session.undo()
    await until(() => expect(activeReader()?.annotations[0]?.anchor.quote).toBe('资产'))
  })

  it('is left as it was by Escape', async () => {
    await annotate('资产', [])
    caretTo('资产')
    await press('h{ArrowRight}{Escape}')
    expect(readerStore.getState().respanning).toBeNull()
    expect(await stored()).toEqual(['资产'])
  })

  it('moves its end by Alt and Shift at once, and is one step when they are let go', async () => {
    await annotate('固定', [])
    caretTo('固定')
    const before = await steps()
    await press('{Alt>}{Shift>}{ArrowRight}{ArrowDown}')
    expect(activeReader()?.annotations[0]?.anchor.quote).toBe('固定资产')
    expect(await steps()).toBe(before)
    await press('{/Shift}{/Alt}')
    await until(async () => expect(await stored()).toEqual(['固定资产']))
    expect(await steps()).toBe(before + 1)
  })

  it('is dragged by the handles of its card, shown on the way, one step when let go', async () => {
    await annotate('固定资产', await codes())
    caretTo('资产')
    await press('{Enter}')
    await until(() => expect(view().dom.querySelectorAll('.db-handle')).toHaveLength(2))
    const handle = view().dom.querySelector('.db-handle-end')
    expect(handle?.getBoundingClientRect().width).toBeGreaterThanOrEqual(12)
    const before = await steps()
    const drag = (type: string, target: EventTarget, at: { clientX: number; clientY: number }) =>
      target.dispatchEvent(new MouseEvent(type, { ...at, bubbles: true, cancelable: true, button: 0 }))
    const to = placeOf(TEXT.indexOf('增长10'))
    drag('mousedown', handle as Element, placeOf(TEXT.indexOf('产投')))
    drag('mousemove', window, { ...to, clientX: to.clientX - 6 })
    expect(activeReader()?.annotations[0]?.anchor.quote).toMatch(/^固定资产投资/)
    expect(await stored()).toEqual(['固定资产'])
    drag('mouseup', window, to)
    await until(async () => expect((await stored())[0]).toMatch(/^固定资产投资/))
    expect(await steps()).toBe(before + 1)
  })
})

describe('coding', () => {
  it('merges what touches by =, and by its command in the whole text', async () => {
    const [one] = await codes()
    await annotate('固定', [one ?? ''])
    await annotate('资产', [one ?? ''])
    caretTo('固定')
    await press('=')
    await until(async () => expect(await stored()).toEqual(['固定资产']))
    await session.undo()
    await until(() => expect(activeReader()?.annotations).toHaveLength(2))
  })

  it('takes a code that is dragged onto the selection, and onto an annotation', async () => {
    const [one, two] = await codes()
    const drop = (code: string, offset: number) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.setData('application/x-duibiao-code', code)
      const at = placeOf(offset)
      const target = view().contentDOM
      const event = { ...at, dataTransfer, bubbles: true, cancelable: true }
      const over = new DragEvent('dragover', event)
      target.dispatchEvent(over)
      const landing = [...view().dom.querySelectorAll('.db-drop')].map((mark) => mark.textContent).join('')
      if (over.defaultPrevented) target.dispatchEvent(new DragEvent('drop', event))
      return landing
    }
    const start = TEXT.indexOf('固定资产')
    expect(drop(one ?? '', start)).toBe('')
    view().dispatch({ selection: { anchor: start, head: start + 4 } })
    expect(drop(one ?? '', start + 1)).toBe('固定资产')
    await until(async () => expect(await stored()).toEqual(['固定资产']))
    caretTo('停车场')
    expect(drop(two ?? '', start + 2)).toBe('固定资产')
    await until(() => expect(activeReader()?.annotations[0]?.codes).toEqual([one, two]))
    expect(view().dom.querySelector('.db-drop')).toBeNull()
  })

  it('offers the codes used last before all others', async () => {
    caretTo('停车场')
    await press('w2')
    caretTo('投资')
    await press('wc')
    await until(() =>
      expect([...document.querySelectorAll('.db-picker-row > span')].map((row) => row.textContent)).toEqual([
        '目标',
        '投资',
      ]),
    )
  })
})
