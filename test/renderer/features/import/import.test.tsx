// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ImportLine, ImportProgress } from '#shared/ipc/imports'
import { message, newId } from '#shared/model/identity'
import { NoticeList } from '../../../../renderer/app/notices/notice-list'
import { feature } from '../../../../renderer/features/import'
import { ResultView } from '../../../../renderer/features/import/result-view'
import { runStore } from '../../../../renderer/features/import/runs'
import { ImportStatus } from '../../../../renderer/features/import/status'
import { type Session, SessionProvider } from '../../../../renderer/storage'
import { attachHost, type Location, registerCommands, runCommand } from '../../../../renderer/workbench'
import { acting, click, draw, type FakeMain, fakeMain, until } from '../../app/harness'
import { importFile, MemoryJournal, newProject, open } from '../../storage/fixture'

let session: Session
let journal: MemoryJournal
let main: FakeMain
let shown: Location[]
let ends: (() => unknown)[]
const RUN = newId()

const progress = (rest: Partial<ImportProgress> = {}): ImportProgress => ({
  run: RUN,
  mode: 'import',
  state: 'running',
  total: 2,
  done: 0,
  imported: 0,
  duplicates: 0,
  failed: 0,
  bytes: 0,
  bytesTotal: 0,
  rate: 0,
  secondsLeft: null,
  current: '',
  part: null,
  resumed: false,
  lines: [],
  ...rest,
})
const failed: ImportLine = {
  name: '坏的.txt',
  hash: null,
  outcome: { status: 'failed', reason: message('errors.file.empty') },
}
const duplicate: ImportLine = { name: '又一份.txt', hash: null, outcome: { status: 'duplicate', of: '原来的.txt' } }

beforeEach(async () => {
  runStore.setState({ runs: [] })
  journal = new MemoryJournal()
  ;({ session } = await open(newProject(), journal))
  main = fakeMain({ 'import:paths': () => ({ ok: true, value: { run: RUN } }) })
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(900)
  shown = []
  const host = { show: (location: Location) => void shown.push(location), close: vi.fn(), setTitle: vi.fn() }
  const overlays = (feature.overlays ?? []).map((Overlay) => <Overlay key={Overlay.name} />)
  const drawn = await draw(
    <SessionProvider session={session}>
      {overlays}
      <ImportStatus />
      <ResultView />
      <NoticeList />
    </SessionProvider>,
  )
  ends = [drawn.remove, attachHost(host), registerCommands(feature.commands)]
})
afterEach(async () => {
  for (const end of ends) await end()
  session.close()
  vi.restoreAllMocks()
})

const emit = (payload: ImportProgress) => acting(() => main.emit('import:progress', payload))
const text = () => document.body.textContent ?? ''
const results = () => shown.filter(({ type }) => type === 'importResult').length

function drag(type: string, files: File[], types = ['Files']): DragEvent {
  const event = new Event(type, { bubbles: true, cancelable: true })
  Object.assign(event, { dataTransfer: { types, files }, relatedTarget: null })
  return event as DragEvent
}

it('sends the paths of what is dropped anywhere, and says so while it is above the window', async () => {
  const files = [new File([''], '西工.txt'), new File([''], '')]
  await acting(() => document.body.dispatchEvent(drag('dragenter', files)))
  expect(text()).toContain('松开即导入')
  await acting(() => document.body.dispatchEvent(drag('drop', files)))
  expect(text()).not.toContain('松开即导入')
  expect(main.askedOn('import:paths')).toEqual([{ paths: ['/files/西工.txt'] }])
})

it('takes no dragged tab for a file, and sends nothing that is not on disk', async () => {
  const over = drag('dragover', [], ['text/plain'])
  await acting(() => document.body.dispatchEvent(over))
  expect(over.defaultPrevented).toBe(false)
  await acting(() => document.body.dispatchEvent(drag('drop', [new File([''], '')])))
  expect(main.askedOn('import:paths')).toEqual([])
})

it('shows how far it is, and cancels', async () => {
  await emit(progress({ done: 1, current: '西工.txt' }))
  expect(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('50')
  expect(text()).toContain('西工.txt')
  await click(document.querySelector('button[aria-label="停止导入"]'))
  expect(main.askedOn('import:cancel')).toEqual([{ run: RUN }])
  expect(runCommand('import.cancel')).toBe(true)
  await emit(progress({ state: 'cancelled', done: 1 }))
  expect(runCommand('import.cancel')).toBe(false)
})

it('opens the result by itself when a file failed, and can show the failed alone', async () => {
  for (const n of [1, 2]) await importFile(session.db, journal, n)
  await emit(progress({ state: 'finished', done: 2, duplicates: 1, failed: 1, lines: [duplicate, failed] }))
  await until(() => expect(results()).toBe(1))
  expect(document.querySelectorAll('[role=row][data-index]')).toHaveLength(2)
  expect(text()).toContain('与已导入的“原来的.txt”内容相同')
  await click(
    [...document.querySelectorAll('label')].find((label) => label.textContent === '失败')?.querySelector('input'),
  )
  expect([...document.querySelectorAll('[role=row][data-index]')].map((line) => line.textContent)).toEqual([
    expect.stringContaining('坏的.txt'),
  ])
})

it('opens the result of a failed import also when the database answers no more', async () => {
  session.db.close()
  await emit(progress({ state: 'finished', done: 2, imported: 1, failed: 1, lines: [failed] }))
  await until(() => expect(results()).toBe(1))
})

it('opens the result of the first import, of a later one without failures it only tells', async () => {
  await importFile(session.db, journal, 1)
  await emit(progress({ state: 'finished', done: 1, imported: 1 }))
  await until(() => expect(results()).toBe(1))
  await importFile(session.db, journal, 2)
  await emit(progress({ run: newId(), state: 'finished', done: 1, imported: 1 }))
  await until(() => expect(text()).toContain('导入完成：新增 1 个文件'))
  expect(results()).toBe(1)
})

it.each([
  [{ imported: 0, duplicates: 5, failed: 0 }, '没有新文件，5 个重复'],
  [{ imported: 2, duplicates: 3, failed: 0 }, '已导入 2 个文件，3 个重复'],
  [{ imported: 2, duplicates: 0, failed: 0 }, '已导入 2 个文件'],
  [{ imported: 0, duplicates: 1, failed: 1 }, '已导入 0 个，重复 1 个，失败 1 个'],
  [{ imported: 1, duplicates: 0, failed: 1 }, '已导入 1 个，失败 1 个'],
])('says how an import of %j ended, as it is', async (counts, said) => {
  for (const n of [1, 2, 3]) await importFile(session.db, journal, n)
  await emit(progress({ state: 'finished', ...counts }))
  await until(() => expect(text()).toContain(said))
})

it('draws a line of the result once, not again for each that is drawn after it', async () => {
  const drawn: number[] = []
  const lines = Array.from({ length: 30 }, (_, n) => ({
    ...duplicate,
    get name() {
      drawn.push(n)
      return `${n}.txt`
    },
  }))
  await acting(async () => runStore.setState({ runs: [{ ...progress({ state: 'finished' }), lines }] }))
  const rows = () => document.querySelectorAll('[role=row][data-index]').length
  await until(() => expect(rows()).toBeGreaterThan(8))
  expect(drawn).toEqual([...new Set(drawn)])
})

it('knows of an import that was under way when the window opened', async () => {
  for (const end of ends.splice(0)) await end()
  main.answers['import:status'] = () => ({ ok: true, value: progress({ done: 1, lines: [failed] }) })
  const overlays = (feature.overlays ?? []).map((Overlay) => <Overlay key={Overlay.name} />)
  const drawn = await draw(
    <SessionProvider session={session}>
      {overlays}
      <ImportStatus />
    </SessionProvider>,
  )
  ends = [drawn.remove]
  await until(() => expect(text()).toContain('正在导入 1 / 2'))
})

it('pauses and goes on', async () => {
  await emit(progress({ rate: 12, secondsLeft: 30, part: { done: 3, total: 500 } }))
  expect(text()).toContain('每秒 12 个 · 约剩 30 秒')
  expect(text()).toContain('第 3 / 500 页')
  await click(document.querySelector('button[aria-label="暂停或继续导入"]'))
  await emit(progress({ state: 'paused' }))
  expect(text()).toContain('已暂停 0 / 2')
  await click(document.querySelector('button[aria-label="继续导入"]'))
  expect(main.askedOn('import:pause')).toEqual([
    { run: RUN, paused: true },
    { run: RUN, paused: false },
  ])
})
