// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { SearchController } from '../../../../renderer/features/search/controller'
import type { SearchLine } from '../../../../renderer/workers/search/protocol'

const HITS = 1000
const line = (place: number): SearchLine => ({
  ...{ source: 's', reading: 'r', report: null, start: place, end: place + 1, characters: 9 },
  ...{ before: '', hit: String(place), after: '', label: '', place: null, year: null, section: '', memo: null },
})
const linesOf = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => line(from + at))

/** A controller whose question finds a thousand hits, some lines of which come with the answer. */
async function asked(first: SearchLine[] | null) {
  const read: [number, number][] = []
  const wanted: (number | undefined)[] = []
  const controller = new SearchController('p', {
    search: async (_question, telling) => {
      wanted.push(telling.first)
      return {
        found: { hits: HITS, listed: HITS, reports: 1, sources: 1, counts: [], fingerprint: 1 },
        first,
        lines: async (from, to) => {
          read.push([from, to])
          return linesOf(from, to)
        },
        hold: () => () => undefined,
        release: () => undefined,
      }
    },
    changed: () => undefined,
  })
  /** The last line of the first page as it is when the answer is shown first. */
  const shown: (string | undefined)[] = []
  controller.store.subscribe(({ lines }) => void (lines && shown.push(lines.at(99)?.hit)))
  controller.set({ query: '就业' })
  await vi.runAllTimersAsync()
  return { controller, read, wanted, shown }
}

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
})
afterEach(() => vi.useRealTimers())

it('are shown together with the counts where they came with the answer, and not asked for', async () => {
  const { controller, read, wanted, shown } = await asked(linesOf(0, 100))
  expect(wanted).toEqual([100])
  expect(shown).toEqual(['99'])
  controller.store.getState().lines?.want(0, 120)
  await vi.runAllTimersAsync()
  expect(read).toEqual([[100, 200]])
})

it.each([
  ['none came', null],
  ['fewer came than a page has', linesOf(0, 3)],
])('are asked for where %s', async (_, first) => {
  const { read, shown } = await asked(first)
  expect(read).toEqual([[0, 100]])
  expect(shown).toEqual([undefined, '99'])
})
