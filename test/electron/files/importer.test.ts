import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Importer } from '../../../electron/files/importer'
import { ANSWER_LIMIT, TOTAL_LIMIT } from '../../../electron/files/importer-lane'
import type { Verdict, Work } from '../../../electron/files/importer-link'
import { FakeLink, IMPORTED } from './fake-importer'

const WORK: Work = { type: 'expand', name: 'a', bytes: new ArrayBuffer(0), from: 0 }

let links: FakeLink[]
let importer: Importer
let requests: number[]

beforeEach(() => {
  vi.useFakeTimers()
  links = []
  requests = []
  importer = new Importer(() => {
    const link = new FakeLink(
      () => undefined,
      ({ ticket }) => void requests.push(ticket),
    )
    links.push(link)
    queueMicrotask(() => link.ready(2))
    return link
  }, 2)
})
afterEach(() => {
  importer.close()
  vi.useRealTimers()
})

/** Gives the importer work; the verdict comes into the list. */
async function give(verdicts: Verdict[] = []): Promise<Verdict[]> {
  void importer.process(WORK).then((verdict) => verdicts.push(verdict))
  await vi.advanceTimersByTimeAsync(0)
  return verdicts
}
const done = (ticket: number) => ({ type: 'done', ticket, outcome: IMPORTED, entry: null })
const lanesOf = (link: FakeLink | undefined) => requests.map((ticket) => link?.laneOf(ticket))

describe('two lanes', () => {
  it('share the work: each request goes to the least busy one', async () => {
    for (let count = 0; count < 4; count += 1) await give()
    expect(lanesOf(links[0])).toEqual([0, 1, 0, 1])
    links[0]?.say(done(2))
    await give()
    expect(links[0]?.laneOf(5)).toBe(1)
  })

  it('are ready together', async () => {
    importer = new Importer(() => {
      const link = new FakeLink(() => undefined)
      links.push(link)
      queueMicrotask(() => link.ready(1))
      return link
    }, 2)
    await give()
    expect(requests).toEqual([])
    links[0]?.say({ type: 'ready' }, 1)
    await vi.advanceTimersByTimeAsync(0)
    expect(links[0]?.laneOf(1)).toBe(0)
  })

  it('are not waited for when the program ends while they start', async () => {
    importer = new Importer(() => new FakeLink(() => undefined), 2)
    const verdicts = await give()
    importer.close()
    await vi.advanceTimersByTimeAsync(0)
    expect(verdicts).toEqual([{ type: 'lost', alone: false }])
  })

  it('are lost together: nobody is blamed while two were in it', async () => {
    const verdicts = await give()
    await give(verdicts)
    links[0]?.die()
    await vi.advanceTimersByTimeAsync(0)
    expect(verdicts).toEqual([
      { type: 'lost', alone: false },
      { type: 'lost', alone: false },
    ])
    await give(verdicts)
    links[1]?.die()
    await vi.advanceTimersByTimeAsync(0)
    expect(verdicts[2]).toEqual({ type: 'lost', alone: true })
  })

  it('hang each for itself: a busy lane does not excuse the other', async () => {
    const hanging = await give()
    let last = 0
    for (let spent = 0; spent < ANSWER_LIMIT; spent += ANSWER_LIMIT / 4) {
      await give()
      last += 1
      links[0]?.say(done(last + 1))
      await vi.advanceTimersByTimeAsync(ANSWER_LIMIT / 4)
    }
    expect(lanesOf(links[0])).toEqual([0, 1, 1, 1, 1])
    expect(hanging).toEqual([{ type: 'timeout', limit: ANSWER_LIMIT }])
    expect(links[0]?.destroyed).toBe(true)
  })
})

describe('a heartbeat', () => {
  it('lets a long file go on, and is passed on', async () => {
    const heard: number[][] = []
    const verdicts: Verdict[] = []
    void importer.process(WORK, (...part) => heard.push(part)).then((verdict) => verdicts.push(verdict))
    await vi.advanceTimersByTimeAsync(0)
    for (let page = 1; page <= 3; page += 1) {
      await vi.advanceTimersByTimeAsync(ANSWER_LIMIT - 1)
      links[0]?.say({ type: 'progress', ticket: 1, done: page, total: 500 })
    }
    expect(heard).toEqual([
      [1, 500],
      [2, 500],
      [3, 500],
    ])
    expect(verdicts).toEqual([])
    await vi.advanceTimersByTimeAsync(ANSWER_LIMIT)
    expect(verdicts).toEqual([{ type: 'timeout', limit: ANSWER_LIMIT }])
  })

  it('does not let it go on for ever', async () => {
    const verdicts = await give()
    for (let spent = 0; spent < TOTAL_LIMIT; spent += ANSWER_LIMIT / 2) {
      links[0]?.say({ type: 'progress', ticket: 1, done: 1, total: 500 })
      await vi.advanceTimersByTimeAsync(ANSWER_LIMIT / 2)
    }
    expect(verdicts).toEqual([{ type: 'timeout', limit: TOTAL_LIMIT }])
  })

  it('of a file that nobody waits for is passed over', async () => {
    const verdicts = await give()
    links[0]?.say({ type: 'progress', ticket: 99, done: 1, total: 2 }, 1)
    links[0]?.say(done(1))
    await vi.advanceTimersByTimeAsync(0)
    expect(verdicts).toMatchObject([{ type: 'answer' }])
  })
})
