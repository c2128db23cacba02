// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { AnalysedSource } from '#shared/model/analysed'
import { reportId } from '#shared/model/identity'
import { listenToKeys } from '../../../../renderer/app/keys'
import { feature } from '../../../../renderer/features/matters'
import { MattersView } from '../../../../renderer/features/matters/matters-view'
import { type Session, SessionProvider } from '../../../../renderer/storage'
import {
  attachHost,
  currentLocation,
  goBack,
  type Location,
  openView,
  registerCommands,
  type ViewParams,
} from '../../../../renderer/workbench'
import { comparer } from '../../../../renderer/workers/ventures/answer'
import type { VenturesRequest } from '../../../../renderer/workers/ventures/protocol'
import { readWorkbook } from '../../../shared/exchange/read-workbook'
import { acting, click, draw, type FakeMain, fakeMain, press, type, until } from '../../app/harness'
import { hashOf, importFile, MemoryJournal, newProject, open } from '../../storage/fixture'
import { MATTERS, withMatters } from '../../storage/matters/made'

let session: Session
let main: FakeMain
let shown: Location[]
let ends: (() => unknown)[]
const TWO = reportId(hashOf(2), 0)

/** The worker in the same thread. */
class InThread {
  readonly #listeners: ((event: { data: unknown }) => void)[] = []
  readonly #take = comparer((data) => {
    for (const tell of this.#listeners) tell({ data })
  })
  postMessage(message: VenturesRequest): void {
    queueMicrotask(() => this.#take(message))
  }
  terminate(): void {
    this.#listeners.length = 0
  }
  addEventListener(type: string, listener: (event: { data: unknown }) => void): void {
    if (type === 'message') this.#listeners.push(listener)
  }
}

/** The same file for another year. */
const planned = (source: AnalysedSource, year: number): AnalysedSource => ({
  ...source,
  reports: source.reports.map((one) => ({ ...one, report: { ...one.report, year } })),
})

beforeEach(async () => {
  const journal = new MemoryJournal()
  session = (await open(newProject(), journal)).session
  await importFile(session.db, journal, 1, withMatters(1))
  await importFile(session.db, journal, 2, planned(withMatters(2), 2025))
  shown = []
  main = fakeMain({ 'export:save': ({ name }: { name: string }) => ({ ok: true, value: { saved: name } }) })
  vi.stubGlobal('Worker', InThread)
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1600)
  const host = { show: (location: Location) => void shown.push(location), close: vi.fn(), setTitle: vi.fn() }
  ends = [attachHost(host), listenToKeys(window), registerCommands(feature.commands)]
})
afterEach(async () => {
  for (const end of ends) await end()
  session.close()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

async function drawMatters(params: ViewParams = {}): Promise<void> {
  const drawn = await draw(
    <SessionProvider session={session}>
      <MattersView viewKey="" params={params} visible />
    </SessionProvider>,
  )
  ends.unshift(drawn.remove)
}
const grid = (within = '[data-matters-table]'): Element => {
  const found = document.querySelector(`${within} [role=grid]`)
  if (!found) throw new Error('no table')
  return found
}
const texts = (column: string) =>
  [...document.querySelectorAll(`[data-matters-table] [data-column=${column}]`)].map((cell) => cell.textContent)
const shows = (column: string, ...cells: string[]) => until(() => expect(texts(column)).toEqual(cells))
const current = () => document.querySelector('[data-matters-table] [role=row][data-current=true]')
const tab = () => document.querySelector('[role=tab][aria-selected=true]')?.textContent
const statuses = () =>
  [...document.querySelectorAll('[data-matters-table] [role=row][data-status]')].map((one) =>
    one.getAttribute('data-status'),
  )

it('has a table for each type, with the words in their sentence', async () => {
  await drawMatters()
  await shows('reference', '经济增长', '经济增长')
  expect(tab()).toBe('定性目标2')
  expect(texts('reportYear')).toEqual(['2025', '2024'])
  await until(() => expect(document.querySelector('mark')?.textContent).toBe('居民收入增长与经济增长同步'))
  await press(grid(), '2')
  await shows('position', '第 1', '第 1')
  await press(grid(), '4')
  await shows(
    'heading',
    ...['2024年十大民生实事', '1新增停车场', '2改造老旧小区', '2024年十大民生实事', '1新增停车场', '2改造老旧小区'],
  )
  expect(texts('above').slice(0, 3)).toEqual(['', '3亿元', ''])
  await until(() => expect(texts('statements').slice(0, 3)).toEqual(['', '2', '1']))
  await press(grid(), 'ArrowLeft')
  await until(() => expect(texts('heading')).toHaveLength(4))
  await press(grid(), '5')
  await shows('name', '瀍河新区产业园', '唐寺门立交', '瀍河新区产业园', '唐寺门立交')
})

it('settles by key, many in one step, and follows undo', async () => {
  await drawMatters({ tab: 'venture' })
  await until(() => expect(statuses()).toHaveLength(4))
  await press(grid(), 'a')
  await until(() => expect(statuses()[0]).toBe('accepted'))
  expect(current()?.textContent).toContain('唐寺门立交')
  await press(grid(), 'ArrowDown', { shiftKey: true })
  await press(grid(), 'ArrowDown', { shiftKey: true })
  expect(document.body.textContent).toContain('已选 3 项')
  await press(grid(), 'r')
  await until(() => expect(statuses()).toEqual(['accepted', 'rejected', 'rejected', 'rejected']))
  await acting(() => session.undo())
  await until(() => expect(statuses()).toEqual(['accepted', 'suggested', 'suggested', 'suggested']))
  await press(grid(), 'Escape')
  await press(grid(), 'Home')
  await press(grid(), 'u')
  await until(() => expect(statuses()[0]).toBe('suggested'))
})

it('opens a sentence, and going back comes to its tab, filter, order and row', async () => {
  await drawMatters({ tab: 'venture', year: '2025' })
  openView({ type: 'matters', key: '', params: {} })
  await shows('name', '瀍河新区产业园', '唐寺门立交')
  await press(grid(), ']')
  await press(grid(), 'End')
  const row = current()?.textContent
  await press(grid(), 'Enter')
  const name = current()?.querySelector('[data-column=name]')?.textContent ?? ''
  const start = MATTERS.indexOf(name)
  expect(shown.at(-1)).toMatchObject({
    ...{ type: 'reader', key: hashOf(2) },
    params: { report: TWO, start, end: start + name.length, matter: `venture:${start}:${name}` },
  })
  expect(goBack()).toBe(true)
  const back = currentLocation()
  // As after a restart: only the parameters tell what was shown.
  await ends.shift()?.()
  await drawMatters(back?.params)
  await until(() => expect(texts('name')).toHaveLength(2))
  await until(() => expect(current()?.textContent).toBe(row))
  expect(document.querySelector('[aria-label="去掉筛选：2025"]')).not.toBeNull()
  expect(document.querySelector('[role=columnheader][aria-sort=descending]')?.textContent).toBe('报告年度')
})

it('offers ventures that may be the same one, and shows them as a group when they are', async () => {
  await drawMatters({ tab: 'venture' })
  const pairs = () =>
    [...document.querySelectorAll('[data-pairs] [role=row]')].map((one) => one.getAttribute('aria-label'))
  await until(() => expect(pairs()).toHaveLength(2))
  expect(document.querySelector('[data-pairs]')?.textContent).not.toContain('matters.')
  const first = pairs()[0] ?? ''
  await press(grid('[data-pairs]'), 's')
  await until(async () => expect(pairs()).toHaveLength(1))
  const links = () => session.db.ventureLinks.toArray()
  await until(async () => expect((await links()).map(({ verdict }) => verdict)).toEqual(['same']))
  await press(grid('[data-pairs]'), 'd')
  await until(() => expect(document.querySelector('[data-pairs]')?.textContent).toContain('都已确认'))
  for (let times = 0; times < 3; times++) await press(grid(), 'g')
  const heads = () => [...document.querySelectorAll('[data-matters-table] strong')].map((one) => one.textContent)
  await until(() => expect(heads()).toEqual([first.split(' 与 ')[0], '未关联的项目']))
  await acting(() => session.undo())
  await until(() => expect(pairs()).toHaveLength(1))
  await press(grid(), 'ArrowDown')
  await press(grid(), 'U', { shiftKey: true })
  await until(() => expect(pairs()).toHaveLength(2))
})

it('finds words that are typed, and tells what to do where nothing is left', async () => {
  await drawMatters({ tab: 'venture' })
  await until(() => expect(statuses()).toHaveLength(4))
  const box = document.querySelector<HTMLInputElement>('[aria-label="搜索名称和字段"]')
  if (!box) throw new Error('no box')
  await type(box, '唐寺门')
  await shows('name', '唐寺门立交', '唐寺门立交')
  expect(tab()).toBe('重大项目2')
  await type(box, '没有的词')
  await until(() => expect(document.body.textContent).toContain('没有符合筛选条件的事项'))
  await click([...document.querySelectorAll('p + button')].find(({ textContent }) => textContent === '清除筛选'))
  await until(() => expect(statuses()).toHaveLength(4))
})

it('exports what is shown, and all types together', async () => {
  await drawMatters({ tab: 'checklist' })
  await until(() => expect(texts('heading')).toHaveLength(6))
  await press(grid(), 'e', { ctrlKey: true })
  const saved = () => main.askedOn('export:save') as { bytes: Uint8Array; name: string }[]
  const rowsIn = (index: number) =>
    readWorkbook(saved()[index]?.bytes ?? new Uint8Array()).sheets.map(({ xml }) => xml.match(/<row /g)?.length)
  await until(() => expect(saved()).toHaveLength(1))
  expect(saved()[0]?.name).toBe('事项.xlsx')
  expect(rowsIn(0)).toEqual([3, 5])
  await press(grid(), 'E', { shiftKey: true })
  await until(() => expect(saved()).toHaveLength(2))
  expect(rowsIn(1)).toEqual([3, 3, 3, 3, 5, 5])
})

it('opens the form of a matter, and follows what it saves', async () => {
  await drawMatters({ tab: 'venture' })
  await until(() => expect(statuses()).toHaveLength(4))
  await press(grid(), 'e')
  await until(() => expect(document.querySelector('.db-form')).not.toBeNull())
  await until(() => expect(document.activeElement?.closest('.db-form')).not.toBeNull())
  const name = document.activeElement as HTMLInputElement
  await type(name, '瀍河新区')
  await acting(() => name.form?.requestSubmit())
  await until(() => expect(texts('name')[0]).toBe('瀍河新区'))
  expect(statuses()[0]).toBe('edited')
})

it('tells what to do where there are no matters at all', async () => {
  for (const hash of [hashOf(1), hashOf(2)]) await session.db.sources.update(hash, { hidden: true })
  await drawMatters()
  await until(() => expect(document.body.textContent).toContain('还没有事项'))
  expect([...document.querySelectorAll('button')].map(({ textContent }) => textContent)).toContain('打开资料库')
})
