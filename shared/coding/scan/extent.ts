import type { Span } from '#shared/model/anchor'
import type { ReadingText, Stretch } from '#shared/model/reading'
import type { Rule } from '#shared/model/rule'
import { sentencesIn } from '#shared/text/sentences'

const BREAK = /[\n\v\f\r\u2028\u2029]/
const BLANK = /\s/

/** The stretch that holds an offset. */
function stretchAt(stretches: readonly Stretch[], offset: number): Stretch | undefined {
  let low = 0
  let high = stretches.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((stretches[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const found = stretches[low]
  return found && found.start <= offset && offset < found.end ? found : undefined
}

/** A span without white space at its ends; as it is where there is nothing else in it. */
function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end]
  while (from < to && BLANK.test(text.charAt(from))) from++
  while (to > from && BLANK.test(text.charAt(to - 1))) to--
  return from < to ? { start: from, end: to } : { start, end }
}

/** What a rule marks around hits in one text. */
export class Extents {
  readonly #reading: Pick<ReadingText, 'text' | 'joins' | 'stretches'>
  /** The sentences of stretches, by where those start: read once, and only where a hit is. */
  readonly #sentences = new Map<number, readonly Span[]>()
  /** The line of the last hit: some reports are one line, with hundreds of hits. */
  #line: Span = { start: 0, end: 0 }

  constructor(reading: Pick<ReadingText, 'text' | 'joins' | 'stretches'>) {
    this.#reading = reading
  }

  /** The stretch of the text that holds an offset. */
  stretchAt(offset: number): Stretch | undefined {
    return stretchAt(this.#reading.stretches, offset)
  }

  /**
   * What is marked of a hit: it, or the whole sentences or paragraphs that it stands in. Neither crosses the stretch of
   * the text; a hit across stretches goes as far as it goes.
   */
  of(hit: Span, extent: Rule['extent']): Span {
    if (extent === 'hit') return hit
    const last = Math.max(hit.start, hit.end - 1)
    const around = extent === 'sentence' ? this.#sentence : this.#paragraph
    const [first, second] = [around.call(this, hit.start), around.call(this, last)]
    return { start: Math.min(first.start, hit.start), end: Math.max(second.end, hit.end) }
  }

  #within(offset: number): Span {
    return this.stretchAt(offset) ?? { start: 0, end: this.#reading.text.length }
  }

  #sentence(offset: number): Span {
    const within = this.#within(offset)
    const known = this.#sentences.get(within.start) ?? sentencesIn(this.#reading.text, within)
    this.#sentences.set(within.start, known)
    let low = 0
    let high = known.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (offset < (known[middle]?.end ?? 0)) high = middle
      else low = middle + 1
    }
    const found = known[low]
    return found && found.start <= offset && offset < found.end ? found : { start: offset, end: offset + 1 }
  }

  /** The line, with the lines that a scan's breaks parted it from. */
  #paragraph(offset: number): Span {
    const { text, joins } = this.#reading
    if (this.#line.start <= offset && offset < this.#line.end) return trimmed(text, this.#line)
    const within = this.#within(offset)
    const joined = (at: number) => joins.find(({ start, end }) => start <= at && at < end)
    let { start, end } = { start: offset, end: offset }
    while (start > within.start && (!BREAK.test(text.charAt(start - 1)) || joined(start - 1))) start--
    while (end < within.end && (!BREAK.test(text.charAt(end)) || joined(end))) end++
    this.#line = { start, end }
    return trimmed(text, this.#line)
  }
}
