import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  editStatement,
  hideSource,
  rejectStatement,
  reviewStatements,
  type Session,
  updateReport,
} from '../../../../renderer/storage'
import { ScanClient, ScanError } from '../../../../renderer/workers/scan/client'
import type { ScanHit, ScanProgress, ScanQuery } from '../../../../renderer/workers/scan/protocol'
import { reportId } from '../../../../shared/model/identity'
import { analysed, hashOf, importFile, MemoryJournal, newProject, open, TEXT } from '../../storage/fixture'
import { workerHere } from './worker-here'

const ALL: ScanQuery = { type: 'phrase', pattern: '增长', extent: 'hit', sources: null }

let session: Session
let journal: MemoryJournal
let client: ScanClient

beforeEach(async () => {
  journal = new MemoryJournal()
  const project = newProject()
  ;({ session } = await open(project, journal))
  await importFile(session.db, journal, 1)
  await importFile(session.db, journal, 2)
  client = new ScanClient(project.id, workerHere)
})
afterEach(() => {
  client.end()
  session.close()
})

const report = (n: number) => reportId(hashOf(n), 0)

async function scan(query: Partial<ScanQuery> = {}, by = client) {
  const hits: ScanHit[] = []
  const progress: ScanProgress[] = []
  const told = (batch: ScanHit[], now: ScanProgress) => {
    hits.push(...batch)
    progress.push(now)
  }
  const end = await by.scan({ ...ALL, ...query }, told, new AbortController().signal)
  return { hits, progress, truncated: end.truncated, count: end.hits }
}

describe('a scan', () => {
  it('finds a phrase in all sources, with its surroundings', async () => {
    const { hits, count, truncated, progress } = await scan()
    expect({ count, truncated }).toEqual({ count: 4, truncated: false })
    expect(hits.map(({ source }) => source)).toEqual([hashOf(1), hashOf(1), hashOf(2), hashOf(2)])
    const start = TEXT.indexOf('增长')
    expect(hits[0]).toEqual({
      source: hashOf(1),
      reading: `${hashOf(1)}:1`,
      report: report(1),
      start,
      end: start + 2,
      mark: { start, end: start + 2 },
      characters: TEXT.length,
      before: TEXT.slice(0, start),
      hit: '增长',
      after: TEXT.slice(start + 2).slice(0, 60),
      label: '瀍河 2024',
    })
    expect(progress.at(-1)).toEqual({ done: 2, total: 2 })
  })

  it('marks sentences, each once', async () => {
    const { hits } = await scan({ extent: 'sentence', sources: [hashOf(1)] })
    expect(hits.map(({ mark }) => TEXT.slice(mark.start, mark.end))).toEqual([
      '2023年地区生产总值160亿元，增长8%。',
      '固定资产投资增长10%以上，新增停车场5个。',
    ])
  })

  it('looks through visible sources alone, those that are wanted, and one report', async () => {
    expect((await scan({ sources: [hashOf(2), hashOf(9)] })).hits.map(({ source }) => source)).toEqual([
      hashOf(2),
      hashOf(2),
    ])
    expect((await scan({ report: report(2) })).count).toBe(2)
    await hideSource(session, hashOf(1))
    expect((await scan()).count).toBe(2)
  })

  it('tells places in order, the latest year first', async () => {
    await updateReport(session, report(1), { year: 2020 })
    expect((await scan()).hits[0]?.source).toBe(hashOf(2))
  })

  it('leaves out what stands outside of reports, unless it is wanted', async () => {
    const made = analysed(3)
    const [one] = made.reports
    if (!one) throw new Error('no report')
    const at = TEXT.indexOf('固定')
    const stretches = [
      { start: 0, end: at, kind: 'report' as const, report: 0 },
      { start: at, end: TEXT.length, kind: 'article' as const, report: null },
    ]
    const shorter = { ...one, statements: [], report: { ...one.report, end: at } }
    await importFile(session.db, journal, 3, { ...made, text: { ...made.text, stretches }, reports: [shorter] })
    expect((await scan({ sources: [hashOf(3)] })).count).toBe(1)
    const { hits } = await scan({ sources: [hashOf(3)], everywhere: true })
    expect(hits.map(({ report: own, label }) => [own, label])).toEqual([
      [report(3), '瀍河 2024'],
      [null, '3.txt'],
    ])
  })

  it('tells no more hits than are wanted at all', async () => {
    const short = new ScanClient(session.project.id, () => workerHere(3))
    const { hits, count, truncated } = await scan({}, short)
    expect([hits.length, count, truncated]).toEqual([3, 3, true])
    expect(await scan({ sources: [hashOf(1)] }, short)).toMatchObject({ count: 2, truncated: false })
    short.end()
    const exact = new ScanClient(session.project.id, () => workerHere(4))
    expect(await scan({}, exact)).toMatchObject({ count: 4, truncated: false })
    exact.end()
  })

  it('says why an expression is none', async () => {
    const failed = scan({ type: 'regex', pattern: '(增长' })
    await expect(failed).rejects.toBeInstanceOf(ScanError)
    await expect(failed).rejects.toMatchObject({ reason: { key: 'autocode.invalid' } })
  })
})

describe('the statements of an indicator', () => {
  const gdp = { type: 'indicator', pattern: 'gdp', sources: [hashOf(1)] } as const
  const found = async () => (await scan(gdp)).hits.map(({ hit }) => hit)

  it('are found as the user has left them', async () => {
    expect(await found()).toEqual(['160亿元', '8%'])
    const [first, second, third] = await reviewStatements(session.db, report(1))
    if (!first || !second || !third) throw new Error('there are three statements')
    await rejectStatement(session, report(1), first.key)
    await editStatement(session, report(1), third.key, { canonical: 'gdp' })
    expect(await found()).toEqual(['8%', '10%'])
    expect((await scan({ ...gdp, pattern: 'population' })).count).toBe(0)
  })
})
