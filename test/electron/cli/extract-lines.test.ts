import { Readable, Writable } from 'node:stream'
import { expect, it } from 'vitest'
import { message } from '#shared/model/identity'
import { extractLines } from '../../../electron/cli/extract-lines'
import type { AnsweredLines, GivenLine } from '../../../electron/cli/line-answers'
import { Output, OutputClosed } from '../../../electron/cli/output'

const encoder = new TextEncoder()

/** Collects what is written, and can be slow or gone. */
function sink(take: (done: (error?: Error) => void) => void = (done) => done()) {
  const written: string[] = []
  const stream = new Writable({
    highWaterMark: 1,
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk.toString('utf8'))
      take(done)
    },
  })
  return { written, stream, text: () => written.join('') }
}

/** A pool that answers each line by itself, in an order of the test's. */
function pool(answer: (lines: readonly GivenLine[]) => Promise<void> = async () => undefined) {
  return {
    async answer(lines: readonly GivenLine[]): Promise<AnsweredLines> {
      await answer(lines)
      const bad = lines.filter(({ text }) => text === 'bad')
      const good = lines.filter(({ text }) => text !== 'bad')
      return {
        bytes: new Uint8Array(encoder.encode(good.map(({ text }) => `${text}\n`).join(''))),
        failures: bad.map(({ number }) => ({ number, reason: message('cli.wrong.line') })),
      }
    },
  }
}

const chunks = (...lines: string[]): Readable => Readable.from(lines.map((line) => encoder.encode(`${line}\n`)))

it('writes in the order of the lines, whichever is done first', async () => {
  const out = sink()
  const waiting: (() => void)[] = []
  const backwards = pool(
    () =>
      new Promise((done) => {
        waiting.push(done)
        // The last of four is done first.
        if (waiting.length === 4) for (const each of waiting.toReversed()) setImmediate(each)
      }),
  )
  const output = new Output('en', out.stream, sink().stream)
  expect(await extractLines(chunks('1', '2', '3', '4'), backwards, 2, output)).toBe(0)
  expect(out.text()).toBe('1\n2\n3\n4\n')
})

it('counts and names the lines that failed', async () => {
  const [out, err] = [sink(), sink()]
  const output = new Output('en', out.stream, err.stream)
  expect(await extractLines(chunks('1', 'bad', '3\nbad'), pool(), 1, output)).toBe(2)
  expect(out.text()).toBe('1\n3\n')
  expect(err.text().match(/^Line \d+/gm)).toEqual(['Line 2', 'Line 4'])
})

it('reads no more than can be taken', async () => {
  let read = 0
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) {
      read += 1
      yield encoder.encode(`${read}\n`)
    }
  }
  const held: (() => void)[] = []
  let seen = 0
  const out = sink((done) => {
    seen += 1
    if (seen === 100) done(Object.assign(new Error('gone'), { code: 'EPIPE' }))
    else if (seen % 10 === 0) held.push(done)
    else done()
    // A slow reader: it goes on when everybody else has come to a halt.
    if (held.length > 0) setImmediate(() => held.shift()?.())
  })
  const output = new Output('en', out.stream, sink().stream)
  await expect(extractLines(endless(), pool(), 3, output)).rejects.toBeInstanceOf(OutputClosed)
  expect(read).toBeLessThan(100 + 10)
})

it('ends when nobody takes the output, though the input stays open', async () => {
  const input = new Readable({ read: () => undefined })
  const out = sink((done) => done(Object.assign(new Error('gone'), { code: 'EPIPE' })))
  const output = new Output('en', out.stream, sink().stream)
  const running = extractLines(input, pool(), 1, output)
  input.push(encoder.encode('1\n'))
  await expect(running).rejects.toBeInstanceOf(OutputClosed)
})
