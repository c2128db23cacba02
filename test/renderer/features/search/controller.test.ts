// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SearchController, type Searching } from '../../../../renderer/features/search/controller'
import { countsOf, isCountedBy } from '../../../../renderer/features/search/narrowing'
import type { Mark } from '../../../../renderer/features/search/question'
import type { TextsChange } from '../../../../renderer/storage'
import { SearchError, type SearchResult, type SearchTelling } from '../../../../renderer/workers/search/client'
import type { SearchFound, SearchLine, SearchQuestion } from '../../../../renderer/workers/search/protocol'
import { message } from '../../../../shared/model/identity'

const line = (place: number): SearchLine => ({
  ...{ source: `s${place % 3}`, reading: 'r', report: null, start: place, end: place + 1, characters: 9 },
  ...{ before: '', hit: String(place), after: '', label: '', place: null, year: null, section: '', memo: null },
})
const found = (hits: number): SearchFound => ({
  ...{ hits, listed: hits, reports: 1, sources: 1, counts: [], fingerprint: hits },
})

/** A client whose answers come when the test says so. */
class Client implements Searching {
  readonly asked: {
    question: SearchQuestion
    telling: SearchTelling
    answer: (hits: number, but?: Partial<SearchFound>) => void
    fail: (why: unknown) => void
  }[] = []
  readonly heard: (readonly string[] | null)[] = []
  readonly read: [number, number][] = []
  released = 0

  search(question: SearchQuestion, telling: SearchTelling): Promise<SearchResult> {
    const lines = async (from: number, to: number) => {
      this.read.push([from, to])
      return Array.from({ length: to - from }, (_, at) => line(from + at))
    }
    return new Promise((resolve, reject) => {
      telling.signal.addEventListener('abort', () => reject(telling.signal.reason))
      const answer = (hits: number, but: Partial<SearchFound> = {}) =>
        resolve({
          found: { ...found(hits), ...but },
          first: null,
          lines,
          hold: () => () => undefined,
          release: () => void this.released++,
        })
      this.asked.push({ question, telling, answer, fail: reject })
    })
  }

  changed(sources: readonly string[] | null): void {
    this.heard.push(sources)
  }
}

let client: Client
let controller: SearchController
const state = () => controller.store.getState()
const last = () => {
  const asked = client.asked.at(-1)
  if (!asked) throw new Error('nothing was asked')
  return asked
}

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  client = new Client()
  controller = new SearchController('p', client)
})
afterEach(() => vi.useRealTimers())

/** Asks and answers. */
async function search(query: string, hits: number): Promise<void> {
  controller.set({ query })
  await vi.runAllTimersAsync()
  last().answer(hits)
  await vi.runAllTimersAsync()
}

describe('typing', () => {
  it('asks once for letters that follow each other, and gives up what was asked before', async () => {
    controller.set({ query: '就' })
    controller.set({ query: '就业' })
    await vi.runAllTimersAsync()
    expect(client.asked.map(({ question }) => question.query)).toEqual(['就业'])
    controller.set({ query: '就业优先' })
    await vi.runAllTimersAsync()
    expect(client.asked[0]?.telling.signal.aborted).toBe(true)
    client.asked[0]?.telling.told?.(found(7), false)
    expect(state().found).toBeNull()
    last().telling.told?.(found(3), false)
    expect(state().found?.hits).toBe(3)
    last().answer(5)
    await vi.runAllTimersAsync()
    expect(state()).toMatchObject({ asking: false, answered: { query: '就业优先' }, found: { hits: 5 } })
    expect(state().lines?.count).toBe(5)
  })

  it('tells what is wrong without asking, and keeps what was found', async () => {
    await search('就业', 4)
    controller.set({ query: '就业 (创业' })
    await vi.runAllTimersAsync()
    expect(state().problem?.key).toBe('search.problem.bracket')
    expect(client.asked).toHaveLength(1)
    expect(state().lines?.count).toBe(4)
    controller.keepRecent()
    expect(state().recent).toEqual([])
  })

  it('forgets what was found when the query is emptied', async () => {
    await search('就业', 4)
    controller.set({ query: ' ' })
    await vi.runAllTimersAsync()
    expect(state()).toMatchObject({ lines: null, found: null, answered: null })
    expect(client.released).toBe(1)
  })

  it('tells why a search failed, and asks again', async () => {
    controller.set({ query: '/(a+)+b/' })
    await vi.runAllTimersAsync()
    last().fail(new SearchError(message('search.stuck', { name: 'x' })))
    await vi.runAllTimersAsync()
    expect(state().failed?.key).toBe('search.stuck')
    void controller.ask()
    expect(state().failed).toBeNull()
  })

  it('is stopped by the user', async () => {
    await search('就业', 4)
    controller.set({ query: '创业' })
    await vi.runAllTimersAsync()
    controller.stop()
    await vi.runAllTimersAsync()
    expect(state()).toMatchObject({ asking: false, stopped: true, failed: null, answered: { query: '就业' } })
  })
})

describe('narrowing', () => {
  const city = { code: '410300', level: 'city' as const }
  const narrow = (mark: Mark) => controller.narrow(mark, countsOf(state()))

  it('goes from mark to mark of what was counted before, and is taken back in one', async () => {
    await search('就业', 4)
    const before = state().question.filters
    narrow({ place: null, year: 2023 })
    narrow({ place: city, year: 2024 })
    await vi.runAllTimersAsync()
    expect(last().question.filters).toMatchObject({ places: ['410300'], years: { from: 2024, to: 2024 } })
    controller.widen()
    controller.widen()
    await vi.runAllTimersAsync()
    expect(last().question.filters).toEqual(before)
  })

  it('is taken back by the same mark, too', async () => {
    await search('就业', 4)
    narrow({ place: city, year: 2023 })
    narrow({ place: city, year: 2023 })
    expect(state()).toMatchObject({ narrowed: null, question: { filters: { places: null, years: null } } })
  })

  it('is over with another filter', async () => {
    await search('就业', 4)
    narrow({ place: null, year: 2023 })
    controller.filter({ role: 'target' })
    controller.widen()
    expect(state().question.filters).toMatchObject({ role: 'target', years: { from: 2023, to: 2023 } })
  })

  it('waits for the whole answer: counts on the way are not all', async () => {
    narrow({ place: null, year: 2023 })
    expect(state().narrowed).toBeNull()
    await search('就业', 4)
    controller.set({ query: '创业' })
    await vi.runAllTimersAsync()
    last().telling.told?.(found(1), false)
    narrow({ place: null, year: 2023 })
    expect(state()).toMatchObject({ narrowed: null, question: { filters: { years: null } } })
  })

  it('does nothing by a mark of an older answer, which the figure shows until it is drawn anew', async () => {
    await search('就业', 4)
    const older = countsOf(state())
    await search('创业', 2)
    controller.narrow({ place: null, year: 2023 }, older)
    expect(state()).toMatchObject({ narrowed: null, question: { filters: { years: null } } })
    narrow({ place: null, year: 2024 })
    expect(state().narrowed?.before.query).toBe('创业')
  })

  it('counts again what it was taken from, when that was changed', async () => {
    controller.show(true)
    await search('就业', 4)
    const before = state().question
    narrow({ place: null, year: 2023 })
    await vi.runAllTimersAsync()
    last().answer(2)
    await vi.runAllTimersAsync()
    controller.heard({ sources: ['a'], annotations: false, codes: false, memos: false, statements: false })
    expect(last().question).toBe(before)
    const counts = [{ place: null, year: 2023, hits: 3, reports: 1, of: 1, characters: 9 }]
    const released = client.released
    last().answer(5, { counts })
    await vi.runAllTimersAsync()
    expect(client.released).toBe(released + 1)
    expect(state().narrowed?.counts).toEqual(counts)
    expect(last().question.filters.years).toEqual({ from: 2023, to: 2023 })
    last().answer(3)
    await vi.runAllTimersAsync()
    expect(client.asked).toHaveLength(4)
    expect(state()).toMatchObject({ asking: false, found: { hits: 3 } })
  })

  it('begins anew for another query, whose counts are others', async () => {
    await search('就业', 4)
    narrow({ place: null, year: 2023 })
    await search('创业', 2)
    const { narrowed, question } = state()
    expect(narrowed && isCountedBy(narrowed, question)).toBe(false)
    narrow({ place: city, year: 2023 })
    controller.widen()
    expect(state().question.filters).toMatchObject({ places: null, years: { from: 2023, to: 2023 } })
  })
})

describe('hits', () => {
  it('are those that are listed, not those that are counted', async () => {
    controller.set({ query: '的' })
    await vi.runAllTimersAsync()
    last().answer(1000, { listed: 700 })
    await vi.runAllTimersAsync()
    expect(state()).toMatchObject({ found: { hits: 1000 }, lines: { count: 700 } })
    expect(controller.chosen).toBe(700)
  })

  it('are read page by page as they come into sight, once', async () => {
    await search('就业', 1000)
    state().lines?.want(90, 120)
    state().lines?.want(90, 120)
    await vi.runAllTimersAsync()
    expect(client.read).toEqual([
      [0, 100],
      [100, 200],
    ])
    expect(state().lines?.at(119)?.hit).toBe('119')
    expect(state().lines?.at(300)).toBeUndefined()
    expect(state().version).toBe(2)
    for (let at = 0; at < 1000; at += 100) state().lines?.want(at, at + 100)
    await vi.runAllTimersAsync()
    expect(client.read).toHaveLength(10)
    expect((await controller.lineAt(950))?.hit).toBe('950')
    expect(client.read).toHaveLength(10)
  })

  it('are chosen one by one, all where none is, and all but a few', async () => {
    await search('就业', 1200)
    const chosen = async () => {
      const lines: string[] = []
      for await (const part of controller.chosenLines()) lines.push(...part.map(({ hit }) => hit))
      return lines
    }
    expect(controller.chosen).toBe(1200)
    expect(await chosen()).toHaveLength(1200)
    controller.tick(3)
    controller.tick(1100)
    client.read.length = 0
    expect(await chosen()).toEqual(['3', '1100'])
    expect(client.read).toEqual([
      [0, 500],
      [1000, 1200],
    ])
    controller.tickAll(true)
    controller.tick(0)
    expect(controller.chosen).toBe(1199)
    expect((await chosen())[0]).toBe('1')
    controller.tickAll(false)
    expect(controller.chosen).toBe(1200)
  })
})

describe('changes', () => {
  const none: TextsChange = { sources: [], annotations: false, codes: false, memos: false, statements: false }

  it('are told to the worker at once, and looked for again when the view is seen; the keyboard stays', async () => {
    controller.show(true)
    await search('就业', 10)
    controller.go(7)
    controller.tick(2)
    controller.heard({ ...none, sources: ['a'] })
    expect(client.heard).toEqual([['a']])
    last().answer(10)
    await vi.runAllTimersAsync()
    expect(client.asked).toHaveLength(2)
    expect(state().cursor).toBe(7)
    expect(state().ticks.has(2)).toBe(true)
    controller.show(false)
    controller.heard({ ...none, sources: null })
    expect(client.asked).toHaveLength(2)
    controller.show(true)
    expect(client.asked).toHaveLength(3)
    last().answer(5)
    await vi.runAllTimersAsync()
    expect(state().cursor).toBe(4)
    expect(state().ticks.has(2)).toBe(false)
    expect(client.released).toBe(2)
  })

  it('during the first question make it be asked again when it is answered, once', async () => {
    controller.show(true)
    controller.set({ query: '就业' })
    await vi.runAllTimersAsync()
    controller.heard({ ...none, sources: ['a'] })
    controller.heard({ ...none, sources: ['b'] })
    expect(client.asked).toHaveLength(1)
    expect(last().telling.signal.aborted).toBe(false)
    last().answer(10)
    await vi.runAllTimersAsync()
    expect(state().lines?.count).toBe(10)
    expect(client.asked).toHaveLength(2)
    last().answer(11)
    await vi.runAllTimersAsync()
    expect(client.asked).toHaveLength(2)
    expect(state().lines?.count).toBe(11)
  })

  it('are held against the question that is asked, not against the one before', async () => {
    controller.show(true)
    await search('就业', 10)
    controller.set({ over: 'annotations' })
    await vi.runAllTimersAsync()
    controller.heard({ ...none, annotations: true })
    last().answer(3)
    await vi.runAllTimersAsync()
    expect(client.asked).toHaveLength(3)
    expect(last().question.over).toBe('annotations')
  })

  it('during another question make it be asked again from its first hit', async () => {
    controller.show(true)
    await search('就业', 10)
    controller.go(7)
    controller.set({ query: '创业' })
    await vi.runAllTimersAsync()
    controller.heard({ ...none, sources: ['a'] })
    expect(last().question.query).toBe('创业')
    last().answer(10)
    await vi.runAllTimersAsync()
    expect(state().cursor).toBe(0)
  })

  it('wait until coding is done', async () => {
    controller.show(true)
    await search('就业', 10)
    controller.works({ what: 'coding', done: 0, total: 10 })
    controller.heard({ ...none, sources: ['a'] })
    expect(client.asked).toHaveLength(1)
    controller.works(null)
    expect(client.asked).toHaveLength(2)
  })

  it('let go of ticks where the hits are others, although as many', async () => {
    controller.show(true)
    await search('就业', 10)
    controller.tick(2)
    controller.heard({ ...none, sources: ['a'] })
    last().answer(10)
    await vi.runAllTimersAsync()
    expect(state().ticks.has(2)).toBe(true)
    controller.heard({ ...none, sources: ['a'] })
    last().answer(10, { fingerprint: 2 })
    await vi.runAllTimersAsync()
    expect(state().ticks.count(10)).toBe(0)
  })

  it('of annotations are none for a search of texts', async () => {
    controller.show(true)
    await search('就业', 10)
    controller.heard({ ...none, annotations: true })
    expect(client.heard).toEqual([])
    expect(client.asked).toHaveLength(1)
  })
})

it('asks again what was asked before a restart, once it is seen', async () => {
  await search('就业', 3)
  controller.keepRecent()
  const next = new SearchController('p', client)
  next.show(false)
  expect(client.asked).toHaveLength(1)
  next.show(true)
  expect(last().question.query).toBe('就业')
  expect(next.store.getState().recent).toEqual(['就业'])
  controller.end()
  expect(client.released).toBe(1)
})
