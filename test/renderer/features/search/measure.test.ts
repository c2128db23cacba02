// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { SearchController, type Searching } from '../../../../renderer/features/search/controller'
import type { SearchLine } from '../../../../renderer/workers/search/protocol'

const line = (start: number): SearchLine => ({
  ...{ source: 's', reading: 'r', report: null, start, end: start + 1, characters: 9, before: '', hit: '', after: '' },
  ...{ label: '', place: null, year: null, section: '', memo: null },
})

/** Finds as many hits as it is told; their lines are there or never come. */
const client = (hits: number, there: boolean, first: SearchLine[] | null): Searching => ({
  search: async () => ({
    found: { hits, listed: hits, reports: 1, sources: 1, counts: [], fingerprint: hits },
    first,
    lines: there ? async () => [] : () => new Promise(() => undefined),
    hold: () => () => undefined,
    release: () => undefined,
  }),
  changed: () => undefined,
})

/** What was measured when a question was answered with so many hits. */
async function measuredOf(hits: number, there: boolean, first: SearchLine[] | null = null): Promise<unknown[]> {
  const measure = vi.spyOn(performance, 'measure')
  const controller = new SearchController('p', client(hits, there, first))
  controller.set({ query: '营商环境' })
  await vi.runAllTimersAsync()
  expect(controller.store.getState()).toMatchObject({ failed: null, found: { hits } })
  return measure.mock.calls.map(([name, how]) => [name, Object(how).detail])
}

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const MEASURED = ['duibiao:search', '营商环境']

it('ends with the first lines', async () => {
  expect(await measuredOf(4, true)).toEqual([MEASURED])
})

it('ends with lines that came with the answer, once', async () => {
  expect(await measuredOf(2, false, [line(0), line(1)])).toEqual([MEASURED])
})

it('does not end before lines are there', async () => {
  expect(await measuredOf(4, false)).toEqual([])
})

it('ends with the answer where nothing was found, which has no lines', async () => {
  expect(await measuredOf(0, true)).toEqual([MEASURED])
})
