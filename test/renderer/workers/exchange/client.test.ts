import { expect, it, vi } from 'vitest'
import { type WorkerLike, writeExchange } from '../../../../renderer/workers/exchange/client'
import type { ExchangeReply, WriteQuery } from '../../../../renderer/workers/exchange/protocol'

const QUERY: WriteQuery = {
  ...{ ask: 'write', project: { id: 'p', name: '课题', createdAt: '' }, type: 'qdpx', language: 'zh-CN' },
  ...{ undecided: false, report: null },
}

/** A worker that says what a test has it say. */
function worker() {
  const heard = new Map<string, (event: never) => void>()
  const made: WorkerLike = {
    postMessage: vi.fn(),
    terminate: vi.fn(),
    addEventListener: (type: string, listener: (event: never) => void) => void heard.set(type, listener),
  }
  return {
    made,
    say: (data: ExchangeReply) => heard.get('message')?.({ data } as never),
    fail: (words: string) => heard.get('error')?.({ message: words } as never),
  }
}

it('gives the file, tells how far it is, and ends the worker', async () => {
  const { made, say } = worker()
  const told = vi.fn()
  const asked = writeExchange(QUERY, { signal: new AbortController().signal, told, start: () => made })
  say({ told: 'progress', done: 1, total: 2 })
  say({ told: 'written', bytes: new Uint8Array([1]) })
  expect(await asked).toEqual(new Uint8Array([1]))
  expect(told).toHaveBeenCalledWith(1, 2)
  expect(made.terminate).toHaveBeenCalledOnce()
})

it('fails with the reason, and ends the worker when it is given up', async () => {
  const told = () => undefined
  const one = worker()
  const failing = writeExchange(QUERY, { signal: new AbortController().signal, told, start: () => one.made })
  one.say({ told: 'failed', reason: { key: 'exchange.noCodes', params: {} } })
  await expect(failing).rejects.toMatchObject({ reason: { key: 'exchange.noCodes' } })
  const other = worker()
  const dying = writeExchange(QUERY, { signal: new AbortController().signal, told, start: () => other.made })
  other.fail('died')
  await expect(dying).rejects.toMatchObject({ reason: { key: 'exchange.failed', params: { message: 'died' } } })
  const third = worker()
  const control = new AbortController()
  const given = writeExchange(QUERY, { signal: control.signal, told, start: () => third.made })
  control.abort(new Error('given up'))
  await expect(given).rejects.toThrow('given up')
  expect(third.made.terminate).toHaveBeenCalledOnce()
})
