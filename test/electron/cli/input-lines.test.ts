import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type InputLine, inputLines } from '../../../electron/cli/input-lines'

async function* stream(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks
}

async function read(chunks: readonly Uint8Array[], limit = 1000): Promise<InputLine[]> {
  const lines: InputLine[] = []
  for await (const ended of inputLines(stream(chunks), limit)) lines.push(...ended)
  return lines
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

it('cuts lines wherever the chunks end, inside a character too', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\n', ' '))),
      fc.integer({ min: 1, max: 9 }),
      async (texts, size) => {
        const whole = bytes(texts.map((text) => `${text}\n`).join(''))
        const chunks: Uint8Array[] = []
        for (let at = 0; at < whole.length; at += size) chunks.push(whole.subarray(at, at + size))
        expect(await read(chunks)).toEqual(texts.map((text, at) => ({ number: at + 1, text })))
      },
    ),
  )
})

it('takes a last line without an end', async () => {
  expect(await read([bytes('一\n二')])).toEqual([
    { number: 1, text: '一' },
    { number: 2, text: '二' },
  ])
})

it('passes over a line that is too long and goes on', async () => {
  expect(await read([bytes('aaaa'), bytes('aaaaaaaa\nbb\n')], 10)).toEqual([
    { number: 1, tooLong: true },
    { number: 2, text: 'bb' },
  ])
})

it('gives a line as soon as it has ended', async () => {
  const batches: InputLine[][] = []
  for await (const ended of inputLines(stream([bytes('a\nb\nc'), bytes('c\n'), bytes('d')]), 100)) batches.push(ended)
  expect(batches.map((ended) => ended.map((line) => ('text' in line ? line.text : null)))).toEqual([
    ['a', 'b'],
    ['cc'],
    ['d'],
  ])
})
