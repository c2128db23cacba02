import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import {
  hideSource,
  ledgerSettings,
  rejectStatement,
  reviewStatements,
  type Session,
  saveProjectSettings,
  updateReport,
} from '../../../../renderer/storage'
import { openDatabase } from '../../../../renderer/storage/compare-worker'
import { ByPlace, type Maker } from '../../../../renderer/workers/by-place/by-place'
import { ByPlaceClient, ByPlaceError, type WorkerLike } from '../../../../renderer/workers/by-place/client'
import type { Answer, Request } from '../../../../renderer/workers/by-place/protocol'
import { serve, viewOf } from '../../../../renderer/workers/by-place/serve'
import { analysed, hashOf, importFile, opened } from '../../storage/fixture'

const CITY = { code: '410300', name: '洛阳市', short: '洛阳', level: 'city', parent: '410000' } as const

/** Tells years, statements, and what stands above. */
const MAKER: Maker<number, string> = {
  text: false,
  above: true,
  records: ['projectSettings'],
  basis: async (db) => (await db.projectSettings.get('ledger'))?.id.length ?? 0,
  make: (place, own, above, basis) =>
    `${place}: ${own.map(({ report, statements }) => `${report.year}/${statements.length}`)} above ${above.length} by ${basis}`,
}
const make = vi.spyOn(MAKER, 'make')

let session: Session
let project: string
let places: ByPlace<number, string>
const heard = vi.fn()

/** The n-th file as one of the city's. */
function ofCity(n: number) {
  const made = analysed(n)
  for (const { report } of made.reports) report.place = { ...CITY }
  return made
}

beforeEach(async () => {
  const made = await opened()
  session = made.session
  project = made.project.id
  await importFile(session.db, made.journal, 2, ofCity(2))
  places = new ByPlace(await openDatabase(project), MAKER, heard)
  make.mockClear()
  heard.mockClear()
})

afterEach(() => {
  places.close()
  session.close()
})

async function read(codes: readonly string[] | null = null): Promise<string[]> {
  const told: string[] = []
  await places.read(codes, (_, value) => told.push(value))
  return told.sort()
}

it('makes each place of its own reports and of those above it, once', async () => {
  const expected = ['410300: 2024/3 above 0 by 0', '410304: 2024/3 above 1 by 0']
  expect(await read()).toEqual(expected)
  expect(await read()).toEqual(expected)
  expect(await read(['410304', '999999'])).toEqual(expected.slice(1))
  expect(make).toHaveBeenCalledTimes(2)
})

it('makes a place anew after a word on one of its statements, and no other', async () => {
  await read()
  const report = (await session.db.reports.where('source').equals(hashOf(1)).first())?.id ?? ''
  await rejectStatement(session, report, (await reviewStatements(session.db, report))[0]?.key ?? '')
  await vi.waitFor(() => expect(heard).toHaveBeenCalled())
  expect(await read()).toEqual(['410300: 2024/3 above 0 by 0', '410304: 2024/2 above 1 by 0'])
  expect(make).toHaveBeenCalledTimes(3)
})

it('makes a place and those under it anew when a report gets another year', async () => {
  await read()
  const report = (await session.db.reports.where('source').equals(hashOf(2)).first())?.id ?? ''
  await updateReport(session, report, { year: 2020 })
  expect((await read())[0]).toContain('410300: 2020/')
  expect(make).toHaveBeenCalledTimes(4)
})

it('makes all anew when what it goes by changes', async () => {
  await read()
  await saveProjectSettings(session, { ...(await ledgerSettings(session.db)), ratePoints: 1 })
  await vi.waitFor(() => expect(heard).toHaveBeenCalled())
  expect(await read()).toEqual(['410300: 2024/3 above 0 by 6', '410304: 2024/3 above 1 by 6'])
})

it('keeps nothing that was made of statements which changed while they were read', async () => {
  const db = await openDatabase(project)
  const reading = new ByPlace(db, { ...MAKER, text: true }, heard)
  const report = (await session.db.reports.where('source').equals(hashOf(1)).first())?.id ?? ''
  const read = db.texts.bulkGet.bind(db.texts)
  vi.spyOn(db.texts, 'bulkGet').mockImplementationOnce((async (keys: string[]) => {
    const texts = await read(keys)
    // By now the statements of the report are read as well; the user's word comes before anything is made of them.
    await rejectStatement(session, report, (await reviewStatements(session.db, report))[0]?.key ?? '')
    await vi.waitFor(() => expect(heard).toHaveBeenCalled())
    return texts
  }) as typeof db.texts.bulkGet)
  const told: string[] = []
  await reading.read(['410304'], () => undefined)
  await reading.read(['410304'], (_, value) => told.push(value))
  expect(told).toEqual(['410304: 2024/2 above 1 by 0'])
  expect(heard).toHaveBeenCalledOnce()
  reading.close()
})

it('keeps nothing that was made by settings which changed while they were read', async () => {
  const basis = vi.spyOn(MAKER, 'basis').mockImplementationOnce(async (db) => {
    const before = (await db.projectSettings.get('ledger'))?.id.length ?? 0
    await saveProjectSettings(session, { ...(await ledgerSettings(session.db)), ratePoints: 1 })
    await vi.waitFor(() => expect(heard).toHaveBeenCalled())
    return before
  })
  await read()
  expect(await read()).toEqual(['410300: 2024/3 above 0 by 6', '410304: 2024/3 above 1 by 6'])
  expect(basis).toHaveBeenCalledTimes(2)
})

it('asks again for what it goes by when that could not be read', async () => {
  vi.spyOn(MAKER, 'basis').mockRejectedValueOnce(new Error('no'))
  await expect(read()).rejects.toThrow('no')
  expect(await read()).toHaveLength(2)
})

it('makes a place anew when a report gets another title: it says which kind of paper it is', async () => {
  await read()
  const report = (await session.db.reports.where('source').equals(hashOf(1)).first())?.id ?? ''
  await updateReport(session, report, { title: '2023年国民经济和社会发展统计公报' })
  make.mockClear()
  await read()
  expect(make).toHaveBeenCalledOnce()
})

it('leaves a place out whose source is hidden, and makes those under it without it', async () => {
  await read()
  await hideSource(session, hashOf(2))
  await vi.waitFor(() => expect(heard).toHaveBeenCalled())
  expect(await read()).toEqual(['410304: 2024/3 above 0 by 0'])
  await session.undo()
  expect(await read()).toEqual(['410300: 2024/3 above 0 by 0', '410304: 2024/3 above 1 by 0'])
})

it('ends between places when nobody waits', async () => {
  await places.read(
    null,
    () => undefined,
    () => false,
  )
  expect(make).not.toHaveBeenCalled()
})

/** A worker in this thread. */
function workerHere(): WorkerLike & { ended: boolean } {
  const listeners: ((event: { data: unknown }) => void)[] = []
  const post = (message: Answer) => {
    const data: unknown = structuredClone(message)
    for (const listener of listeners) listener({ data })
  }
  const { take, end } = serve(
    { postMessage: post },
    { whole: viewOf(MAKER), size: viewOf({ ...MAKER, make: (...of) => MAKER.make(...of).length }) },
    'audit.failed',
  )
  const worker = {
    ended: false,
    postMessage: (message: unknown) => void take(message as Request),
    terminate: () => {
      worker.ended = true
      end()
    },
    addEventListener: (type: string, listener: (event: never) => void) => {
      if (type === 'message') listeners.push(listener as (event: { data: unknown }) => void)
    },
  }
  return worker
}

interface Views {
  whole: string
  size: number
}

it('answers over a channel in the form that is asked for, and tells when it may be another', async () => {
  const worker = workerHere()
  const client = new ByPlaceClient<Views>(project, () => worker)
  const [sizes, stale] = [new Map<string, number>(), vi.fn()]
  const stop = client.look(stale)
  const { signal } = new AbortController()
  await client.read('size', null, (values) => values.map(({ place, value }) => sizes.set(place, value)), signal)
  expect([...sizes.keys()].sort()).toEqual(['410300', '410304'])
  expect(sizes.get('410304')).toBe('410304: 2024/3 above 1 by 0'.length)
  const report = (await session.db.reports.where('source').equals(hashOf(1)).first())?.id ?? ''
  await rejectStatement(session, report, (await reviewStatements(session.db, report))[0]?.key ?? '')
  await vi.waitFor(() => expect(stale).toHaveBeenCalled())
  stop()
  client.end()
  expect(worker.ended).toBe(true)
})

it('gives up what is no longer waited for, and what cannot be read is said', async () => {
  const client = new ByPlaceClient<Views>(project, workerHere)
  const ended = new AbortController()
  const reading = client.read('whole', null, () => undefined, ended.signal)
  ended.abort(new Error('enough'))
  await expect(reading).rejects.toThrow('enough')
  const wrong = client as unknown as ByPlaceClient<{ none: string }>
  await expect(wrong.read('none', null, () => undefined, new AbortController().signal)).rejects.toThrow(ByPlaceError)
  client.end()
})

it('gives a question up when it is ended, and begins anew with the next', async () => {
  const started = vi.fn(workerHere)
  const client = new ByPlaceClient<Views>(project, started)
  const { signal } = new AbortController()
  const reading = client.read('whole', null, () => undefined, signal)
  client.end()
  await expect(reading).rejects.toThrow('ended')
  const told: string[] = []
  await client.read('whole', null, (values) => told.push(...values.map(({ place }) => place)), signal)
  expect(told.sort()).toEqual(['410300', '410304'])
  expect(started).toHaveBeenCalledTimes(2)
  client.end()
})

it('says that a worker which cannot go on has failed, and starts another', async () => {
  const failing: ((event: { message: string }) => void)[] = []
  const broken = (): WorkerLike => ({
    postMessage: () => undefined,
    terminate: () => undefined,
    addEventListener: (type: string, listener: (event: never) => void) => {
      if (type === 'error') failing.push(listener as (event: { message: string }) => void)
    },
  })
  const started = vi.fn(workerHere).mockImplementationOnce(broken as never)
  const client = new ByPlaceClient<Views>(project, started)
  const { signal } = new AbortController()
  const reading = client.read('whole', null, () => undefined, signal)
  for (const fail of failing) fail({ message: 'out of memory' })
  await expect(reading).rejects.toThrow('out of memory')
  expect(client.isRunning).toBe(false)
  await client.read('whole', null, () => undefined, signal)
  expect(client.isRunning).toBe(true)
  client.end()
})

it('is ended when nobody has looked at it for a while', async () => {
  const worker = workerHere()
  const client = new ByPlaceClient<Views>(project, () => worker, 1)
  await client.read('whole', [], () => undefined, new AbortController().signal)
  await vi.waitFor(() => expect(worker.ended).toBe(true))
  expect(client.isRunning).toBe(false)
})
