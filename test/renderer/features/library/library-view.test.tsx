// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { listenToKeys } from '../../../../renderer/app/keys'
import { feature } from '../../../../renderer/features/library'
import { NO_FILTER } from '../../../../renderer/features/library/filter'
import { LibraryView } from '../../../../renderer/features/library/library-view'
import { libraryState, setFilter } from '../../../../renderer/features/library/state'
import { type Session, SessionProvider } from '../../../../renderer/storage'
import { attachHost, type Location, registerCommands } from '../../../../renderer/workbench'
import { acting, click, draw, press, until } from '../../app/harness'
import { analysed, hashOf, importFile, MemoryJournal, newProject, open } from '../../storage/fixture'

let session: Session
let journal: MemoryJournal
let shown: Location[]
let ran: string[]
let ends: (() => unknown)[]

beforeEach(async () => {
  journal = new MemoryJournal()
  ;({ session } = await open(newProject(), journal))
  shown = []
  ran = []
  libraryState.setState({
    filter: NO_FILTER,
    order: { column: 'place', down: false },
    selected: null,
    marked: new Set(),
    anchor: null,
    inspecting: false,
    layout: 'table',
  })
  // jsdom lays nothing out: the table takes itself for 400 pixels high.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1200)
  const host = { show: (location: Location) => void shown.push(location), close: vi.fn(), setTitle: vi.fn() }
  ends = [
    attachHost(host),
    listenToKeys(window),
    registerCommands(
      ['import.sample', 'import.files', 'import.folder'].map((id) => ({
        id,
        titleKey: id,
        run: () => void ran.push(id),
      })),
    ),
  ]
})
afterEach(async () => {
  for (const end of ends) await end()
  session.close()
  vi.restoreAllMocks()
})

async function drawLibrary(): Promise<void> {
  const drawn = await draw(
    <SessionProvider session={session}>
      <LibraryView viewKey="" params={{}} visible />
      {feature.overlays?.map((Overlay) => (
        <Overlay key={Overlay.name} />
      ))}
    </SessionProvider>,
  )
  ends.unshift(drawn.remove)
}
const grid = (): Element => {
  const found = document.querySelector('[role=grid]')
  if (!found) throw new Error('no table')
  return found
}
const rows = () => [...document.querySelectorAll('[role=rowgroup] [role=row]')]
const selected = () =>
  document.querySelector('[role=row][aria-selected=true] [role=gridcell]:nth-child(5)')?.textContent

it('says what this is while it is empty, and offers the sample', async () => {
  await drawLibrary()
  await until(() => expect(document.body.textContent).toContain('不联网'))
  const buttons = [...document.querySelectorAll('button')]
  for (const button of buttons) await click(button)
  expect(ran).toEqual(['import.sample', 'import.files', 'import.folder'])
})

const ONES = ['1.txt', '10.txt', '11.txt', '12.txt']

it('moves with the arrows, opens with Enter, and shows only the rows in sight', async () => {
  for (let n = 1; n <= 60; n += 1) await importFile(session.db, journal, n)
  await drawLibrary()
  await until(() => expect(grid().getAttribute('aria-rowcount')).toBe('61'))
  expect(rows().length).toBeGreaterThan(10)
  expect(rows().length).toBeLessThan(50)
  await press(grid(), 'ArrowDown')
  expect(selected()).toBe('1.txt')
  await press(grid(), 'ArrowDown')
  expect(selected()).toBe('2.txt')
  await press(grid(), 'Enter')
  expect(shown).toEqual([
    {
      type: 'reader',
      key: hashOf(2),
      params: { report: expect.stringMatching(/^00000002-/), start: null, end: null, statement: null },
    },
  ])
  await acting(() => setFilter({ text: '5.txt' }))
  expect(document.querySelector('[role=status]')?.textContent).toBe('6 / 60 份')
})

it('writes the lines of another filter into the rows that stand, and marks those that are shown by then', async () => {
  for (let n = 1; n <= 12; n += 1) await importFile(session.db, journal, n)
  await drawLibrary()
  await until(() => expect(rows()).toHaveLength(12))
  const before = rows()
  await acting(() => setFilter({ text: '1' }))
  await until(() => expect(rows().map((row) => row.querySelector(':nth-child(5)')?.textContent)).toEqual(ONES))
  expect(rows().every((row, index) => row === before[index])).toBe(true)
  await press(grid(), 'a', { ctrlKey: true })
  expect([...libraryState.getState().marked].map((id) => id.slice(0, 8))).toEqual(
    [1, 10, 11, 12].map((n) => hashOf(n).slice(0, 8)),
  )
  await acting(() => setFilter({ text: '12' }))
  await until(() => expect(rows()).toHaveLength(1))
  await press(grid(), 'a', { ctrlKey: true })
  expect(libraryState.getState().marked.size).toBe(1)
})

it('goes to the line that was pressed, although another one slides under the pointer before it is let go', async () => {
  for (const n of [1, 2, 3]) await importFile(session.db, journal, n)
  await drawLibrary()
  await until(() => expect(rows()).toHaveLength(3))
  const third = () => rows()[2] as Element
  const on = (type: string, detail = 0) =>
    acting(() => void third().dispatchEvent(new MouseEvent(type, { bubbles: true, detail })))
  await on('pointerdown')
  await acting(() => libraryState.setState({ order: { column: 'file', down: true } }))
  await until(() => expect(third().querySelector(':nth-child(5)')?.textContent).toBe('1.txt'))
  await on('click', 1)
  expect(selected()).toBe('3.txt')
  await on('pointerdown')
  await on('click', 2)
  await on('dblclick', 2)
  expect(shown.map(({ key }) => key)).toEqual([hashOf(3)])
})

it('takes all marks away with Escape, also where the filter hides the marked lines', async () => {
  await importFile(session.db, journal, 1)
  await importFile(session.db, journal, 2)
  await drawLibrary()
  await until(() => expect(rows()).toHaveLength(2))
  await press(grid(), 'ArrowDown')
  await press(grid(), 'x')
  expect(libraryState.getState().marked.size).toBe(1)
  await acting(() => setFilter({ text: '2.txt' }))
  await until(() => expect(rows()).toHaveLength(1))
  await press(grid(), 'Escape')
  expect(libraryState.getState().marked.size).toBe(0)
})

it('hides a source after a question, and brings it back by undo', async () => {
  await importFile(session.db, journal, 1)
  await importFile(session.db, journal, 2)
  await drawLibrary()
  await until(() => expect(rows()).toHaveLength(2))
  await press(grid(), 'ArrowDown')
  await press(grid(), 'Delete')
  await until(() => expect(document.querySelector('[role=dialog]')?.textContent).toContain('1.txt'))
  const confirm = [...document.querySelectorAll('[role=dialog] button')].find((b) =>
    /移\s?除$/.test(b.textContent ?? ''),
  )
  await click(confirm)
  await until(() => expect(rows()).toHaveLength(1))
  await session.undo()
  await until(() => expect(rows()).toHaveLength(2))
})

it('shows why it took a report for what it is, and corrects the year', async () => {
  await importFile(session.db, journal, 1)
  const report = await session.db.reports.toCollection().first()
  await session.db.reports.update(report?.id ?? '', { repairedFrom: '漯河区', confidence: 0.85 })
  await drawLibrary()
  await until(() => expect(rows()).toHaveLength(1))
  const tag = [...document.querySelectorAll('button')].find((button) => button.textContent === '已修复')
  expect(tag?.getAttribute('aria-label')).toContain('原文作“漯河区”')
  await click(tag)
  const inspector = document.querySelector('aside')
  expect(inspector?.textContent).toContain('已认定为瀍河回族区')
  const year = document.querySelector<HTMLInputElement>('input[aria-label=报告年度]')
  if (!year) throw new Error('no field for the year')
  await acting(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(year, '2022')
    year.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await press(year, 'Enter')
  await until(() => expect(document.querySelector('aside [data-field=year]')?.textContent).toContain('由用户设定'))
  expect(await session.db.reports.get(report?.id ?? '')).toMatchObject({ year: 2022, edited: ['year'] })
})

it('takes the place that was typed, not the one that was there', async () => {
  await importFile(session.db, journal, 1)
  const report = await session.db.reports.toCollection().first()
  await drawLibrary()
  await until(() => expect(rows()).toHaveLength(1))
  await press(grid(), 'ArrowDown')
  await press(grid(), 'i')
  const field = () => document.querySelector<HTMLInputElement>('aside input[aria-label=地区]')
  await until(() => expect(field()).not.toBeNull())
  const input = field()
  if (!input) throw new Error('no field for the place')
  await acting(() => {
    input.focus()
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, '老城区')
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await until(() => expect(document.querySelector('.ant-select-item-option-active')?.textContent).toContain('老城区'))
  // antd's list still asks for the code of the key.
  await acting(() => input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13, bubbles: true })))
  await until(() => expect(document.querySelector('aside [data-field=place]')?.textContent).toContain('由用户设定'))
  expect(await session.db.reports.get(report?.id ?? '')).toMatchObject({ place: { name: '老城区' }, edited: ['place'] })
})

it('takes a part for no more than a part while the rest is read', async () => {
  for (let n = 1; n <= 3; n += 1) await importFile(session.db, journal, n, analysed(n, 30))
  await session.db.reports.toCollection().modify({ certainty: { place: 0.1, year: 1, kind: 1 } })
  let go: () => void = () => undefined
  const gate = new Promise<void>((resolve) => {
    go = resolve
  })
  const readings = session.db.readings.orderBy(':id')
  const waiting = { limit: () => ({ toArray: () => gate.then(() => readings.toArray()) }) }
  vi.spyOn(session.db.readings, 'orderBy').mockReturnValueOnce(waiting as never)
  await drawLibrary()
  const year = () => document.querySelector<HTMLInputElement>('input[aria-label=年度]')
  const doubts = () => [...document.querySelectorAll('button')].find((one) => one.textContent?.startsWith('待核对'))
  await until(() => expect(grid().getAttribute('aria-rowcount')).toBe('61'))
  await until(() => expect(year()?.disabled).toBe(true))
  await until(() => expect(doubts()?.textContent).toBe('待核对'))
  await press(grid(), 'a', { ctrlKey: true })
  expect(libraryState.getState().marked.size).toBe(0)
  await acting(() => libraryState.setState({ layout: 'grid' }))
  expect(document.querySelector('table')).toBeNull()
  expect(document.body.textContent).toContain('正在读取资料库')
  await acting(go)
  await until(() => expect(document.querySelector('table')).not.toBeNull())
  await until(() => expect(doubts()?.textContent).toBe('待核对90'))
  expect(year()?.disabled).toBe(false)
  await acting(() => libraryState.setState({ layout: 'table' }))
  await press(grid(), 'a', { ctrlKey: true })
  expect(libraryState.getState().marked.size).toBe(90)
})
