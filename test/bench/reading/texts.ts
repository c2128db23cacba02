import { readFileSync } from 'node:fs'
import type { Span } from '../../../shared/model/anchor'
import { filesUnder } from '../library'

/** A text with its marks, the same for us and for the peer. */
export interface MarkedText {
  name: string
  text: string
  marks: readonly Span[]
}

/** Marks stand evenly over the text; their lengths go from a word to a sentence, so that neighbours overlap. */
const SHORTEST = 4
const LENGTHS = 29

function marksOver(length: number, count: number): Span[] {
  return Array.from({ length: count }, (_, i) => {
    const start = Math.floor((i * (length - SHORTEST - LENGTHS)) / count)
    return { start, end: start + SHORTEST + ((i * 13) % LENGTHS) }
  })
}

/** The seeds one after the other, again and again, up to a length; each round has a number, so that no two are alike. */
function textOf(seeds: readonly string[], length: number): string {
  const parts: string[] = []
  let made = 0
  for (let round = 0; made < length; round++) {
    const part = `${seeds[round % seeds.length]}\n\n${round}\n\n`
    parts.push(part)
    made += part.length
  }
  return parts.join('').slice(0, length)
}

/** A text of paragraphs as reports have them, and the same without a single line break. */
function pairOf(seeds: readonly string[], length: number): { lines: string; one: string } {
  const lines = textOf(seeds, length)
    .replace(/\r/g, ' ')
    .replace(/\n[ \u3000]*(?=\n)/g, ' ')
  return { lines, one: lines.replaceAll('\n', ' ') }
}

const marked = (name: string, text: string, count: number): MarkedText => ({
  name,
  text,
  marks: marksOver(text.length, count),
})

/** The texts of the bench, made of the seeds. */
export function markedTexts(folder: string) {
  const seeds = filesUnder(folder)
    .filter((path) => path.endsWith('.txt'))
    .map((path) => readFileSync(path, 'utf8'))
  const { lines, one } = pairOf(seeds, 16_000)
  return {
    short: marked('18.4k characters, 3,000 marks', textOf(seeds, 18_400), 3_000),
    long: marked('196k characters, 3,000 marks', textOf(seeds, 196_000), 3_000),
    longest: marked('1.5M characters, 20,000 marks', textOf(seeds, 1_500_000), 20_000),
    lines: marked('16,000 characters in lines, 3,000 marks', lines, 3_000),
    oneLine: marked('one line of 16,000 characters, 3,000 marks', one, 3_000),
  }
}
