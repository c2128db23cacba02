import type { Span } from '../model/anchor'
import { sentencesIn } from './sentences'
import { clausesOf, type Word, wordsOf } from './word-bounds'

/** What a selection grows by. */
export type Unit = 'word' | 'clause' | 'sentence' | 'paragraph'

/** A paragraph as it reads: without the line breaks that a scan put into it. */
interface Paragraph extends Span {
  /** What reads, without white space at its ends; empty for a blank one. */
  flow: string
  /** Offset in the text of each code unit of `flow`. */
  offsets: readonly number[]
  words?: readonly (Word & Span)[]
  clauses?: readonly Span[]
  sentences?: readonly Span[]
}

/** Paragraphs that are kept: those around the caret are asked for again and again. */
const KEPT = 16

const isBreak = (code: number): boolean => (code < 14 ? code >= 10 : code === 0x2028 || code === 0x2029)

/** The first of sorted numbers that is not below a value. */
function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Words, clauses, sentences and paragraphs of one text, around an offset. Offsets are UTF-16 code units. */
export class TextUnits {
  readonly #text: string
  readonly #joins: readonly Span[]
  readonly #joinEnds: readonly number[]
  readonly #borders: readonly number[]
  readonly #kept = new Map<number, Paragraph>()

  /**
   * @param joins breaks that are none (`findJoins`), in order and disjoint
   * @param borders offsets that nothing goes across: where reports begin and end
   */
  constructor(text: string, joins: readonly Span[], borders: readonly number[]) {
    this.#text = text
    this.#joins = joins
    this.#joinEnds = joins.map(({ end }) => end)
    this.#borders = borders.toSorted((a, b) => a - b)
  }

  /** The unit that holds an offset, the next one where it stands between two, the last one behind all; null in a blank text. */
  at(unit: Unit, offset: number): Span | null {
    return this.#next(unit, offset) ?? this.#previous(unit, offset)
  }

  /**
   * A selection grown by one unit: an empty one becomes the unit that it stands in, one that cuts units takes them
   * whole, any other takes the one after it.
   */
  grow(unit: Unit, selection: Span): Span {
    const first = this.at(unit, selection.start)
    if (!first || selection.start === selection.end) return first ?? selection
    const last = this.at(unit, selection.end - 1) ?? first
    // A unit that only begins behind the selection is the next one, not one that the selection cuts.
    const start = first.start < selection.end ? Math.min(first.start, selection.start) : selection.start
    const end = last.start < selection.end ? Math.max(last.end, selection.end) : selection.end
    if (start < selection.start || end > selection.end) return { start, end }
    const next = this.#next(unit, end)
    return { start, end: next ? Math.max(next.end, end) : end }
  }

  /** Where the caret goes by a word to the right: behind the word or sign that it stands in or before. */
  wordRight(offset: number): number {
    for (let at: Paragraph | null = this.#paragraphAt(offset); at; at = this.#after(at)) {
      const found = this.#words(at).find(({ end }) => end > offset)
      if (found) return found.end
    }
    return this.#text.length
  }

  /** Where the caret goes by a word to the left. */
  wordLeft(offset: number): number {
    for (let at: Paragraph | null = this.#paragraphAt(offset); at; at = this.#before(at)) {
      const found = this.#words(at).findLast(({ start }) => start < offset)
      if (found) return found.start
    }
    return 0
  }

  /** The first unit that ends behind an offset. */
  #next(unit: Unit, offset: number): Span | null {
    for (let at: Paragraph | null = this.#paragraphAt(offset); at; at = this.#after(at)) {
      const found = this.#units(unit, at).find(({ end }) => end > offset)
      if (found) return { start: found.start, end: found.end }
    }
    return null
  }

  /** The last unit that begins before an offset. */
  #previous(unit: Unit, offset: number): Span | null {
    for (let at: Paragraph | null = this.#paragraphAt(offset); at; at = this.#before(at)) {
      const found = this.#units(unit, at).findLast(({ start }) => start < offset)
      if (found) return { start: found.start, end: found.end }
    }
    return null
  }

  #units(unit: Unit, paragraph: Paragraph): readonly Span[] {
    if (unit === 'word') return this.#words(paragraph).filter(({ isWord }) => isWord)
    if (paragraph.flow === '') return []
    if (unit === 'paragraph') return [spanIn(paragraph, 0, paragraph.flow.length)]
    if (unit === 'clause') {
      paragraph.clauses ??= clausesOf(paragraph.flow).map(({ from, to }) => spanIn(paragraph, from, to))
      return paragraph.clauses
    }
    paragraph.sentences ??= sentencesIn(paragraph.flow, { start: 0, end: paragraph.flow.length }).map(
      ({ start, end }) => spanIn(paragraph, start, end),
    )
    return paragraph.sentences
  }

  #words(paragraph: Paragraph): readonly (Word & Span)[] {
    paragraph.words ??= wordsOf(paragraph.flow).map((word) => ({ ...word, ...spanIn(paragraph, word.from, word.to) }))
    return paragraph.words
  }

  /** The paragraph that holds an offset; an offset at its end belongs to it. */
  #paragraphAt(offset: number): Paragraph {
    const start = this.#startOf(offset)
    const known = this.#kept.get(start)
    if (known) return known
    const made = this.#read(start, this.#endOf(offset))
    if (this.#kept.size >= KEPT) this.#kept.clear()
    this.#kept.set(start, made)
    return made
  }

  #after({ end }: Span): Paragraph | null {
    if (end >= this.#text.length) return null
    return this.#paragraphAt(this.#isBorder(end) && !this.#endsLine(end) ? end : end + 1)
  }

  #before({ start }: Span): Paragraph | null {
    return start <= 0 ? null : this.#paragraphAt(start - 1)
  }

  #isBorder(offset: number): boolean {
    return this.#borders[lowerBound(this.#borders, offset)] === offset
  }

  #joinAt(offset: number): Span | null {
    const join = this.#joins[lowerBound(this.#joinEnds, offset + 1)]
    return join && join.start <= offset ? join : null
  }

  #endsLine(offset: number): boolean {
    return isBreak(this.#text.charCodeAt(offset)) && !this.#joinAt(offset)
  }

  #startOf(offset: number): number {
    let at = Math.min(Math.max(offset, 0), this.#text.length)
    while (at > 0 && !this.#endsLine(at - 1) && !(this.#isBorder(at) && at <= offset)) at--
    return at
  }

  #endOf(offset: number): number {
    let at = Math.min(Math.max(offset, 0), this.#text.length)
    while (at < this.#text.length && !this.#endsLine(at) && !(this.#isBorder(at) && at > offset)) at++
    return at
  }

  #read(start: number, end: number): Paragraph {
    const parts: string[] = []
    const offsets: number[] = []
    for (let at = start; at < end; at++) {
      const join = this.#joinAt(at)
      if (join) at = Math.min(join.end, end) - 1
      else {
        parts.push(this.#text.charAt(at))
        offsets.push(at)
      }
    }
    const all = parts.join('')
    const from = all.length - all.trimStart().length
    const to = all.trimEnd().length
    return { start, end, flow: all.slice(from, to), offsets: offsets.slice(from, Math.max(to, from)) }
  }
}

/** A part of the flow as a span of the text. */
const spanIn = ({ offsets, start }: Paragraph, from: number, to: number): Span => ({
  start: offsets[from] ?? start,
  end: (offsets[to - 1] ?? start) + 1,
})
