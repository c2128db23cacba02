// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { message, newId } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import { listenToKeys } from '../../../../renderer/app/keys'
import { feature } from '../../../../renderer/features/library'
import { carriedIn } from '../../../../renderer/features/library/bulk/reread'
import { NO_FILTER } from '../../../../renderer/features/library/filter'
import { LibraryView } from '../../../../renderer/features/library/library-view'
import { libraryState } from '../../../../renderer/features/library/state'
import { groupReports, type Session, SessionProvider } from '../../../../renderer/storage'
import { dismissNotice, useNotices } from '../../../../renderer/workbench'
import { acting, click, draw, type FakeMain, fakeMain, press, type as typeInto, until } from '../../app/harness'
import { AT, hashOf, importFile, MemoryJournal, newProject, open } from '../../storage/fixture'

let session: Session
let journal: MemoryJournal
let main: FakeMain
let ends: (() => unknown)[]
const run = newId()

/** The notes as the window would show them. */
function Notes() {
  const notices = useNotices()
  return (
    <output>
      {notices.map(({ id, message: said }) => (
        <button type="button" key={id} onClick={() => dismissNotice(id)}>
          {said.key} {JSON.stringify(said.params)}
        </button>
      ))}
    </output>
  )
}

beforeEach(async () => {
  journal = new MemoryJournal()
  main = fakeMain({ 'import:reread': () => ({ ok: true, value: { run } }) })
  ;({ session } = await open(newProject(), journal))
  libraryState.setState({
    filter: NO_FILTER,
    selected: null,
    marked: new Set(),
    anchor: null,
    inspecting: false,
    layout: 'table',
  })
  // jsdom lays nothing out: the table takes itself for 400 pixels high.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1200)
  ends = [listenToKeys(window)]
})
afterEach(async () => {
  for (const end of ends) await end()
  session.close()
  vi.restoreAllMocks()
})

async function drawLibrary(files: number): Promise<void> {
  for (let n = 1; n <= files; n += 1) await importFile(session.db, journal, n)
  const drawn = await draw(
    <SessionProvider session={session}>
      <LibraryView viewKey="" params={{}} visible />
      {feature.overlays?.map((Overlay) => (
        <Overlay key={Overlay.name} />
      ))}
      <Notes />
    </SessionProvider>,
  )
  ends.unshift(drawn.remove)
  await until(() => expect(document.querySelectorAll('[role=rowgroup] [role=row]')).toHaveLength(files))
}
const grid = (): HTMLElement => {
  const found = document.querySelector<HTMLElement>('[role=grid]')
  if (!found) throw new Error('no table')
  return found
}
const row = (file: string) =>
  [...document.querySelectorAll('[role=rowgroup] [role=row]')].find(({ textContent }) => textContent?.includes(file))
const marked = () => document.querySelectorAll('[role=rowgroup] [aria-selected=true]').length
const button = (text: RegExp, within = 'body') =>
  [...document.querySelectorAll(`${within} button`)].find((one) => text.test(one.textContent ?? ''))
const field = (name: string, within = '[role=dialog]') => {
  const label = [...document.querySelectorAll(`${within} label`)].find(({ textContent }) => textContent === name)
  const found =
    document.querySelector<HTMLInputElement>(`${within} input[aria-label="${name}"]`) ??
    document.getElementById(label?.getAttribute('for') ?? '')
  if (!(found instanceof HTMLInputElement)) throw new Error(`no field ${name}`)
  return found
}
const reports = async () => (await session.db.reports.toArray()).sort((a, b) => (a.id < b.id ? -1 : 1))

it('marks with Ctrl, Shift, the key and the box, and says how many', async () => {
  await drawLibrary(4)
  await click(row('1.txt'))
  await acting(() => row('3.txt')?.dispatchEvent(new MouseEvent('click', { bubbles: true, ctrlKey: true })))
  expect(document.body.textContent).toContain('已选 2 行')
  await acting(() => row('4.txt')?.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true })))
  expect(marked()).toBe(2)
  await press(grid(), 'ArrowUp', { shiftKey: true })
  await press(grid(), 'ArrowUp', { shiftKey: true })
  expect(marked()).toBe(2)
  await press(grid(), 'x')
  expect(marked()).toBe(1)
  await click(row('4.txt')?.querySelector('input'))
  await press(grid(), 'a', { ctrlKey: true })
  expect(marked()).toBe(4)
  await press(grid(), 'Escape')
  expect(document.body.textContent).not.toContain('已选')
})

it('sets year and origin of all marked ones, a step each, and nothing that was left open', async () => {
  await drawLibrary(3)
  await press(grid(), 'a', { ctrlKey: true })
  await press(grid(), 'e')
  await until(() => expect(document.querySelector('[role=dialog]')?.textContent).toContain('编辑 3 行'))
  expect(button(/修改 3 行/)?.hasAttribute('disabled')).toBe(true)
  await typeInto(field('报告年度'), '2022')
  await typeInto(field('来源'), '洛阳日报')
  await click(button(/修改 3 行/))
  await until(() =>
    expect(document.querySelector('output')?.textContent).toContain('library.bulk.done.origin {"count":3}'),
  )
  expect(await reports()).toMatchObject([1, 2, 3].map(() => ({ year: 2022, edited: ['year'], kind: 'full' })))
  expect(await session.db.sources.toArray()).toMatchObject(
    [1, 2, 3].map(() => ({ provenance: { origin: '洛阳日报', page: '' } })),
  )
  await session.undo()
  expect((await session.db.sources.toArray()).map(({ provenance }) => provenance.origin)).toEqual(['', '', ''])
  await session.undo()
  expect((await reports()).map(({ year }) => year)).toEqual([2024, 2024, 2024])
})

it('removes all marked ones after a question, and brings them back in one step', async () => {
  await drawLibrary(3)
  await press(grid(), 'ArrowDown')
  await press(grid(), 'ArrowDown', { shiftKey: true })
  await press(grid(), 'Delete')
  await until(() => expect(document.querySelector('[role=dialog]')?.textContent).toContain('有 2 份报告'))
  await click(button(/^移\s?除$/, '[role=dialog]'))
  await until(() => expect(document.querySelectorAll('[role=rowgroup] [role=row]')).toHaveLength(1))
  await session.undo()
  await until(() => expect(document.querySelectorAll('[role=rowgroup] [role=row]')).toHaveLength(3))
})

it('groups reports as versions, takes another one for the main one, and one out again', async () => {
  await drawLibrary(2)
  const [first, second] = await reports()
  await groupReports(session, [first?.id ?? '', second?.id ?? ''])
  await until(() => expect(document.body.textContent).toContain('2 个版本'))
  await click(row('其他版本'))
  await press(grid(), 'i')
  await until(() => expect(document.querySelectorAll('aside input[type=radio]')).toHaveLength(2))
  const other = document.querySelector('aside input[type=radio]:not(:checked)')
  await click(other)
  await until(async () => expect((await reports()).filter(({ main: isMain }) => isMain)).toHaveLength(1))
  const chosen = (await reports()).find(({ edited }) => edited.includes('main'))
  expect(chosen?.main).toBe(true)
  await click(button(/移\s?出/, 'aside'))
  await until(() => expect(document.body.textContent).not.toContain('2 个版本'))
})

it('refuses a repaired name with one click', async () => {
  await drawLibrary(1)
  const [report] = await reports()
  const repaired = message('reasons.place.repaired', {
    from: '漯河区',
    to: '瀍河区',
    name: '瀍河回族区',
    parent: '洛阳市',
  })
  await acting(() =>
    session.db.reports.update(report?.id ?? '', {
      repairedFrom: '漯河区',
      certainty: { place: 0.4, year: 1, kind: 1 },
      reasons: [repaired],
    }),
  )
  await click(row('1.txt'))
  await press(grid(), 'i')
  await until(() => expect(document.querySelector('aside')?.textContent).toContain('最接近的是“瀍河区”'))
  expect(document.querySelector('aside')?.textContent).toContain('把握 40%，待核对')
  await click(button(/不是这个地区/))
  await until(() => expect(document.querySelector('aside [data-field=place]')?.textContent).toContain('由用户设定'))
  expect((await reports())[0]).toMatchObject({ place: null, edited: ['place'] })
  expect(button(/不是这个地区/)).toBeUndefined()
  await session.undo()
  await until(() => expect(button(/不是这个地区/)).toBeDefined())
})

it('notes where a source comes from when a field is left', async () => {
  await drawLibrary(1)
  await click(row('1.txt'))
  await press(grid(), 'i')
  await until(() => expect(document.querySelector('aside')).not.toBeNull())
  const origin = field('网址', 'aside')
  await typeInto(origin, ' www.example.gov.cn/a ')
  await press(origin, 'Enter')
  await until(async () =>
    expect((await session.db.sources.get(hashOf(1)))?.provenance.url).toBe('www.example.gov.cn/a'),
  )
  expect(document.querySelector('aside a')).toBeNull()
})

describe('reading again', () => {
  const entry = (sequence: number, key: string, lost: number, changes: JournalEntry['changes']): JournalEntry => ({
    sequence,
    at: AT,
    author: '甲',
    operation: message(`project.history.${key}`, { name: 'a', lost }),
    changes,
    undoes: null,
    redoes: null,
  })
  const mark = (orphan: boolean): JournalEntry['changes'][number] => ({
    table: 'annotations',
    key: newId(),
    before: {},
    after: { orphan },
  })

  it('counts what was carried over and what was lost', () => {
    const entries = [
      entry(1, 'sourceReread', 0, [mark(false), { table: 'sources', key: 'x', before: {}, after: {} }]),
      entry(2, 'sourceRereadLost', 2, [mark(true), mark(false), { ...mark(false), table: 'matters' }]),
      entry(3, 'reportChanged', 0, [mark(false)]),
    ]
    expect(carriedIn(entries)).toEqual({ sources: 2, kept: 3, lost: 2 })
  })

  it('asks main for the marked sources as they are wanted, and tells the end', async () => {
    await drawLibrary(2)
    await press(grid(), 'a', { ctrlKey: true })
    await press(grid(), 'r')
    await until(() => expect(button(/重新读取/, '[role=dialog]')).toBeDefined())
    await click(button(/重新读取/, '[role=dialog]'))
    const sources = [1, 2].map((n) => ({ hash: hashOf(n), name: `${n}.txt`, folder: '' }))
    await until(() =>
      expect(main.askedOn('import:reread')).toEqual([
        { sources: expect.arrayContaining(sources), readAs: { format: null, encoding: null } },
      ]),
    )
    const failed = { name: '2.txt', hash: null, outcome: { status: 'failed', reason: message('errors.file.binary') } }
    await acting(() =>
      main.emit('import:progress', {
        run,
        mode: 'reread',
        state: 'finished',
        total: 2,
        done: 2,
        imported: 1,
        duplicates: 0,
        failed: 1,
        bytes: 2,
        bytesTotal: 2,
        rate: 1,
        secondsLeft: 0,
        current: '',
        part: null,
        resumed: false,
        lines: [failed],
      }),
    )
    await until(() => expect(document.querySelector('output')?.textContent).toContain('library.reread.failed'))
  })
})
