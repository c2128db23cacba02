// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { formatLink } from '#shared/coding/links'
import { makeAnchor } from '#shared/text/anchor'
import { listenToKeys } from '../../../../renderer/app/keys'
import { feature } from '../../../../renderer/features/memos'
import { MemosView } from '../../../../renderer/features/memos/memos-view'
import {
  addAnnotation,
  addCode,
  removeCode,
  type Session,
  SessionProvider,
  saveMemo,
} from '../../../../renderer/storage'
import { attachHost, type Location, registerCommands, type ViewParams } from '../../../../renderer/workbench'
import { acting, click, draw, press, until } from '../../app/harness'
import { opened, TEXT } from '../../storage/fixture'

let session: Session
let hash: string
let report: string
let shown: Location[]
let ends: (() => unknown)[]

beforeEach(async () => {
  ;({ session, hash, report } = await opened())
  shown = []
  localStorage.clear()
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1200)
  const host = { show: (location: Location) => void shown.push(location), close: vi.fn(), setTitle: vi.fn() }
  ends = [attachHost(host), listenToKeys(window), registerCommands(feature.commands)]
})
afterEach(async () => {
  for (const end of ends) await end()
  session.close()
  vi.restoreAllMocks()
})

async function drawMemos(params: ViewParams = {}): Promise<void> {
  const drawn = await draw(
    <SessionProvider session={session}>
      <MemosView viewKey="" params={params} visible />
    </SessionProvider>,
  )
  ends.unshift(drawn.remove)
}
const one = <T extends Element = HTMLElement>(selector: string): T => {
  const found = document.querySelector<T>(selector)
  if (!found) throw new Error(`no ${selector}`)
  return found
}
const options = () => [...document.querySelectorAll('[role=option]')].map((row) => row.textContent)
async function write(value: string): Promise<void> {
  const field = one<HTMLTextAreaElement>('textarea')
  await acting(() => {
    field.focus()
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, value)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}
const mark = (quote: string, memo: string) => {
  const start = TEXT.indexOf(quote)
  const anchor = makeAnchor(TEXT, start, start + quote.length)
  return addAnnotation(session, { source: hash, reading: `${hash}:1`, report, anchor, codes: [], memo })
}

it('says what memos are while there is none, and writes one of the project in one step', async () => {
  await drawMemos({ subject: 'project' })
  await until(() => expect(document.body.textContent).toContain('还没有备忘'))
  await until(() => expect(document.querySelector('textarea')).not.toBeNull())
  const before = await session.db.journalMirror.count()
  await write('三年')
  await write('三年口径不同')
  expect(await session.db.memos.count()).toBe(0)
  await press(one('textarea'), 'Enter', { ctrlKey: true })
  await until(async () => expect(await session.db.memos.toArray()).toMatchObject([{ text: '三年口径不同' }]))
  expect(await session.db.journalMirror.count()).toBe(before + 1)
  // The draft goes when the journal has the memo, a moment after the database.
  await until(() => expect(localStorage.length).toBe(0))
  await until(() => expect(options()).toHaveLength(1))
  await acting(() => session.undo())
  await until(() => expect(options()).toHaveLength(0))
})

it('lists all kinds, filters by words, and opens what a memo is about', async () => {
  const code = await addCode(session, { name: '目标' })
  await mark('160亿元', '总量')
  await saveMemo(session, { type: 'code', id: code.id }, '定义待定')
  await drawMemos()
  await until(() => expect(options()).toHaveLength(2))
  await press(one('[role=listbox]'), 'ArrowDown')
  await until(() =>
    expect(document.querySelector('[role=option][aria-selected=true]')?.textContent).toContain('160亿元'),
  )
  await until(() => expect(one('h2').textContent).toBe('「160亿元」'))
  await press(one('[role=listbox]'), 'Enter')
  const start = TEXT.indexOf('160亿元')
  await until(() => expect(shown).toMatchObject([{ type: 'reader', key: hash, params: { start, end: start + 5 } }]))
})

it('shows links as buttons, a broken one as its label, and who links here', async () => {
  const code = await addCode(session, { name: '目标' })
  const gone = await addCode(session, { name: '旧编码' })
  const links = [code, gone].map(({ id, name }) => formatLink({ type: 'code', id }, name)).join('和')
  await saveMemo(session, { type: 'project', id: session.project.id }, `见 ${links}`)
  await removeCode(session, gone.id)
  await saveMemo(session, { type: 'code', id: code.id }, '定义待定')
  await drawMemos({ subject: 'project' })
  await until(() => expect(document.body.textContent).toContain('旧编码 （已删除）'))
  const link = [...document.querySelectorAll('button')].find((button) => button.textContent === '目标')
  await click(link)
  expect(shown).toMatchObject([{ type: 'codebook', params: { code: code.id } }])
  await press(one('[role=listbox]'), 'Home')
  await until(() => expect(document.body.textContent).toContain('链接到这里的备忘 1'))
})

it('offers links after [[ and puts the chosen one in', async () => {
  const { id } = await addCode(session, { name: '目标' })
  await drawMemos({ subject: 'project' })
  await until(() => expect(document.querySelector('textarea')).not.toBeNull())
  await write('见 [[目')
  await until(() =>
    expect(document.querySelector('[aria-label="链接到"] [role=option]')?.textContent).toContain('目标'),
  )
  await press(one('textarea'), 'Enter')
  await until(() =>
    expect(one<HTMLTextAreaElement>('textarea').value).toBe(`见 ${formatLink({ type: 'code', id }, '目标')}`),
  )
  expect(document.querySelector('[aria-label="链接到"]')).toBeNull()
})

it('saves what is typed when the view goes, and a draft that a window left', async () => {
  await drawMemos({ subject: 'project' })
  await until(() => expect(document.querySelector('textarea')).not.toBeNull())
  await write('半句')
  await ends.shift()?.()
  await until(async () => expect(await session.db.memos.toArray()).toMatchObject([{ text: '半句' }]))
  const draft = { text: '上次写到一半', before: '', at: Date.now() - 120_000 }
  localStorage.setItem(`duibiao.memoDraft.${session.project.id}.report:${report}`, JSON.stringify(draft))
  const Keeper = feature.overlays?.[0]
  if (!Keeper) throw new Error('no keeper')
  const drawn = await draw(
    <SessionProvider session={session}>
      <Keeper />
    </SessionProvider>,
  )
  ends.unshift(drawn.remove)
  await until(async () => expect(await session.db.memos.count()).toBe(2))
  await until(() => expect(localStorage.length).toBe(0))
})
