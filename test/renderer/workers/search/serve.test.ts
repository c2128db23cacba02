import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TermSpans } from '#shared/search/tracking/term-spans'
import {
  addAnnotation,
  addCode,
  hideSource,
  rejectStatement,
  reviewStatements,
  type Session,
  saveMemo,
  updateReport,
} from '../../../../renderer/storage'
import { SearchClient, SearchError } from '../../../../renderer/workers/search/client'
import type { SearchFilters, SearchProgress, SearchQuestion } from '../../../../renderer/workers/search/protocol'
import { newId, reportId } from '../../../../shared/model/identity'
import { FIRST_FOLDS } from '../../../../shared/search/query'
import { analysed, hashOf, importFile, MemoryJournal, newProject, open, statementAt, TEXT } from '../../storage/fixture'
import { ASKED, EVERYWHERE } from './asked'
import { workerHere } from './worker-here'

let session: Session
let journal: MemoryJournal
let client: SearchClient

beforeEach(async () => {
  journal = new MemoryJournal()
  const project = newProject()
  ;({ session } = await open(project, journal))
  await importFile(session.db, journal, 1)
  await importFile(session.db, journal, 2)
  client = new SearchClient(project.id, workerHere)
})
afterEach(() => {
  client.end()
  session.close()
})

const search = (question: Partial<SearchQuestion> = {}, progress?: (progress: SearchProgress) => void) =>
  client.search({ ...ASKED, ...question }, { signal: new AbortController().signal, ...(progress ? { progress } : {}) })

describe('a search', () => {
  it('finds a phrase in all sources, with its surroundings', async () => {
    const steps: SearchProgress[] = []
    const { found, lines } = await search({}, (step) => steps.push(step))
    expect(found).toMatchObject({ hits: 4, listed: 4, reports: 2, sources: 2 })
    const start = TEXT.indexOf('增长')
    const [first, ...others] = await lines(0, 10)
    expect(others).toHaveLength(3)
    expect(first).toMatchObject({
      source: hashOf(1),
      report: reportId(hashOf(1), 0),
      start,
      end: start + 2,
      before: TEXT.slice(0, start),
      hit: '增长',
      after: TEXT.slice(start + 2, start + 62),
    })
    expect(steps).toContainEqual(expect.objectContaining({ step: 'filling', done: 2, total: 2 }))
  })

  it('counts by place and year what was looked through', async () => {
    const { found } = await search({ query: '没有这个词' })
    expect(found.hits).toBe(0)
    expect(found.counts.map(({ of, reports, hits }) => ({ of, reports, hits }))).toEqual([
      { of: 2, reports: 0, hits: 0 },
    ])
  })

  it('hears of imports and of sources that are hidden', async () => {
    await search()
    await importFile(session.db, journal, 3)
    expect((await search()).found.hits).toBe(6)
    await hideSource(session, hashOf(3))
    expect((await search()).found.hits).toBe(4)
  })

  it('says why a query is none', async () => {
    const refused = search({ query: '/(/' })
    await expect(refused).rejects.toBeInstanceOf(SearchError)
    await expect(refused).rejects.toMatchObject({ reason: { key: 'search.problem.regex' } })
  })
})

/** Two sentences, a heading over each; the second one has a break of a scan. */
async function importSections(n: number) {
  const text = '产业一段，增长5%。\n民生二段，增\n长7%。'
  const source = analysed(n)
  const [first] = source.reports
  const [section] = first?.sections ?? []
  if (!first || !section) throw new Error('the fixture has no section')
  const turn = text.indexOf('民')
  const at = (quantity: string) => ({ start: text.indexOf(quantity), quantity })
  await importFile(session.db, journal, n, {
    ...source,
    text: {
      ...source.text,
      text,
      stretches: [{ start: 0, end: text.length, kind: 'report', report: 0 }],
      joins: [{ start: text.lastIndexOf('\n'), end: text.lastIndexOf('\n') + 1 }],
    },
    reports: [
      {
        ...first,
        report: { ...first.report, end: text.length },
        sections: [
          { ...section, end: turn, title: '产业', topic: 'industry' },
          { ...section, start: turn, end: text.length, title: '民生', topic: 'livelihood' },
        ],
        statements: [
          { ...statementAt('8%'), ...at('5%'), sentence: { start: 0, end: turn - 1 } },
          {
            ...statementAt('10%'),
            ...at('7%'),
            role: 'target',
            canonical: '',
            sentence: { start: turn, end: text.length },
          },
        ],
      },
    ],
  })
  return { text, turn, source: hashOf(n), reading: source.source.reading, report: reportId(hashOf(n), 0) }
}

const filtered = (filters: Partial<SearchFilters>, question: Partial<SearchQuestion> = {}) =>
  search({ ...question, filters: { ...EVERYWHERE, ...filters } })

/** Where hits begin in a source. */
async function starts(result: Awaited<ReturnType<typeof search>>, source: string): Promise<number[]> {
  return (await result.lines(0, 100)).filter((line) => line.source === source).map(({ start }) => start)
}

describe('filters of what stands at a hit', () => {
  it('take topics of sections, indicators and roles of statements', async () => {
    const { source, text, turn } = await importSections(5)
    const [early, late] = [text.indexOf('增长'), text.lastIndexOf('增')]
    expect(await starts(await filtered({ topics: ['industry'] }), source)).toEqual([early])
    expect(await starts(await filtered({ topics: ['livelihood'] }), source)).toEqual([late])
    expect(await starts(await filtered({ indicators: ['gdp'] }), source)).toEqual([early])
    expect(await starts(await filtered({ role: 'target' }), source)).toEqual([late])
    expect(await starts(await filtered({ role: 'target', indicators: ['gdp'] }), source)).toEqual([])
    const { found, lines } = await filtered({ topics: ['livelihood'] })
    // The line break of the scan is no character.
    expect(found.counts).toMatchObject([{ of: 1, reports: 1, hits: 1, characters: text.length - turn - 1 }])
    expect(await lines(0, 1)).toMatchObject([{ hit: '增长', start: late, end: late + 3, section: '民生' }])
  })

  it('take statements as the user has left them', async () => {
    const { source, report } = await importSections(5)
    expect(await starts(await search({ over: 'statements' }), source)).toHaveLength(2)
    const statements = await reviewStatements(session.db, report)
    const first = statements.find(({ quantity }) => quantity === '5%')
    if (!first) throw new Error('no statement')
    await rejectStatement(session, report, first.key)
    expect(await starts(await search({ over: 'statements' }), source)).toHaveLength(1)
  })

  it('take coded passages, codes under a code too, and memos on them', async () => {
    const { source, text, reading, report } = await importSections(5)
    const parent = await addCode(session, { name: '上级' })
    const child = await addCode(session, { name: '下级', parent: parent.id })
    const at = text.indexOf('增长')
    const anchor = { start: at, end: at + 2, quote: '增长', prefix: '', suffix: '' }
    const { id } = await addAnnotation(session, {
      source,
      reading,
      report,
      anchor,
      codes: [child.id],
      memo: '备忘里的增长',
    })
    expect((await search({ over: 'annotations' })).found.hits).toBe(1)
    expect(await starts(await filtered({ codes: [parent.id] }), source)).toEqual([at])
    expect((await filtered({ codes: [newId()] })).found.hits).toBe(0)
    await saveMemo(session, { type: 'project', id: '' }, '课题的增长')
    const memos = await search({ over: 'memos' })
    expect(memos.found.hits).toBe(2)
    const lines = await memos.lines(0, 10)
    expect(lines.find(({ memo }) => memo === id)).toMatchObject({
      source,
      report,
      start: 4,
      end: 6,
      before: '备忘里的',
    })
    expect(lines.find(({ memo }) => memo !== id)).toMatchObject({ source: '', report: null, before: '课题的' })
    expect((await filtered({ codes: [parent.id] }, { over: 'memos' })).found.hits).toBe(1)
    expect((await filtered({ topics: ['livelihood'] }, { over: 'memos' })).found.hits).toBe(0)
    expect((await filtered({ topics: ['industry'], reportsOnly: true }, { over: 'memos' })).found.hits).toBe(1)
  })
})

describe('answers', () => {
  it('keep their lines after the worker has gone to rest', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const workers: ReturnType<typeof workerHere>[] = []
      const resting = new SearchClient(session.project.id, () => {
        const worker = workerHere()
        workers.push(worker)
        return worker
      })
      const asked = resting.search(ASKED, { signal: new AbortController().signal })
      const ticking = setInterval(() => vi.advanceTimersByTime(1), 1)
      const { lines } = await asked
      clearInterval(ticking)
      vi.advanceTimersByTime(200_000)
      expect(workers.map(({ ended }) => ended)).toEqual([true])
      const again = setInterval(() => vi.advanceTimersByTime(1), 1)
      expect(await lines(0, 100)).toHaveLength(4)
      clearInterval(again)
      expect(workers).toHaveLength(2)
      resting.end()
    } finally {
      vi.useRealTimers()
    }
  })

  it('are given up when nobody waits', async () => {
    const control = new AbortController()
    const asked = client.search(ASKED, { signal: control.signal })
    control.abort(new Error('another question'))
    await expect(asked).rejects.toThrow('another question')
    expect((await search()).found.hits).toBe(4)
  })
})

describe('first lines', () => {
  const asked = (question: Partial<SearchQuestion> = {}, first = 3) =>
    client.search({ ...ASKED, ...question }, { signal: new AbortController().signal, first })

  it('come with the answer once what they say of sections was read', async () => {
    await importSections(5)
    const before = await asked()
    expect(before.first).toBeNull()
    const lines = await before.lines(0, 3)
    expect(lines.map(({ hit }) => hit)).toEqual(['增长', '增长', '增长'])
    const { found, first, lines: linesOf } = await asked()
    expect(first).toEqual(lines)
    expect(await linesOf(0, 3)).toEqual(first)
    expect(found).toEqual(before.found)
    expect((await asked({ query: '没有这个词' })).first).toEqual([])
  })

  it('come with the next answer, too, where it begins in other reports', async () => {
    const { lines } = await asked({}, 1)
    await lines(0, 1)
    // Four lines in two reports, of which one was asked for.
    await expect.poll(async () => (await asked({}, 4)).first?.length).toBe(4)
  })

  it('say what sections are called now', async () => {
    const { report } = await importSections(5)
    const filters = { ...EVERYWHERE, topics: ['livelihood'] }
    await (await asked({ filters })).lines(0, 3)
    expect((await asked({ filters })).first).toMatchObject([{ section: '民生' }])
    const stored = await session.db.sections.get(report)
    if (!stored) throw new Error('no sections')
    const sections = stored.sections.map((section) => ({ ...section, title: `${section.title}事业` }))
    await session.db.sections.put({ ...stored, sections })
    const { first, lines } = await asked({ filters })
    expect(first).toBeNull()
    expect(await lines(0, 3)).toMatchObject([{ section: '民生事业' }])
  })
})

describe('tracking', () => {
  it('tells where terms stand in each report, a variant inside another once', async () => {
    const terms = [
      { id: 'a', variants: ['增长', '增长8%'] },
      { id: 'b', variants: ['没有'] },
    ]
    const asked = { terms, folds: FIRST_FOLDS, filters: EVERYWHERE }
    const answer = await client.track(asked, { signal: new AbortController().signal })
    const { reports: tracked, unplaced } = answer
    const spansOf = (spans: TermSpans, term: number) =>
      Array.from({ length: spans.count(term) }, (_, place) => spans.at(term, place))
    const at = TEXT.indexOf('增长8%')
    const next = TEXT.indexOf('增长10%')
    expect(unplaced).toBe(0)
    const packed = tracked.map((_, report) => new TermSpans(answer.at, report, terms.length))
    expect(packed.map((spans) => terms.map((_, term) => spansOf(spans, term)))).toEqual([
      [
        [
          { start: at, end: at + 4 },
          { start: next, end: next + 2 },
        ],
        [],
      ],
      [
        [
          { start: at, end: at + 4 },
          { start: next, end: next + 2 },
        ],
        [],
      ],
    ])
    expect(tracked[0]).toMatchObject({ source: hashOf(1), report: reportId(hashOf(1), 0) })
    expect(tracked[0]?.characters).toBe((tracked[0]?.span.end ?? 0) - (tracked[0]?.span.start ?? 0))
  })

  it('counts reports that have no place or no year, which no use can be told by', async () => {
    await updateReport(session, reportId(hashOf(1), 0), { year: null })
    const asked = { terms: [{ id: 'a', variants: ['增长'] }], folds: FIRST_FOLDS, filters: EVERYWHERE }
    const { reports, unplaced } = await client.track(asked, { signal: new AbortController().signal })
    expect(reports.map(({ source }) => source)).toEqual([hashOf(2)])
    expect(unplaced).toBe(1)
  })
})
