import { wordsOf } from '../text/word-bounds'
import type { WordCounts } from './keyness'
import { KNOWN_TERMS } from './known-terms.data'
import { joinedRun, type ReportText, runsOf } from './running-text'
import { FUNCTION_CHARACTERS, STOP_WORDS } from './stop-words.data'

/** A word of a line. */
interface LineWord {
  word: string
  /** Offset in the line. */
  at: number
  /** False for stop words and single characters, which count into the size alone. */
  compared: boolean
}

const HAN = /^\p{Script=Han}$/u
const LETTERS = /^[\p{L}\p{M}\p{N}'’-]+$/u
const NUMBER = /^[\p{N}.,，%％‰]+$|^\p{N}+(?:年|月|日|万|亿|元|个|家|户)+$/u
const NUMERALS =
  /^[零〇一二三四五六七八九十百千万亿两几第数多余半]+(?:[个项件名家户年月日次位条所大]|公里|万元|亿元)?$/u
const LATIN = /^\p{Script=Latin}/u

/**
 * Single characters in a row as words: two or three are one (提振), four are two (办好|实事), more are none that can be
 * told.
 */
function asWords(line: string, from: number, to: number): Cut[] {
  const piece = (start: number, end: number): Cut => ({ word: line.slice(start, end), at: start })
  const length = to - from
  if (length <= 3) return [piece(from, to)]
  if (length === 4) return [piece(from, from + 2), piece(from + 2, to)]
  return Array.from({ length }, (_, at) => piece(from + at, from + at + 1))
}

const joins = ({ word }: { word: string }): boolean => HAN.test(word) && !FUNCTION_CHARACTERS.has(word)

const isCompared = (word: string): boolean =>
  word.length > 1 && !STOP_WORDS.has(word) && !NUMERALS.test(word) && (HAN.test(word.charAt(0)) || LATIN.test(word))

/** A word as it was cut. */
interface Cut {
  word: string
  at: number
}

function cutInto(pieces: Cut[], line: string, from: number, to: number): void {
  for (const { from: start, to: end, isWord } of wordsOf(line.slice(from, to)))
    if (isWord) pieces.push({ word: line.slice(from + start, from + end), at: from + start })
}

/** A line cut into words: known terms whole, what stands between them as the segmenter cuts it. */
function piecesOf(line: string): Cut[] {
  const pieces: Cut[] = []
  let from = 0
  for (let at = 0; at < line.length; ) {
    const term = KNOWN_TERMS.get(line.charAt(at))?.find((one) => line.startsWith(one, at))
    if (term === undefined) {
      at++
      continue
    }
    cutInto(pieces, line, from, at)
    pieces.push({ word: term, at })
    at += term.length
    from = at
  }
  cutInto(pieces, line, from, line.length)
  return pieces
}

/**
 * The words of a line. What the dictionary of the segmenter lacks it leaves as single characters (提|振); those
 * that serve no sentence are put together. Numbers are no words.
 */
export function lineWords(line: string): LineWord[] {
  const cut = piecesOf(line)
  const words: LineWord[] = []
  for (let at = 0; at < cut.length; ) {
    const first = cut[at]
    if (!first) break
    let next = at + 1
    let end = first.at + first.word.length
    if (joins(first))
      for (let other = cut[next]; other && other.at === end && joins(other); other = cut[next]) {
        next++
        end += other.word.length
      }
    const group = next - at > 1 ? asWords(line, first.at, end) : cut.slice(at, next)
    for (const { word, at: from } of group)
      if (LETTERS.test(word) && !NUMBER.test(word)) words.push({ word, at: from, compared: isCompared(word) })
    at = next
  }
  return words
}

/** A word in a report. */
export interface FoundWord {
  word: string
  /** UTF-16 code units of the reading's text. */
  start: number
  end: number
  compared: boolean
}

/** A line of running text, without the own place's names. */
interface Line {
  words: string
  offsetOf: (at: number) => number
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Names as a pattern, longer ones first; null where there are none. */
const namesPattern = (names: readonly string[]): RegExp | null =>
  names.length === 0
    ? null
    : new RegExp(
        [...names]
          .sort((a, b) => b.length - a.length)
          .map(escaped)
          .join('|'),
        'gu',
      )

/** The lines of a report; every name in `omit` is made a gap of the same length, so that no word is made across it. */
function linesOf(report: ReportText, omit: RegExp | null): Line[] {
  return runsOf(report).flatMap((run) => {
    const { words, offsetOf } = joinedRun(report.text, run, report.joins)
    const shown = omit ? words.replace(omit, (name) => '\n'.repeat(name.length)) : words
    const lines: Line[] = []
    let at = 0
    for (const line of shown.split('\n')) {
      const from = at
      if (line.trim() !== '') lines.push({ words: line, offsetOf: (own) => offsetOf(from + own) })
      at += line.length + 1
    }
    return lines
  })
}

/**
 * The words of a report's running text.
 * @param omit names that are left out, those of its own place
 * @param holding only lines that hold this word: the others need not be cut into words
 */
export function* reportWords(report: ReportText, omit: readonly string[], holding?: string): Generator<FoundWord> {
  for (const { words, offsetOf } of linesOf(report, namesPattern(omit))) {
    if (holding !== undefined && !words.includes(holding)) continue
    for (const { word, at, compared } of lineWords(words))
      yield { word, start: offsetOf(at), end: offsetOf(at + word.length - 1) + 1, compared }
  }
}

/** The words of one report. */
export interface ReportCounts {
  /** All of them, those that are not compared too. */
  size: number
  words: ReadonlyMap<string, number>
}

/** Counts the words of one report; those of `omit` are left out. */
export function countWords(report: ReportText, omit: readonly string[]): ReportCounts {
  const words = new Map<string, number>()
  let size = 0
  for (const { word, compared } of reportWords(report, omit)) {
    size++
    if (compared) words.set(word, (words.get(word) ?? 0) + 1)
  }
  return { size, words }
}

/** A corpus that reports are added to. */
export interface GrowingCorpus extends WordCounts {
  words: Map<string, { count: number; reports: number }>
}

/** A corpus without a word. */
export const emptyCorpus = (): GrowingCorpus => ({ size: 0, words: new Map(), reports: 0 })

/** Adds the words of one report to a corpus. */
export function addCounts(corpus: GrowingCorpus, { size, words }: ReportCounts): void {
  corpus.size += size
  corpus.reports++
  for (const [word, count] of words) {
    const known = corpus.words.get(word)
    if (known) {
      known.count += count
      known.reports++
    } else corpus.words.set(word, { count, reports: 1 })
  }
}
