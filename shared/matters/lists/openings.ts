import type { Span } from '#shared/model/anchor'
import { parseChineseInteger } from '#shared/text/numerals'
import type { Given } from '../given'
import { triggers } from '../triggers'
import { NAMES, NO_NAME, WEAK } from './words.data'

/** Words of the view that may open a list: a heading, or a sentence. */
export interface Opening {
  /** The heading, or the sentence without its stop. */
  readonly start: number
  readonly end: number
  /** Its name: the heading, or the clause that names the list. */
  readonly heading: Span
  /** Where the word stands that names the list, and ends. */
  readonly at: number
  readonly past: number
  /** It is a line of its own. */
  readonly titled: boolean
  /** That line is a title, not the heading of a chapter (九、认真办好十件实事). */
  readonly named: boolean
  /** How many items it tells, in the order of the text. */
  readonly stated: readonly number[]
}

const HEADING = 45
/** A line without a sentence's marks; one that is a single short sentence counts too: （八）办好十件民生实事。 */
const TITLE = /^(?:[^。；！？]*[^。；，！？]|[^。；，！？]{1,28}。)$/u
const FAR = 200
const COUNT = /(?<![第\d.])(\d{1,3}|[一二三四五六七八九十百两]{1,4})(?:个方面|个重点|个|大类|大|件|项|条|类|方面)/gu

const TRIGGERS = triggers([...NAMES, ...WEAK])

/** Offsets of the words that name lists, in the order of the text. */
export const namesIn = (given: Given): number[] =>
  given
    .hits(TRIGGERS)
    .map(({ at }) => at)
    .filter((at) => !NO_NAME.test(given.text.slice(at, at + 10)))

/** Offset behind the last of some signs before `at`, at most `FAR` back. */
function behind(text: string, at: number, stops: string, far = FAR): number {
  for (let i = at - 1; i >= Math.max(0, at - far); i--) if (stops.includes(text.charAt(i))) return i + 1
  return Math.max(0, at - far)
}

function ahead(text: string, at: number, stops: string): number {
  for (let i = at; i < Math.min(text.length, at + FAR); i++) if (stops.includes(text.charAt(i))) return i
  return Math.min(text.length, at + FAR)
}

/** What opens a list around a word that names one. */
export function openingAt(text: string, at: number): Opening {
  const past = at + 2
  const lineStart = behind(text, at, '\n')
  const lineEnd = ahead(text, at, '\n')
  const line = text.slice(lineStart, lineEnd)
  const titled = line.length <= HEADING && TITLE.test(line)
  const start = titled ? lineStart : behind(text, at, '。！？\n')
  const end = titled ? lineEnd : ahead(text, past, '。！？：\n')
  const clause = { start: behind(text, at, '，；：。！？\n'), end: ahead(text, past, '，；：。！？\n') }
  const heading = bared(text, titled ? { start, end } : clause)
  return {
    ...bared(text, { start, end }),
    heading,
    at,
    past,
    titled,
    named: titled && !CHAPTER.test(line),
    stated: titled ? countsIn(text.slice(heading.start, heading.end)) : countsAround(text, heading, at, past, end),
  }
}

const CHAPTER = /^[#*\s]*(?:（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}[、.]|\d{1,2}[.、])|。[*]*$/u

/** Counts beside a list's name, and one that ends its sentence: 在省政府11件民生实事基础上，再增加4件： */
function countsAround(text: string, clause: Span, at: number, past: number, end: number): number[] {
  const near = countsIn(text.slice(Math.max(clause.start, at - 40), Math.min(clause.end, past + 12)))
  const last = /[^，。；]{0,12}(?:件|项|方面)$/u.exec(text.slice(past, end))?.[0] ?? ''
  return [...near, ...countsIn(last).filter((count) => !near.includes(count))]
}

const LEAD =
  /^(?:[#*●•◆■—\-\s]|（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}[、.]|（?\d{1,2}[.、）](?!\d))+/u

/** Takes marks and emphasis off both ends. */
function bared(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const lead = LEAD.exec(words)?.[0].length ?? 0
  const tail = /[：:。\s*#]+$/u.exec(words.slice(lead))?.[0].length ?? 0
  return { start: start + lead, end: Math.max(start + lead + 1, end - tail) }
}

function countsIn(words: string): number[] {
  return [...words.matchAll(COUNT)].flatMap((m) => {
    const digits = m[1] ?? ''
    const value = /^\d/u.test(digits) ? Number(digits) : parseChineseInteger(digits)
    return value === null || value < 2 ? [] : [value]
  })
}
