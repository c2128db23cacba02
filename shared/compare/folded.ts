import type { Span } from '../model/anchor'
import { remnantAt } from '../text/remnants'
import { sentencesIn } from '../text/sentences'
import { SIMPLIFIED } from '../text/traditional'

/** What is compared: a span of a text, and the line breaks that a scan put into its sentences. */
export interface ComparedText {
  text: string
  span: Span
  /** In the order of the text. */
  joins: readonly Span[]
}

/**
 * A sentence as it is compared: letters only, full-width and traditional characters as their plain ones, each number as
 * one unit. White space, punctuation, list marks and breaks of a scan are passed over.
 */
export interface FoldedSentence extends Span {
  /** UTF-16 code units, a number as `#`. */
  readonly words: string
  /** Where each unit of `words` stands in the text, and where it ends. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** The numbers in their order, half-width, without thousands separators, with their scale and percent sign. */
  readonly numbers: readonly string[]
}

/** Stands for a number in `words`; no sentence has it otherwise, it is punctuation. */
export const NUMBER = '#'

const DIGITS = '0-9０-９'
const HAN = '一二三四五六七八九十百千两〇○零'
/** 第十四届, 二〇二三年, 十件实事: what is counted in Chinese numerals, where a unit follows. */
const HAN_NUMBER = `第[${HAN}]{1,5}|[〇○零一二三四五六七八九]{4}(?=年)|[${HAN}]{1,4}(?=[个项件次届名所家条座户场处年月])`
const NUMBER_AT = new RegExp(
  `[${DIGITS}]+(?:[,，][${DIGITS}]{3}(?![${DIGITS}]))*(?:[.．][${DIGITS}]+)?[百千万亿]*[%％‰]?|${HAN_NUMBER}`,
  'y',
)
/** （一）, 一、, 一是, 1.: where a sentence stands in a list says nothing of what it says. */
const LIST_MARK =
  /[\s#*>\-—•·●■]*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．]|第?[一二三四五六七八九十]{1,2}(?:是|，)|\d{1,2}[.．、](?!\d))/y

/** Distance of a full-width sign from its plain one. */
const FULL_WIDTH = 0xfee0

let table: Uint16Array | null = null

/** What every code unit is compared as; 0 for what is passed over. */
function foldTable(): Uint16Array {
  if (table) return table
  table = new Uint16Array(0x1_0000)
  for (let code = 0; code < table.length; code++) {
    const surrogate = code >= 0xd800 && code < 0xe000
    if (!surrogate && !/[\p{L}\p{N}]/u.test(String.fromCharCode(code))) continue
    const plain = code >= 0xff01 && code <= 0xff5e ? code - FULL_WIDTH : code
    table[code] = SIMPLIFIED.get(plain) ?? (plain >= 65 && plain <= 90 ? plain + 32 : plain)
  }
  return table
}

const canBeginNumber = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19) || HAN_CODES.has(code)
const HAN_CODES = new Set([...`${HAN}第`].map((char) => char.charCodeAt(0)))

const plainNumber = (written: string): string =>
  written.replace(/[,，]/g, '').replace(/[０-９．％]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH))

/** The number that is written at an offset, null where none is. */
function numberAt(text: string, at: number, end: number): string | null {
  if (!canBeginNumber(text.charCodeAt(at))) return null
  NUMBER_AT.lastIndex = at
  const found = NUMBER_AT.exec(text)?.[0]
  return found && at + found.length <= end ? found : null
}

function afterListMark(text: string, { start, end }: Span): number {
  LIST_MARK.lastIndex = start
  const found = LIST_MARK.exec(text)
  return found && start + found[0].length < end ? start + found[0].length : start
}

/** Walks over the joins of a text in order. */
function joinsFrom(joins: readonly Span[]): (at: number) => number | null {
  let next = 0
  return (at) => {
    while ((joins[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++
    const join = joins[next]
    return join && join.start <= at ? join.end : null
  }
}

/** A sentence longer than this is compared in parts, cut at its commas: some reports are one line without a full stop. */
const LONGEST = 400
const COMMA = /[，,、：:]/

function inParts(text: string, sentence: Span): Span[] {
  const parts: Span[] = []
  let { start } = sentence
  while (sentence.end - start > LONGEST) {
    let cut = start + LONGEST
    while (cut > start + LONGEST / 2 && !COMMA.test(text.charAt(cut - 1))) cut--
    parts.push({ start, end: cut })
    start = cut
  }
  return [...parts, { start, end: sentence.end }]
}

/** The sentences of a text as they are compared, in order; those without a letter are left out. */
export function foldedSentences({ text, span, joins }: ComparedText): FoldedSentence[] {
  const fold = foldTable()
  const joinAt = joinsFrom(joins)
  const folded: FoldedSentence[] = []
  for (const sentence of sentencesIn(text, span).flatMap((one) => inParts(text, one))) {
    const one = foldSentence(text, sentence, fold, joinAt)
    if (one.words !== '') folded.push(one)
  }
  return folded
}

function foldSentence(
  text: string,
  { start, end }: Span,
  fold: Uint16Array,
  joinAt: (at: number) => number | null,
): FoldedSentence {
  let words = ''
  const starts: number[] = []
  const ends: number[] = []
  const numbers: string[] = []
  let at = afterListMark(text, { start, end })
  while (at < end) {
    const joined = joinAt(at) ?? at + (remnantAt(text, at)?.length ?? 0)
    if (joined > at) {
      at = joined
      continue
    }
    const number = numberAt(text, at, end)
    if (number !== null) {
      words += NUMBER
      numbers.push(plainNumber(number))
    } else words += letter(fold[text.charCodeAt(at)] ?? 0)
    const width = number?.length ?? 1
    if (words.length > starts.length) {
      starts.push(at)
      ends.push(at + width)
    }
    at += width
  }
  return { start, end, words, starts, ends, numbers }
}

const letter = (code: number): string => (code === 0 ? '' : String.fromCharCode(code))
