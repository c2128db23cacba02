import { describe, expect, it } from 'vitest'
import type { ComparedText } from '#shared/compare/folded'
import { answerTo } from '../../../../renderer/workers/parallel/answer'
import { compareTexts, type WorkerLike } from '../../../../renderer/workers/parallel/client'
import type { CompareAnswer, CompareRequest } from '../../../../renderer/workers/parallel/protocol'

/** A worker that runs here: what goes over is copied, answers come later. */
class WorkerHere implements WorkerLike {
  ended = 0
  readonly #work: (request: CompareRequest, tell: (answer: CompareAnswer) => void) => void
  readonly #listeners: ((event: { data: unknown }) => void)[] = []
  #failed: (event: { message: string }) => void = () => undefined

  constructor(work: (request: CompareRequest, tell: (answer: CompareAnswer) => void) => void = answerTo) {
    this.#work = work
  }

  postMessage(message: unknown): void {
    const request = structuredClone(message) as CompareRequest
    queueMicrotask(() => this.#work(request, (answer) => this.#tell(answer)))
  }

  terminate(): void {
    this.ended++
  }

  addEventListener(
    type: 'message' | 'error',
    listener: ((event: { data: unknown }) => void) & ((event: { message: string }) => void),
  ): void {
    if (type === 'message') this.#listeners.push(listener)
    else this.#failed = listener
  }

  fail(message: string): void {
    this.#failed({ message })
  }

  #tell(answer: CompareAnswer): void {
    for (const listener of this.#listeners) listener({ data: structuredClone(answer) })
  }
}

const SENTENCE = '新建改造农村公路和桥梁。'
const BEFORE = '报纸的其他文章。'
const text: ComparedText = {
  text: `${BEFORE}新建改造农村\n公路和桥梁。`,
  span: { start: BEFORE.length, end: BEFORE.length + SENTENCE.length + 1 },
  joins: [{ start: BEFORE.length + 6, end: BEFORE.length + 7 }],
}
const other: ComparedText = { text: SENTENCE, span: { start: 0, end: SENTENCE.length }, joins: [] }
const run = (worker: WorkerHere, signal = new AbortController().signal, told = (_done: number): void => undefined) =>
  compareTexts(text, other, { signal, told, start: () => worker })

describe('the client of the worker', () => {
  it('gives spans of the whole texts, also over a join, and ends the worker', async () => {
    const worker = new WorkerHere((request, tell) => {
      expect(request.a.text).toBe('新建改造农村\n公路和桥梁。')
      expect(request.a.joins).toEqual([{ start: 6, end: 7 }])
      tell({
        found: {
          pairs: [
            {
              kind: 'same',
              likeness: 1,
              a: { start: 0, end: 13 },
              b: { start: 0, end: 12 },
              commonA: [{ start: 0, end: 12 }],
              commonB: [{ start: 0, end: 11 }],
              numbers: [],
              length: 11,
              formula: false,
            },
          ],
          a: { shared: 11, all: 11 },
          b: { shared: 11, all: 11 },
        },
      })
    })
    const { pairs } = await run(worker)
    expect(pairs[0]).toMatchObject({
      a: { start: 8, end: 21 },
      b: { start: 0, end: 12 },
      commonA: [{ start: 8, end: 20 }],
    })
    expect(worker.ended).toBe(1)
  })

  it('finds what two texts share and tells how far it is', async () => {
    const done: number[] = []
    const same = { text: SENTENCE, span: { start: 0, end: SENTENCE.length }, joins: [] }
    const worker = new WorkerHere()
    const found = await compareTexts(same, other, {
      signal: new AbortController().signal,
      told: (part) => done.push(part),
      start: () => worker,
    })
    expect(found.pairs).toMatchObject([{ kind: 'same' }])
    expect(done.every((part) => part >= 0 && part <= 1)).toBe(true)
  })

  it('is ended at once by its signal', async () => {
    const worker = new WorkerHere(() => undefined)
    const controller = new AbortController()
    const found = run(worker, controller.signal)
    controller.abort()
    await expect(found).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
    expect(worker.ended).toBe(1)
  })

  it('starts no worker for what is outdated already', async () => {
    const worker = new WorkerHere()
    await expect(run(worker, AbortSignal.abort())).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
    expect(worker.ended).toBe(0)
  })

  it('says why it failed', async () => {
    const told = new WorkerHere((_request, tell) => tell({ failed: 'too long' }))
    await expect(run(told)).rejects.toThrow('too long')
    const broken = new WorkerHere(() => undefined)
    const found = run(broken)
    broken.fail('could not be loaded')
    await expect(found).rejects.toThrow('could not be loaded')
    expect([told.ended, broken.ended]).toEqual([1, 1])
  })
})

it('an error on the way is told', () => {
  const answers: CompareAnswer[] = []
  const broken = { text: SENTENCE, span: null, joins: [] } as unknown as ComparedText
  answerTo({ a: broken, b: other }, (answer) => answers.push(answer))
  expect(answers).toMatchObject([{ failed: expect.stringContaining('start') }])
})
