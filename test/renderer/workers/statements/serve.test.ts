import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { acceptStatement, hideSource, rejectStatement, type Session, updateReport } from '../../../../renderer/storage'
import { StatementsClient, StatementsError, type WorkerLike } from '../../../../renderer/workers/statements/client'
import {
  NO_FILTER,
  type QueryResult,
  type StatementQuery,
  type Told,
} from '../../../../renderer/workers/statements/protocol'
import { reportId } from '../../../../shared/model/identity'
import { hashOf, importFile, MemoryJournal, newProject, open, TEXT } from '../../storage/fixture'
import { workerHere } from './worker-here'

const until = (check: () => unknown): Promise<unknown> => vi.waitFor(check, { timeout: 30_000, interval: 20 })

const ALL: StatementQuery = { report: null, filter: NO_FILTER, sort: [], group: null, find: null }

let session: Session
let journal: MemoryJournal
let client: StatementsClient
let told: Told[]

beforeEach(async () => {
  journal = new MemoryJournal()
  const project = newProject()
  ;({ session } = await open(project, journal))
  await importFile(session.db, journal, 1)
  await importFile(session.db, journal, 2)
  client = new StatementsClient(project.id, workerHere)
  told = []
  client.listen((one) => void told.push(one))
})
afterEach(() => {
  client.end()
  session.close()
})

const report = (n: number) => reportId(hashOf(n), 0)
const ask = async (query: Partial<StatementQuery> = {}): Promise<QueryResult> => {
  const result = await client.ask('query', { view: 'v', query: { ...ALL, ...query } })
  if (!result) throw new Error('the query was passed over')
  return result
}
const rows = ({ version }: QueryResult) => client.ask('rows', { view: 'v', version, from: 0, count: 100 })
const changed = () => told.filter((one) => one.told === 'changed')

describe('the statements worker', () => {
  it('finds all statements of the project, with their sentences', async () => {
    const result = await ask({ sort: [{ column: 'normal', down: true }] })
    expect(result).toMatchObject({ total: 6, all: 6, groups: null, at: -1 })
    expect(result.counts).toEqual({ suggested: 6, accepted: 0, edited: 0, rejected: 0 })
    const [first] = (await rows(result)) ?? []
    // Of six, four are rates: the commonest base comes first.
    expect(first).toMatchObject({ quantity: '10%', normal: 10, normalUnit: '%', status: 'suggested', words: TEXT })
    expect(first?.words.slice(first.wordsAt)).toMatch(/^10%/)
    expect(told).toContainEqual({ told: 'progress', done: 2, total: 2 })
  })

  it('reads only the report that is asked for', async () => {
    expect(await ask({ report: report(1) })).toMatchObject({ total: 3, all: 3 })
    expect(told.filter((one) => one.told === 'progress')).toEqual([{ told: 'progress', done: 1, total: 1 }])
  })

  it('looks a text up in sentences', async () => {
    const filter = { ...NO_FILTER, text: '停车场' }
    expect(await ask({ filter })).toMatchObject({ total: 0 })
    expect(await ask({ filter: { ...filter, sentences: true } })).toMatchObject({ total: 6 })
    expect(told).toContainEqual({ told: 'searching', done: 2, total: 2 })
  })

  it('follows a statement that is settled, and keeps every row in its place', async () => {
    const before = await ask()
    const [, second] = (await rows(before)) ?? []
    if (!second) throw new Error('there are six rows')
    await rejectStatement(session, second.report, second.key)
    await until(() => expect(changed()).toEqual([{ told: 'changed', reports: [second.report], rows: false }]))
    const after = await rows(before)
    expect(after?.map(({ status }) => status)).toEqual(['suggested', 'rejected', ...Array(4).fill('suggested')])
    expect(after?.[1]).toMatchObject({ key: second.key, touched: true })
    const counts = await client.ask('recount', { view: 'v', version: before.version, query: ALL })
    expect(counts?.counts.rejected).toBe(1)
    expect(await ask({ filter: { ...NO_FILTER, statuses: ['suggested'] } })).toMatchObject({ total: 5 })
  })

  it('follows reports that come, go and get another year', async () => {
    await ask()
    await importFile(session.db, journal, 3)
    await until(() => expect(changed().at(-1)).toEqual({ told: 'changed', reports: [report(3)], rows: true }))
    expect(await ask()).toMatchObject({ total: 9 })
    await hideSource(session, hashOf(1))
    await until(() => expect(changed().at(-1)).toEqual({ told: 'changed', reports: [report(1)], rows: true }))
    expect(await ask()).toMatchObject({ total: 6 })
    await updateReport(session, report(2), { title: '别的标题', year: 2021 })
    await until(async () => {
      const choices = await client.ask('choices', { report: null })
      expect(choices.reportYears.map(({ value }) => value)).toContain(2021)
    })
  })

  it('finds a statement where it stands in an order', async () => {
    const first = await rows(await ask())
    const wanted = first?.[4]
    const find = wanted ? { report: wanted.report, key: wanted.key } : null
    const result = await ask({ sort: [{ column: 'normal', down: true }], find })
    const shown = await rows(result)
    expect(shown?.[result.at]).toMatchObject(find ?? {})
  })

  it('names what is at positions', async () => {
    await acceptStatement(session, report(1), (await rows(await ask()))?.[0]?.key ?? '')
    await until(() => expect(changed().length).toBeGreaterThan(0))
    const { version } = await ask()
    const ranges = [
      { from: 0, to: 1 },
      { from: 4, to: 6 },
    ]
    const names = await client.ask('names', { view: 'v', version, ranges })
    expect(names?.map((one) => [one.report, one.status])).toEqual([
      [report(1), 'accepted'],
      [report(2), 'suggested'],
      [report(2), 'suggested'],
    ])
  })

  it('knows nothing of an older answer', async () => {
    const { version } = await ask()
    await ask()
    expect(await client.ask('rows', { view: 'v', version, from: 0, count: 1 })).toBeNull()
    expect(await client.ask('names', { view: 'v', version, ranges: [{ from: 0, to: 1 }] })).toBeNull()
  })

  it('passes an older question over when a newer one waits', async () => {
    const query = (column: 'normal' | 'kind') => ({ view: 'v', query: { ...ALL, sort: [{ column, down: false }] } })
    const [older, newer] = await Promise.all([client.ask('query', query('normal')), client.ask('query', query('kind'))])
    expect(older).toBeNull()
    expect(newer?.total).toBe(6)
  })

  it('writes what a view shows as a table', async () => {
    const { version } = await ask({ sort: [{ column: 'start', down: false }], report: report(1) })
    const how = { version, language: 'zh-CN', names: { gdp: '地区生产总值' } } as const
    const csv = new TextDecoder().decode(
      (await client.ask('write', { view: 'v', format: 'csv', ...how })) ?? new Uint8Array(),
    )
    const lines = csv.split('\r\n')
    expect(lines).toHaveLength(5)
    expect(lines[1]).toContain('160亿元')
    expect(lines[1]).toContain('16000000000')
    expect(lines[1]).toContain('1.txt')
    const xlsx = await client.ask('write', { view: 'v', format: 'xlsx', ...how })
    expect([...(xlsx?.subarray(0, 2) ?? [])]).toEqual([0x50, 0x4b])
  })

  it('says so when it cannot answer', async () => {
    session.db.close()
    const lost = new StatementsClient('no project', workerHere)
    await session.db.delete()
    const first = lost.ask('query', { view: 'v', query: ALL })
    expect(await first).toMatchObject({ total: 0 })
    lost.end()
    const failing = new StatementsClient('x', () => {
      const worker = workerHere()
      return { ...worker, postMessage: (message) => worker.postMessage({ ...Object(message), type: 'rows', ask: 0 }) }
    })
    await expect(failing.ask('query', { view: 'v', query: ALL })).rejects.toBeInstanceOf(StatementsError)
    failing.end()
  })
})

describe('the client', () => {
  it('ends a worker that nobody has looked at for a while, and starts it again', async () => {
    const workers: ReturnType<typeof workerHere>[] = []
    const made = () => {
      const worker = workerHere()
      workers.push(worker)
      return worker
    }
    const short = new StatementsClient(session.project.id, made, 1)
    const leave = short.look()
    expect((await short.ask('query', { view: 'v', query: ALL }))?.total).toBe(6)
    expect(short.isRunning).toBe(true)
    leave()
    await until(() => expect(workers[0]?.ended).toBe(true))
    expect(short.isRunning).toBe(false)
    expect((await short.ask('query', { view: 'v', query: ALL }))?.total).toBe(6)
    expect(workers).toHaveLength(2)
    short.end()
  })

  it('gives up what waits when the worker breaks', async () => {
    const breakers: ((event: { message: string }) => void)[] = []
    const worker: WorkerLike = {
      postMessage: () => undefined,
      terminate: () => undefined,
      addEventListener: (type: string, listener: (event: never) => void) => {
        if (type === 'error') breakers.push(listener as (event: { message: string }) => void)
      },
    }
    const breaking = new StatementsClient('x', () => worker)
    const asked = breaking.ask('choices', { report: null })
    breakers[0]?.({ message: 'out of memory' })
    await expect(asked).rejects.toThrow('out of memory')
    expect(breaking.isRunning).toBe(false)
  })
})
