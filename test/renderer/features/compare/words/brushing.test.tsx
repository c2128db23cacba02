// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { firstComparison } from '#shared/compare/offer'
import type { ComparisonView } from '#shared/model/comparison'
import { newId } from '#shared/model/identity'
import { brushOf, clearBrush, hover, type Mark, select } from '../../../../../renderer/features/compare/brush'
import { CompareView } from '../../../../../renderer/features/compare/compare-view'
import { type Session, SessionProvider, saveComparison } from '../../../../../renderer/storage'
import { attachHost, type Location } from '../../../../../renderer/workbench'
import { wordsClientOf } from '../../../../../renderer/workers/words/client'
import { acting, draw, fakeMain, press, until } from '../../../app/harness'
import { AT, analysed, importFile, MemoryJournal, newProject, open } from '../../../storage/fixture'
import { workerHere } from '../../../workers/words/worker-here'
import { code, DISTRICTS, FACTORIES, MUSEUMS, newCode, reportOf } from './library'

let session: Session
let shown: Location[]
let ends: (() => unknown)[]

beforeEach(async () => {
  localStorage.clear()
  const journal = new MemoryJournal()
  ;({ session } = await open(newProject(), journal))
  await importFile(session.db, journal, 1, reportOf(1, DISTRICTS[0], MUSEUMS))
  const second = reportOf(2, DISTRICTS[1], FACTORIES)
  // With numbers of 2023, told by the report of 2024.
  const numbers = analysed(2).reports.map(({ statements }) => statements)
  await importFile(session.db, journal, 2, {
    ...second,
    reports: second.reports.map((report, at) => ({ ...report, statements: numbers[at] ?? [] })),
  })
  fakeMain({})
  shown = []
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1200)
  vi.stubGlobal(
    'Worker',
    class {
      constructor() {
        // biome-ignore lint/correctness/noConstructorReturn: what is started is a worker in this thread
        return workerHere()
      }
    },
  )
  const host = { show: (location: Location) => void shown.push(location), close: vi.fn(), setTitle: vi.fn() }
  ends = [attachHost(host)]
})
afterEach(async () => {
  for (const end of ends) await end()
  clearBrush(session.project.id)
  wordsClientOf(session.project.id).end()
  session.close()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** Draws a comparison of both districts in each of the views, side by side. */
async function drawViews(...views: ComparisonView[]): Promise<void> {
  const made = firstComparison([], { id: newId(), name: '两区', updatedAt: AT })
  const [places, ids] = [DISTRICTS.map((place) => place.code), views.map(() => newId())]
  for (const [at, view] of views.entries())
    await saveComparison(session, {
      ...{ ...made, id: ids[at] ?? '', places, years: ['2023'], view, role: 'both', kind: 'growth' },
      indicators: ['gdp'],
    })
  const drawn = await draw(
    <SessionProvider session={session}>
      {ids.map((id) => (
        <CompareView key={id} viewKey={id} params={{}} visible />
      ))}
    </SessionProvider>,
  )
  ends.unshift(drawn.remove)
}

const marked = (): Mark | null => brushOf(session.project.id).getState().hovered
const held = (): Mark | null => brushOf(session.project.id).getState().selected
/** Over React's own events: entering is told by `pointerover`. */
const enter = (element: Element): Promise<void> =>
  acting(() => void element.dispatchEvent(new MouseEvent('pointerover', { bubbles: true })))
const all = (within: string) => [...document.querySelectorAll<HTMLElement>(within)]
const grids = () => all('[role=grid]')
const cellsOf = (grid: Element | undefined) => [...(grid?.querySelectorAll<HTMLElement>('[role=gridcell]') ?? [])]
const lit = (elements: readonly HTMLElement[]) => elements.map((element) => element.hasAttribute('data-hovered'))

describe('attention', () => {
  it('shows in the matrix what a column speaks of, by pointer and by keys', async () => {
    await drawViews('attention', 'table')
    await until(() => expect(grids().map((grid) => cellsOf(grid).length)).toEqual([2, 1]))
    const [words, matrix] = grids()
    await enter(cellsOf(words)[1] as HTMLElement)
    expect(marked()).toEqual({ place: '410304', told: '2024', topic: 'culture' })
    const filled = cellsOf(matrix).filter((cell) => cell.dataset.state === 'value')
    expect(filled.map((cell) => cell.dataset)).toMatchObject([{ place: '410304', told: '2024', year: '2023' }])
    expect(lit(filled)).toEqual([true])
    await acting(() => cellsOf(words)[0]?.focus())
    expect(marked()?.place).toBe('410303')
    expect(lit(filled)).toEqual([false])
    await press(cellsOf(words)[0] as HTMLElement, ' ')
    expect(held()).toEqual({ place: '410303', told: '2024', topic: 'culture' })
    expect(shown).toEqual([])
    await press(cellsOf(words)[0] as HTMLElement, 'Escape')
    expect([marked(), held()]).toEqual([null, null])
  })

  it('shows what is marked in the matrix, its heads too', async () => {
    await drawViews('attention', 'table')
    await until(() => expect(grids().map((grid) => cellsOf(grid).length)).toEqual([2, 1]))
    const [words, matrix] = grids()
    await enter(cellsOf(matrix).find((cell) => cell.dataset.state === 'value') as HTMLElement)
    expect(lit(cellsOf(words))).toEqual([false, true])
    expect(lit(all('thead th[data-place]'))).toEqual([false, true])
    expect(lit(all('tbody th[data-topic]'))).toEqual([false])
    await acting(() => hover(session.project.id, { topic: 'culture' }))
    expect(lit(cellsOf(words))).toEqual([true, true])
    expect(lit(all('tbody th[data-topic]'))).toEqual([true])
    expect(lit(cellsOf(matrix)).some(Boolean)).toBe(false)
  })
})

describe('codes', () => {
  it('mark places and codes, which stand in pairs elsewhere', async () => {
    const [one, other] = [await newCode(session, '开放'), await newCode(session, '免费')]
    await code(session, 1, MUSEUMS, '博物馆开放', [one.id])
    await code(session, 1, MUSEUMS, '博物馆免费', [other.id])
    await drawViews('codes', 'cooccurrence')
    await until(() => expect(grids().map((grid) => cellsOf(grid).length)).toEqual([4, 4]))
    const [places, pairs] = grids()
    const [first] = cellsOf(places)
    await enter(first as HTMLElement)
    expect(marked()).toEqual({ place: '410303', codes: [one.id] })
    expect(lit(cellsOf(pairs))).toEqual([true, true, true, false])
    await enter(cellsOf(pairs)[1] as HTMLElement)
    expect(lit(cellsOf(places))).toEqual([true, true, true, true])
    await acting(() => select(session.project.id, { place: '410304' }))
    expect(cellsOf(places).map((cell) => cell.hasAttribute('data-selected'))).toEqual([false, true, false, true])
  })
})

describe('key words', () => {
  it('mark the place that has more of them', async () => {
    await drawViews('keyness', 'attention')
    await until(() => expect(all('[data-side="a"] tbody button').length).toBeGreaterThan(0))
    await until(() => expect(cellsOf(grids()[0])).toHaveLength(2))
    const word = document.querySelector<HTMLElement>('[data-side="a"] tbody button')
    await acting(() => word?.focus())
    expect(marked()).toEqual({ place: '410303', told: '2024' })
    expect(lit(cellsOf(grids()[0]))).toEqual([true, false])
    expect(lit(all('caption[data-place]'))).toEqual([true])
    await press(word as HTMLElement, ' ')
    expect(held()?.place).toBe('410303')
    // All others together are no place.
    await acting(() => document.querySelector<HTMLElement>('[data-side="b"] tbody button')?.focus())
    expect(marked()).toBeNull()
  })
})
