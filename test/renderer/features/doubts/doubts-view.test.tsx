// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Report } from '#shared/model/report'
import { listenToKeys } from '../../../../renderer/app/keys'
import { DoubtsView } from '../../../../renderer/features/doubts/doubts-view'
import { doubtsState } from '../../../../renderer/features/doubts/state'
import { DoubtsStatus } from '../../../../renderer/features/doubts/status'
import { feature as library } from '../../../../renderer/features/library'
import { CountStatus } from '../../../../renderer/features/library/status'
import { libraryKeeperOf, type Session, SessionProvider } from '../../../../renderer/storage'
import { attachHost, type Location } from '../../../../renderer/workbench'
import { acting, click, draw, press, type as typeInto, until } from '../../app/harness'
import { analysed, hashOf, importFile, MemoryJournal, newProject, open } from '../../storage/fixture'

let session: Session
let journal: MemoryJournal
let shown: Location[]
let ends: (() => unknown)[]

beforeEach(async () => {
  journal = new MemoryJournal()
  ;({ session } = await open(newProject(), journal))
  shown = []
  doubtsState.setState({ selected: null, marked: new Set(), anchor: null })
  // jsdom lays nothing out: the list takes itself for 400 pixels high.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1200)
  const host = { show: (location: Location) => void shown.push(location), close: vi.fn(), setTitle: vi.fn() }
  ends = [attachHost(host), listenToKeys(window)]
})
afterEach(async () => {
  for (const end of ends) await end()
  session.close()
  vi.restoreAllMocks()
})

/** Imports the n-th file with its report as told; the lower the confidence, the further up it is listed. */
async function importReport(n: number, fields: Partial<Report>): Promise<void> {
  const made = analysed(n)
  const reports = made.reports.map((one) => ({ ...one, report: { ...one.report, confidence: n / 100, ...fields } }))
  await importFile(session.db, journal, n, { ...made, reports })
}
const UNSURE = { place: 0.2, year: 1, kind: 1 }

async function drawDoubts(): Promise<void> {
  const drawn = await draw(
    <SessionProvider session={session}>
      <DoubtsView />
      <DoubtsStatus />
      {library.overlays?.map((Overlay) => (
        <Overlay key={Overlay.name} />
      ))}
    </SessionProvider>,
  )
  ends.unshift(drawn.remove)
}
const list = (): HTMLElement => {
  const found = document.querySelector<HTMLElement>('[role=listbox]')
  if (!found) throw new Error('no list')
  return found
}
const options = () => [...document.querySelectorAll('[role=option]')]
const current = () => document.querySelector('[role=option][data-current=true]')?.textContent ?? ''
const reportOf = async (n: number) => (await session.db.reports.where('source').equals(hashOf(n)).first()) ?? null

it('says that all is settled while nothing is doubtful', async () => {
  await importReport(1, {})
  await drawDoubts()
  await until(() => expect(document.body.textContent).toContain('全部核对完毕'))
  expect(document.body.textContent).not.toContain('待核对 0')
})

it('settles one after the other by Enter, and brings it back by undo', async () => {
  await importReport(1, { certainty: UNSURE })
  await importReport(2, { certainty: UNSURE })
  await importReport(3, { certainty: { place: 1, year: 1, kind: 0.1 } })
  await importReport(4, {})
  await drawDoubts()
  await until(() => expect(options()).toHaveLength(3))
  await until(() => expect(document.body.textContent).toContain('待核对 3'))
  await until(() => expect(document.querySelector('blockquote')?.textContent).toContain('2023年地区生产总值160亿元'))
  list().focus()
  expect(current()).toContain('1.txt')
  await press(list(), 'Enter')
  await until(() => expect(options()).toHaveLength(2))
  expect(current()).toContain('2.txt')
  await press(list(), 'ArrowDown')
  expect(current()).toContain('3.txt')
  await press(list(), 'Enter')
  await until(() => expect(options()).toHaveLength(1))
  expect(current()).toContain('2.txt')
  expect((await reportOf(1))?.edited).toEqual(['place'])
  expect((await reportOf(3))?.edited).toEqual(['kind'])
  await acting(() => session.undo())
  await until(() => expect(options()).toHaveLength(2))
  expect(current()).toContain('3.txt')
})

it('asks for what was not found, takes it in place, and goes on', async () => {
  await importReport(1, { year: null, certainty: { place: 1, year: 0, kind: 1 } })
  await importReport(2, { certainty: UNSURE })
  await drawDoubts()
  await until(() => expect(options()).toHaveLength(2))
  list().focus()
  await press(list(), 'Enter')
  const year = document.querySelector<HTMLInputElement>('input[aria-label=报告年度]')
  expect(document.activeElement).toBe(year)
  if (!year) throw new Error('no field for the year')
  await typeInto(year, '2021')
  await press(year, 'Enter')
  await until(() => expect(options()).toHaveLength(1))
  expect(await reportOf(1)).toMatchObject({ year: 2021, edited: ['year'] })
  // The field is gone with its report: the keys are the list's again.
  await until(() => expect(document.activeElement).toBe(list()))
  expect(current()).toContain('2.txt')
})

it('leads the keys into each field and back, and opens the text', async () => {
  await importReport(1, { certainty: UNSURE })
  await drawDoubts()
  await until(() => expect(options()).toHaveLength(1))
  list().focus()
  for (const [key, label] of [
    ['p', '地区'],
    ['y', '报告年度'],
    ['k', '类别'],
  ] as const) {
    await press(list(), key)
    expect(document.activeElement?.getAttribute('aria-label')).toBe(label)
    const field = document.activeElement
    if (field) await press(field, 'Escape')
    expect(document.activeElement).toBe(list())
  }
  await press(list(), 'o')
  expect(shown).toMatchObject([{ type: 'reader', key: hashOf(1), params: { report: (await reportOf(1))?.id } }])
})

it('settles a report that has no place by the key for it', async () => {
  await importReport(1, { place: null, certainty: { place: 0, year: 1, kind: 1 } })
  await drawDoubts()
  await until(() => expect(options()).toHaveLength(1))
  list().focus()
  await press(list(), 'n')
  await until(() => expect(document.body.textContent).toContain('全部核对完毕'))
  expect(await reportOf(1)).toMatchObject({ place: null, edited: ['place'] })
})

it('settles all marked ones in one step, and leaves out what has no place', async () => {
  for (const n of [1, 2]) await importReport(n, { certainty: UNSURE })
  await importReport(3, { place: null, certainty: { place: 0, year: 1, kind: 1 } })
  await drawDoubts()
  await until(() => expect(options()).toHaveLength(3))
  list().focus()
  await press(list(), 'a', { ctrlKey: true })
  expect(document.querySelectorAll('[role=option][aria-selected=true]')).toHaveLength(3)
  await press(list(), 'Enter')
  await until(() => expect(document.querySelector('[role=dialog]')?.textContent).toContain('确认 2 份报告'))
  expect(document.querySelector('[role=dialog]')?.textContent).toContain('另有 1 份没有识别出地区或年度')
  await click([...document.querySelectorAll('[role=dialog] button')].find((b) => /^确\s?认$/.test(b.textContent ?? '')))
  await until(() => expect(options()).toHaveLength(1))
  expect(journal.entries.at(-1)?.changes).toHaveLength(2)
  await acting(() => session.undo())
  await until(() => expect(options()).toHaveLength(3))
})

it('leaves the status bar empty while nothing can be read, and fills it when something can', async () => {
  await importReport(1, { certainty: UNSURE })
  const refused = vi.spyOn(session.db.sources, 'orderBy').mockImplementation(() => {
    throw new DOMException('gone', 'UnknownError')
  })
  const drawn = await draw(
    <SessionProvider session={session}>
      <main>
        <DoubtsStatus />
        <CountStatus />
      </main>
    </SessionProvider>,
  )
  ends.unshift(drawn.remove)
  await until(() => expect(refused).toHaveBeenCalled())
  await expect(libraryKeeperOf(session.db).current()).rejects.toThrow('gone')
  expect(document.querySelector('main')?.textContent).toBe('')
  refused.mockRestore()
  await acting(() => importReport(2, {}))
  await until(() => expect(document.querySelector('main')?.textContent).toMatch(/1.*2/))
})
