// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { createElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { request } from '../../../../renderer/bridge'
import { codeHits, exportHits, openSearch, stepHit } from '../../../../renderer/features/search/actions'
import { SearchController, searchOf } from '../../../../renderer/features/search/controller'
import { useSearch } from '../../../../renderer/features/search/use-search'
import type { Session } from '../../../../renderer/storage'
import { notify, openView } from '../../../../renderer/workbench'
import type { SearchLine } from '../../../../renderer/workers/search/protocol'
import { searchWorkbook } from '../../../../shared/exchange/search-table'
import { opened } from '../../storage/fixture'

vi.mock('../../../../renderer/features/reader', () => ({ activeReader: () => null, selectedSpan: () => null }))
vi.mock('../../../../renderer/bridge', () => ({
  preferences: () => ({ system: { language: 'en' } }),
  request: vi.fn(async () => ({ ok: true, value: { saved: 'hits.csv' } })),
}))
vi.mock('../../../../renderer/workbench', async (original) => ({
  ...(await original<object>()),
  notify: vi.fn(),
  openView: vi.fn(),
}))
vi.mock('../../../../shared/exchange/search-table', { spy: true })

const line = (place: number): SearchLine => ({
  ...{ source: 's', reading: 'r', report: null, start: place, end: place + 1, characters: 9, before: '', after: '' },
  ...{ hit: String(place), label: '', place: null, year: null, section: '', memo: null },
})

let session: Session
let controller: SearchController
let read: [number, number][]
let reading: () => void
/** The hits of the text; null: as many as are asked for. */
let found: SearchLine[] | null

/** Searches; so many hits are found. */
async function search(hits: number): Promise<void> {
  controller = new SearchController('p', {
    changed: () => undefined,
    search: async (_question, _telling, of = found) => ({
      found: { hits, listed: found?.length ?? hits, reports: 1, sources: 1, counts: [], fingerprint: 1 },
      first: null,
      lines: async (from, to) => {
        read.push([from, to])
        reading()
        return of ? of.slice(from, to) : Array.from({ length: to - from }, (_, at) => line(from + at))
      },
      hold: () => () => undefined,
      release: () => undefined,
    }),
  })
  controller.set({ query: '就业' })
  await controller.ask()
  controller.look({ codes: ['c'] })
}

beforeEach(async () => {
  localStorage.clear()
  read = []
  found = null
  reading = () => undefined
  ;({ session } = await opened())
})
afterEach(() => {
  controller.end()
  session.close()
  vi.clearAllMocks()
})

const save = (type: 'csv' | 'xlsx') => exportHits(session, controller, type, ({ value }) => value)

it('refuses to hold more hits than it can, and says what to do', async () => {
  await search(100_001)
  read.length = 0
  await save('csv')
  await save('xlsx')
  await codeHits(session, controller)
  expect(read).toEqual([])
  expect(request).not.toHaveBeenCalled()
  const most = { most: 100_000 }
  expect(vi.mocked(notify).mock.calls.map(([level, { key, params }]) => [level, key, params])).toEqual([
    ['warning', 'search.export.tooMany', most],
    ['warning', 'search.export.tooMany', most],
    ['warning', 'search.code.tooMany', most],
  ])
  controller.tick(7)
  await save('csv')
  expect(request).toHaveBeenCalledOnce()
})

it('writes what was asked for the hits that are saved, whatever is asked while they are read', async () => {
  await search(2)
  reading = () =>
    controller.store.setState(({ answered }) => ({ answered: answered && { ...answered, query: 'another' } }))
  await save('xlsx')
  expect(vi.mocked(searchWorkbook).mock.calls[0]?.[1]).toContainEqual(['Search for', '就业'])
})

it('opens the view at its query, drawn so before the focus is given', async () => {
  await search(1)
  const own = searchOf(session.project.id)
  own.store.setState({ inList: true })
  const frame = document.createElement('div')
  const root = createRoot(frame)
  const Where = () => (useSearch(own, (state) => state.inList) ? 'list' : 'query')
  flushSync(() => root.render(createElement(Where)))
  expect(frame.textContent).toBe('list')
  let drawn = null
  vi.mocked(openView).mockImplementation(() => {
    drawn = frame.textContent
  })
  openSearch()
  expect(drawn).toBe('query')
  root.unmount()
})

describe('a step out of another view', () => {
  const at = (start: number, characters: number): SearchLine => ({ ...line(start), end: start + 2, characters })
  const shown = () => vi.mocked(openView).mock.calls.map(([{ params }]) => params.start)
  const none = { annotations: false, codes: false, memos: false, statements: false }

  /** Steps on from the hit at 20, after the hits of its text have become others. */
  async function stepAfter(after: SearchLine[], direction: 1 | -1): Promise<unknown[]> {
    found = [at(10, 99), at(20, 99), at(30, 99)]
    await search(3)
    controller.go(1)
    found = after
    controller.heard({ sources: ['s'], ...none })
    await stepHit(controller, direction)
    return shown()
  }

  it('looks again first, and goes on from the hit where it stands now', async () => {
    expect(await stepAfter([at(5, 97), at(8, 97), at(18, 97), at(28, 97)], 1)).toEqual([28])
  })

  it.each([
    [1, 31],
    [-1, 10],
  ] as const)('goes on beside a hit that is gone (%i)', async (direction, start) => {
    expect(await stepAfter([at(10, 100), at(31, 100)], direction)).toEqual([start])
  })
})
