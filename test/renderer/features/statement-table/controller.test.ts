// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { askToChange, stopChange } from '../../../../renderer/features/statement-table/actions'
import { TableController } from '../../../../renderer/features/statement-table/controller'
import { goTo, moveTo, selectAll, toggle } from '../../../../renderer/features/statement-table/selecting'
import type { Session } from '../../../../renderer/storage'
import { StatementsClient, type WorkerLike } from '../../../../renderer/workers/statements/client'
import type { QueryResult, Request, StatementRow, Told } from '../../../../renderer/workers/statements/protocol'

const TOTAL = 2_450
const rowAt = (position: number) => ({ report: 'r', key: `k${position}`, status: 'suggested' }) as StatementRow
const counts = { suggested: TOTAL, accepted: 0, edited: 0, rejected: 0 }

/** A worker that answers from memory, and can be made to forget. */
class FakeWorker implements WorkerLike {
  asked: Request[] = []
  version = 0
  groups: QueryResult['groups'] = null
  at = -1
  #listener: (event: { data: unknown }) => void = () => undefined

  postMessage(message: unknown): void {
    const request = message as Request
    this.asked.push(request)
    this.say({ id: request.id, ok: true, value: this.#answer(request) })
  }
  terminate(): void {}
  addEventListener(type: 'message' | 'error', listener: (event: never) => void): void {
    if (type === 'message') this.#listener = listener as (event: { data: unknown }) => void
  }
  say(data: unknown): void {
    queueMicrotask(() => this.#listener({ data }))
  }
  count(type: Request['type']): number {
    return this.asked.filter((request) => request.type === type).length
  }
  #answer(request: Request): unknown {
    switch (request.type) {
      case 'query':
        return { version: ++this.version, total: TOTAL, all: TOTAL, counts, groups: this.groups, at: this.at }
      case 'recount':
        return { counts: { ...counts, suggested: 1 }, all: TOTAL, groups: this.groups }
      case 'rows': {
        if (request.version !== this.version) return null
        const count = Math.min(request.count, TOTAL - request.from)
        return Array.from({ length: count }, (_, index) => rowAt(request.from + index))
      }
      default:
        return null
    }
  }
}

let worker: FakeWorker
let table: TableController
const state = () => table.store.getState()
const tell = (told: Told) => worker.say(told)

beforeEach(async () => {
  worker = new FakeWorker()
  table = new TableController(new StatementsClient('p', () => worker), null)
  await table.ask()
})

describe('the table', () => {
  it('shows what was found, from the top', () => {
    expect(state()).toMatchObject({ cursor: 0, stale: false, failed: null })
    expect([state().lines.count, state().result?.total]).toEqual([TOTAL, TOTAL])
    expect(table.row(99)).toMatchObject({ key: 'k99' })
    expect(table.row(100)).toBeUndefined()
  })

  it('fetches pages that are in sight, each once', async () => {
    table.need([190, 210])
    await vi.waitFor(() => expect(table.row(210)).toMatchObject({ key: 'k210' }))
    expect(table.row(190)).toMatchObject({ key: 'k190' })
    const asked = worker.count('rows')
    table.need([190, 210])
    expect(worker.count('rows')).toBe(asked)
  })

  it('asks anew where the worker has forgotten the answer', async () => {
    worker.version++
    table.need([200])
    await vi.waitFor(() => expect(worker.count('query')).toBe(2))
  })

  it('looks for the row that the keyboard is on, and goes there', async () => {
    moveTo(table, 7, false)
    worker.at = 321
    table.change({ sort: [{ column: 'normal', down: true }] })
    await vi.waitFor(() => expect(state().cursor).toBe(321))
    expect(worker.asked.findLast(({ type }) => type === 'query')).toMatchObject({
      query: { find: { report: 'r', key: 'k7' } },
    })
    expect(table.row(321)).toMatchObject({ key: 'k321' })
  })

  it('keeps the rows in their places when statements change, and says so', async () => {
    table.need([0])
    moveTo(table, 5, false)
    tell({ told: 'changed', reports: ['r'], rows: false })
    await vi.waitFor(() => expect(state().result?.counts.suggested).toBe(1))
    expect(state()).toMatchObject({ stale: true, cursor: 5 })
    expect(worker.count('query')).toBe(1)
    await table.ask()
    expect(state().stale).toBe(false)
  })

  it('asks anew when statements came or went', async () => {
    vi.useFakeTimers()
    tell({ told: 'changed', reports: ['r'], rows: true })
    await vi.advanceTimersByTimeAsync(2_000)
    vi.useRealTimers()
    expect(worker.count('query')).toBe(2)
  })

  it('shows a row otherwise until it is read again', () => {
    table.patch(3, { status: 'accepted' })
    expect(table.row(3)?.status).toBe('accepted')
    expect(table.row(4)?.status).toBe('suggested')
  })

  it('tells how far the worker is', async () => {
    tell({ told: 'progress', done: 50, total: 200 })
    await vi.waitFor(() => expect(state().progress).toEqual({ what: 'progress', done: 50, total: 200 }))
    tell({ told: 'progress', done: 200, total: 200 })
    await vi.waitFor(() => expect(state().progress).toBeNull())
  })

  it('stays on the head of a group that is closed, and on the row when it opens', async () => {
    worker.groups = [
      { value: 'a', label: '', from: 0, count: 200, suggested: 0 },
      { value: 'b', label: '', from: 200, count: TOTAL - 200, suggested: 0 },
    ]
    await table.ask()
    moveTo(table, 202, false)
    expect(state().lines.at(202)).toEqual({ type: 'row', position: 200 })
    table.collapse('a', true)
    expect(state().cursor).toBe(2)
    table.collapseAll(true)
    expect([state().cursor, state().lines.count]).toEqual([1, 2])
    table.collapseAll(false)
    expect(state().cursor).toBe(201)
  })
})

describe('changing many rows', () => {
  // Nothing is written before the answer: the project is not asked.
  const session = {} as Session

  it('is asked about first', async () => {
    selectAll(table)
    await askToChange(session, table, { type: 'reject' })
    expect(state()).toMatchObject({ asking: { type: 'reject' }, working: null })
  })

  it('waits for the change that is being written', async () => {
    selectAll(table)
    table.store.setState({ working: { done: 0, total: TOTAL, stopped: false } })
    await askToChange(session, table, { type: 'accept' })
    expect(state().asking).toBeNull()
    stopChange(table)
    expect(state().working?.stopped).toBe(true)
  })
})

describe('choosing rows', () => {
  const alone = { one: false, range: false }

  it('ends with a click, grows with Shift and Ctrl', () => {
    goTo(table, 3, alone)
    goTo(table, 6, { one: false, range: true })
    expect(state().selection).toEqual([{ from: 3, to: 7 }])
    goTo(table, 10, { one: true, range: false })
    expect(state().selection).toEqual([
      { from: 3, to: 7 },
      { from: 10, to: 11 },
    ])
    goTo(table, 1, alone)
    expect(state()).toMatchObject({ selection: [], cursor: 1 })
  })

  it('grows and shrinks with Shift and the arrows', () => {
    goTo(table, 5, alone)
    moveTo(table, 6, true)
    moveTo(table, 7, true)
    expect(state().selection).toEqual([{ from: 5, to: 8 }])
    moveTo(table, 4, true)
    expect(state().selection).toEqual([{ from: 4, to: 6 }])
  })

  it('takes all rows of a group by its head', async () => {
    worker.groups = [{ value: 'a', label: '', from: 0, count: TOTAL, suggested: 0 }]
    await table.ask()
    toggle(table, 0)
    expect(state().selection).toEqual([{ from: 0, to: TOTAL }])
    toggle(table, 0)
    expect(state().selection).toEqual([])
  })

  it('takes every row that was found', () => {
    selectAll(table)
    expect(state().selection).toEqual([{ from: 0, to: TOTAL }])
  })
})
