import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaOf, wantedReports } from '../../../../renderer/workers/search/area'
import { type HeldText, heldOf, readAt, stoodSpan } from '../../../../renderer/workers/search/held'
import { firstReports, orderOf } from '../../../../renderer/workers/search/order'
import { merged, Passages, shared } from '../../../../renderer/workers/search/passages'
import type { SearchFilters } from '../../../../renderer/workers/search/protocol'
import { search } from '../../../../renderer/workers/search/search'
import type { Span } from '../../../../shared/model/anchor'
import type { ReadingText } from '../../../../shared/model/reading'
import type { Report } from '../../../../shared/model/report'
import { analysed } from '../../storage/fixture'
import { ASKED, EVERYWHERE } from './asked'

const TELLING = { pause: async () => true, due: () => false, at: () => undefined }
const PLACES = [
  { code: '410000', name: '河南省', short: '河南', level: 'province', parent: '000000' },
  { code: '410300', name: '洛阳市', short: '洛阳', level: 'city', parent: '410000' },
  { code: '410304', name: '瀍河回族区', short: '瀍河', level: 'county', parent: '410300' },
  { code: '420100', name: '武汉市', short: '武汉', level: 'city', parent: '420000' },
] as const

type Made = {
  text: string
  joins: Span[]
  bounds: [number, number][]
  facts: Pick<Report, 'place' | 'year' | 'kind' | 'main'>[]
}

/** A source of two lines' worth of text: cut into reports and other stretches, with breaks of a scan. */
const made: fc.Arbitrary<Made> = fc
  .record({
    pieces: fc.array(fc.constantFrom('甲', '乙', '甲甲', '。', '\n', '＃'), { minLength: 1, maxLength: 30 }),
    cuts: fc.array(fc.nat(40), { minLength: 4, maxLength: 4 }),
    facts: fc.array(
      fc.record({
        place: fc.constantFrom(null, ...PLACES),
        year: fc.constantFrom(null, 2022, 2023, 2024),
        kind: fc.constantFrom('full' as const, 'digest' as const),
        main: fc.boolean(),
      }),
      { minLength: 2, maxLength: 2 },
    ),
  })
  .map(({ pieces, cuts, facts }) => {
    const text = pieces.join('')
    const joins: Span[] = []
    for (let at = text.indexOf('＃'); at >= 0; at = text.indexOf('＃', at + 1)) joins.push({ start: at, end: at + 1 })
    const [a = 0, b = 0, c = 0, d = 0] = cuts.map((cut) => Math.min(cut, text.length)).sort((x, y) => x - y)
    return {
      text,
      joins,
      bounds: [
        [a, b],
        [c, d],
      ] as [number, number][],
      facts,
    }
  })

function heldFrom({ text, joins, bounds, facts }: Made, n: number): HeldText {
  const { source, reports } = analysed(n)
  const first = reports[0]?.report
  if (!first) throw new Error('no report')
  const stretches: ReadingText['stretches'] = []
  let from = 0
  for (const [ordinal, [start, end]] of bounds.entries()) {
    if (from < start) stretches.push({ start: from, end: start, kind: 'article', report: null })
    if (start < end) stretches.push({ start, end, kind: 'report', report: ordinal })
    from = end
  }
  if (from < text.length) stretches.push({ start: from, end: text.length, kind: 'article', report: null })
  const own = bounds.map(
    ([start, end], ordinal): Report => ({ ...first, ...facts[ordinal], id: `${n} ${ordinal}`, ordinal, start, end }),
  )
  return heldOf(source, own, { reading: source.reading, text, joins, stretches, pages: [], rows: [] })
}

const noWheres = () => null

describe('a search of texts', () => {
  it('equals a naive filter of naive hits, and each hit is quoted by its place', async () => {
    const filters = fc.record({
      places: fc.constantFrom(null, ['410000'], ['410300', '420100'], []),
      levels: fc.constantFrom(null, ['city' as const], ['province' as const, 'county' as const]),
      years: fc.constantFrom(null, { from: 2023, to: 2024 }),
      kinds: fc.constantFrom(null, ['full' as const]),
      mainOnly: fc.boolean(),
      reportsOnly: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(made, { minLength: 1, maxLength: 3 }), filters, async (sources, own) => {
        const asked: SearchFilters = { ...EVERYWHERE, ...own }
        const texts = sources.map(heldFrom)
        const scope = { wanted: wantedReports(asked, new Map()), wheres: noWheres }
        const done = await search(texts, { ...ASKED, query: '甲', filters: asked }, scope, TELLING)
        const places = Array.from({ length: done?.hits.spans.length ?? 0 }, (_, at) => done?.hits.at(at))
        const found = places.map((hit) => {
          if (!hit) throw new Error('no hit')
          const span = stoodSpan(hit.held, hit.start, hit.end)
          expect(sources[texts.indexOf(hit.held)]?.text.slice(span.start, span.end)).toBe('甲')
          return `${texts.indexOf(hit.held)} ${span.start} ${hit.report?.id ?? ''}`
        })
        expect(found).toEqual(sources.flatMap((source, n) => naive(source, n, asked)))
        expect(done?.found.hits).toBe(found.length)
        expect(done?.found.counts.reduce((sum, { hits }) => sum + hits, 0)).toBe(found.length)
      }),
    )
  })

  it('keeps no more hits than its limit, says so, and counts on', async () => {
    const texts = [0, 1, 2].map((n) =>
      heldFrom(
        {
          text: '甲甲',
          joins: [],
          bounds: [
            [0, 2],
            [2, 2],
          ],
          facts: [],
        },
        n,
      ),
    )
    const scope = { wanted: () => true, wheres: noWheres }
    const asked = { ...ASKED, query: '甲' }
    const all = await search(texts, asked, scope, TELLING, 6)
    expect(all?.found).toMatchObject({ hits: 6, listed: 6, sources: 3, reports: 3 })
    const some = await search(texts, asked, scope, TELLING, 3)
    expect(some?.hits.spans.length).toBe(3)
    expect(some?.found).toEqual({ ...all?.found, listed: 3 })
  })

  it('is given up where nobody waits', async () => {
    const texts = [
      heldFrom(
        {
          text: '甲',
          joins: [],
          bounds: [
            [0, 1],
            [1, 1],
          ],
          facts: [],
        },
        0,
      ),
    ]
    const scope = { wanted: () => true, wheres: noWheres }
    const leaving = { ...TELLING, due: () => true, pause: async () => false }
    expect(await search(texts, ASKED, scope, leaving)).toBeNull()
  })

  it('finds across the break of a scan, inside one paragraph', async () => {
    const text = '优化营＃商环境。\n营商环境'
    const texts = [
      heldFrom(
        {
          text,
          joins: [{ start: 3, end: 4 }],
          bounds: [
            [0, text.length],
            [0, 0],
          ],
          facts: [],
        },
        0,
      ),
    ]
    const scope = { wanted: () => true, wheres: noWheres }
    const done = await search(texts, { ...ASKED, query: '优化 营商环境', unit: 'paragraph' }, scope, TELLING)
    const spans = [0, 1].map((at) => {
      const hit = done?.hits.at(at)
      return hit && stoodSpan(hit.held, hit.start, hit.end)
    })
    expect(spans).toEqual([
      { start: 0, end: 2 },
      { start: 2, end: 7 },
    ])
    expect(done?.found.hits).toBe(2)
  })
})

/** Places of 甲 that filters leave, by the text as it was read. */
function naive({ text, joins, bounds, facts }: Made, n: number, filters: SearchFilters): string[] {
  const found: string[] = []
  const inside = bounds.findLastIndex.bind(bounds)
  for (let at = text.indexOf('甲'); at >= 0; at = text.indexOf('甲', at + 1)) {
    if (joins.some(({ start }) => start === at)) continue
    const own = inside(([start, end]) => start <= at && at < end)
    const fact = facts[own]
    const asksReport = filters.places || filters.levels || filters.years || filters.kinds
    if (!fact) {
      if (!filters.reportsOnly && !asksReport) found.push(`${n} ${at} `)
      continue
    }
    const above = fact.place
      ? [fact.place.code, `${fact.place.code.slice(0, 4)}00`, `${fact.place.code.slice(0, 2)}0000`]
      : []
    const { from = 0, to = 9999 } = filters.years ?? {}
    const passes = [
      !filters.places || filters.places.some((code) => above.includes(code)),
      !filters.levels || (fact.place !== null && filters.levels.includes(fact.place.level)),
      !filters.years || (fact.year !== null && fact.year >= from && fact.year <= to),
      !filters.kinds || filters.kinds.includes(fact.kind),
      !filters.mainOnly || fact.main,
    ]
    if (passes.every((one) => one)) found.push(`${n} ${at} ${n} ${own}`)
  }
  return found
}

describe('what is held', () => {
  it('leads back to where every character stood', () => {
    fc.assert(
      fc.property(made, (source) => {
        const held = heldFrom(source, 0)
        expect(held.text).toBe(source.text.replaceAll('＃', ''))
        for (let at = 0; at < held.text.length; at++) {
          const { start } = stoodSpan(held, at, at + 1)
          expect(source.text.charAt(start)).toBe(held.text.charAt(at))
          expect(readAt(held, held.text.length, start)).toBe(at)
        }
        expect(readAt(held, held.text.length, source.text.length)).toBe(held.text.length)
      }),
    )
  })

  it('is looked through once, by stretches in order', () => {
    fc.assert(
      fc.property(made, fc.boolean(), (source, reportsOnly) => {
        const held = heldFrom(source, 0)
        const area = areaOf(held, (report) => report !== null || !reportsOnly, reportsOnly)
        const ends = area.map(({ end }) => end)
        expect(area.every(({ start, end }, at) => start < end && start >= (ends[at - 1] ?? 0))).toBe(true)
        if (!reportsOnly) expect(area.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(held.text.length)
      }),
    )
  })
})

describe('passages', () => {
  const spans = fc
    .array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 9 })), { maxLength: 8 })
    .map((all) => all.map(([start, length]) => [start, start + length] as const).sort((a, b) => a[0] - b[0]))

  it('hold and touch what some span holds and touches', () => {
    fc.assert(
      fc.property(spans, fc.nat(35), fc.integer({ min: 1, max: 9 }), (all, start, length) => {
        const passages = new Passages(all.flat())
        const end = start + length
        expect(passages.holds(start, end)).toBe(all.some(([from, to]) => from <= start && end <= to))
        expect(passages.touches(start, end)).toBe(all.some(([from, to]) => from < end && start < to))
      }),
    )
  })

  it('share the characters that both have', () => {
    const inOne = (list: readonly number[], at: number): boolean =>
      list.some((start, place) => place % 2 === 0 && start <= at && at < (list[place + 1] ?? 0))
    fc.assert(
      fc.property(spans, spans, (one, other) => {
        const [a, b] = [merged(one.flat()), merged(other.flat())]
        const both = shared(a, b)
        for (let at = 0; at < 45; at++) expect(inOne(both, at)).toBe(inOne(a, at) && inOne(b, at))
      }),
    )
  })
})

describe('orders', () => {
  const facts = (code: number, year: number) => [
    { place: PLACES[code] ?? null, year, kind: 'full' as const, main: true },
  ]
  const texts = [
    heldFrom(
      {
        text: '丙甲乙',
        joins: [],
        bounds: [
          [0, 3],
          [3, 3],
        ],
        facts: facts(3, 2023),
      },
      0,
    ),
    heldFrom(
      {
        text: '乙甲丁甲',
        joins: [],
        bounds: [
          [0, 4],
          [4, 4],
        ],
        facts: facts(1, 2022),
      },
      1,
    ),
    heldFrom(
      {
        text: '甲丙',
        joins: [],
        bounds: [
          [0, 2],
          [2, 2],
        ],
        facts: facts(1, 2024),
      },
      2,
    ),
  ]
  const ordered = async (query: string, order: (typeof ASKED)['order']) => {
    const done = await search(texts, { ...ASKED, query }, { wanted: () => true, wheres: noWheres }, TELLING)
    if (!done) throw new Error('given up')
    const placeOf = orderOf(done.hits, order)
    return Array.from({ length: done.hits.spans.length }, (_, rank) => {
      const hit = done.hits.at(placeOf(rank))
      return `${hit ? texts.indexOf(hit.held) : -1} ${hit?.start}`
    })
  }

  it.each<[string, (typeof ASKED)['order'], string[]]>([
    ['甲', 'place', ['2 0', '1 1', '1 3', '0 1']],
    ['甲', 'year', ['2 0', '0 1', '1 1', '1 3']],
    // Nothing, then bǐng, dīng, yǐ: by pinyin and not by code (丁 4E01, 丙 4E19, 乙 4E59).
    ['甲', 'after', ['1 3', '2 0', '1 1', '0 1']],
    ['甲', 'before', ['2 0', '0 1', '1 3', '1 1']],
    ['甲|丁|丙', 'hit', ['2 1', '0 0', '1 2', '2 0', '1 1', '1 3', '0 1']],
  ])('%s by %s', async (query, order, hits) => {
    expect(await ordered(query, order)).toEqual(hits)
  })
})

it('names the reports first that come first in an order of hits', () => {
  const report = (id: string, place: 0 | 1 | 2 | 3 | null, year: number) => {
    const whole = { text: '甲', joins: [], bounds: [[0, 1] as [number, number], [1, 1] as [number, number]], facts: [] }
    const [first] = heldFrom(whole, 1).reports
    if (!first) throw new Error('no report')
    return { ...first, id, year, place: place === null ? null : PLACES[place] }
  }
  const reports = [report('a', 1, 2022), report('b', null, 2024), report('c', 3, 2024), report('d', 0, 2023)]
  expect(firstReports(reports, 'year', 3)).toEqual(['c', 'b', 'd'])
  expect(firstReports(reports, 'place', 9)).toEqual(['d', 'a', 'c', 'b'])
  expect(firstReports(reports, 'before', 9)).toEqual([])
})

it('counts a report and a source once, however many texts are of them', async () => {
  const facts = [{ place: PLACES[1], year: 2024, kind: 'full' as const, main: true }]
  const whole = { text: '甲乙', joins: [], bounds: [[0, 2] as [number, number], [2, 2] as [number, number]], facts }
  const memo = (id: string, text = heldFrom(whole, 1)): HeldText => ({ ...text, memo: id })
  const alone: HeldText = { ...memo('c', heldFrom(whole, 2)), source: '', reports: [] }
  const scope = { wanted: () => true, wheres: noWheres }
  const done = await search([memo('a'), memo('b'), alone], { ...ASKED, query: '甲' }, scope, TELLING)
  expect(done?.found).toMatchObject({ hits: 3, reports: 1, sources: 1 })
  expect(done?.found.counts).toMatchObject([
    { year: 2024, hits: 2, reports: 1, of: 1, characters: 4 },
    { year: null, hits: 1, reports: 0, of: 0 },
  ])
})

it.each([
  ['/甲{0,3}/', 0],
  ['甲', 0],
  ['/甲+/', 1],
  ['乙 -/甲+/', 1],
])('names the text before %s is tried on it where that may never end', async (query, times) => {
  const named: string[] = []
  const whole = { text: '甲乙', joins: [], bounds: [[0, 2] as [number, number], [2, 2] as [number, number]], facts: [] }
  const telling = { ...TELLING, at: (name: string) => void named.push(name) }
  await search([heldFrom(whole, 1)], { ...ASKED, query }, { wanted: () => true, wheres: noWheres }, telling)
  expect(named).toHaveLength(times)
})
