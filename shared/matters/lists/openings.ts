import type { Span } from '#shared/model/anchor'
import { parseChineseInteger } from '#shared/text/numerals'
import { behindSign, findSign, type Signs, signs } from '../../statements/signs'
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

const SENTENCE = signs('。！？\n')
const SENTENCE_PART = signs('。！？：\n')
const CLAUSE = signs('，；：。！？\n')

/** Offset behind the last of some signs before `at`, at most `FAR` back. */
const behind = (text: string, at: number, stops: Signs): number => behindSign(stops, text, at, Math.max(0, at - FAR))
const ahead = (text: string, at: number, stops: Signs): number =>
  findSign(stops, text, at, Math.min(text.length, at + FAR))

/** What opens a list around a word that names one. */
export function openingAt(text: string, at: number): Opening {
  const past = at + 2
  const from = Math.max(0, at - FAR)
  const near = text.slice(from, at + FAR)
  const lineStart = from + near.lastIndexOf('\n', at - from - 1) + 1
  const newline = near.indexOf('\n', at - from)
  const lineEnd = newline < 0 ? from + near.length : from + newline
  const line = text.slice(lineStart, lineEnd)
  const titled = line.length <= HEADING && TITLE.test(line)
  const start = titled ? lineStart : behind(text, at, SENTENCE)
  const end = titled ? lineEnd : ahead(text, past, SENTENCE_PART)
  const clause = { start: behind(text, at, CLAUSE), end: ahead(text, past, CLAUSE) }
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

/** A count that ends its sentence, with the words before it, is no longer. */
const LAST = 14

/** Counts beside a list's name, and one that ends its sentence: 在省政府11件民生实事基础上，再增加4件： */
function countsAround(text: string, clause: Span, at: number, past: number, end: number): number[] {
  const near = countsIn(text.slice(Math.max(clause.start, at - 40), Math.min(clause.end, past + 12)))
  const tail = text.slice(Math.max(past, end - LAST), end)
  const last = /[^，。；]{0,12}(?:件|项|方面)$/u.exec(tail)?.[0] ?? ''
  return last === '' ? near : [...near, ...countsIn(last).filter((count) => !near.includes(count))]
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

const countOf = (digits: string): number | null => (/^\d/u.test(digits) ? Number(digits) : parseChineseInteger(digits))

function countsIn(words: string): number[] {
  const counts: number[] = []
  COUNT.lastIndex = 0
  for (let m = COUNT.exec(words); m; m = COUNT.exec(words)) {
    const value = countOf(m[1] ?? '')
    if (value !== null && value > 1) counts.push(value)
  }
  return counts
}

const IN_KINDS = /(?:方面|类)(\d{1,3}|[一二三四五六七八九十百两]{1,4})[件项]/u

/** How many items a list with so many tells that it has: 八方面30件 tells 30, though its items may be the 8. */
export function toldBy(text: string, { start, end, stated }: Opening, items: number): number | null {
  const things = countOf(IN_KINDS.exec(text.slice(start, end))?.[1] ?? '')
  return things ?? (stated.includes(items) ? items : (stated.at(-1) ?? null))
}
