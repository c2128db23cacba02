/** Part of a string, from its first character to behind its last one; UTF-16 code units. */
interface Piece {
  from: number
  to: number
}

/** A word of a line, or a sign between words. */
export interface Word extends Piece {
  /** False for punctuation and other signs. */
  isWord: boolean
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Belongs to the number before it: 8%, 3‰, 25℃. */
const AFTER_NUMBER = /^[%％‰℃°]$/
const ENDS_WITH_DIGIT = /[\d０-９]$/

/**
 * The words of a line as a Chinese dictionary cuts them, and the signs between them; white space is left out. A sign of
 * per cent goes with its number. Never cuts a surrogate pair.
 * @param line without line breaks; offsets are UTF-16 code units of it
 */
export function wordsOf(line: string): Word[] {
  const words: Word[] = []
  for (const { segment, index, isWordLike } of segmenter.segment(line)) {
    if (segment.trim() === '') continue
    const last = words.at(-1)
    const to = index + segment.length
    const joins =
      last?.to === index && AFTER_NUMBER.test(segment) && ENDS_WITH_DIGIT.test(line.slice(last.from, last.to))
    if (last && joins) last.to = to
    else words.push({ from: index, to, isWord: isWordLike ?? false })
  }
  return words
}

/** What ends a clause (短句). */
const CLAUSE_ENDS = /[，、；：。！？…,;:!?]/u
const CLOSERS = /[”’」』》）)】\]"]/u
const DIGIT = /[\d０-９]/u

/** True for a sign between two digits: 1,000 and 3:1 are one. */
const isInNumber = (line: string, at: number): boolean =>
  /[,:：，]/u.test(line.charAt(at)) && DIGIT.test(line.charAt(at - 1)) && DIGIT.test(line.charAt(at + 1))

/**
 * The clauses of a line: from one ，、；：。 to the next, without these signs and without white space at their ends.
 * What closes behind a sign (”）) goes with it.
 * @param line without line breaks; offsets are UTF-16 code units of it
 */
export function clausesOf(line: string): Piece[] {
  const clauses: Piece[] = []
  let from = 0
  const cut = (end: number, next: number): void => {
    const clause = line.slice(from, end)
    const start = from + (clause.length - clause.trimStart().length)
    const to = from + clause.trimEnd().length
    if (start < to) clauses.push({ from: start, to })
    from = next
  }
  for (let at = 0; at < line.length; at++) {
    if (!CLAUSE_ENDS.test(line.charAt(at)) || isInNumber(line, at)) continue
    let next = at + 1
    while (next < line.length && (CLAUSE_ENDS.test(line.charAt(next)) || CLOSERS.test(line.charAt(next)))) next++
    cut(at, next)
    at = next - 1
  }
  cut(line.length, line.length)
  return clauses
}
