/*
 * Positions of REFI-QDA count the characters of a plain text: Unicode code points from 0, end exclusive. What a line end
 * of two characters and a byte order mark count as, the tools disagree on (docs/decisions/refi.md), so that our files
 * have neither: LF only, no mark. What the text had is told beside it in a word, and reading gives it back.
 */

const MARK = 0xfeff
const CR = 0x0d
const LF = 0x0a

/** How a text's positions were counted by who wrote it. */
export interface Counting {
  /** Characters beyond U+FFFF count as one (code points), or as two (UTF-16, as NVivo does). */
  readonly codePoints: boolean
  /** CR LF counts as one. */
  readonly joinedLineEnds: boolean
  /** A byte order mark at the start counts as none. */
  readonly skipsMark: boolean
}

/** How we count. */
export const OURS: Counting = { codePoints: true, joinedLineEnds: true, skipsMark: true }

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000

/** Offsets of code units that do not count: of a pair its first, of CR LF the CR, a mark. */
function uncounted(text: string, { codePoints, joinedLineEnds, skipsMark }: Counting): Uint32Array {
  const found: number[] = []
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === CR) {
      if (joinedLineEnds && text.charCodeAt(at + 1) === LF) found.push(at)
    } else if (isHigh(unit)) {
      if (codePoints && isLow(text.charCodeAt(at + 1))) found.push(at)
    } else if (unit === MARK && at === 0 && skipsMark) found.push(0)
  }
  return Uint32Array.from(found)
}

/** The first index of which a test that stays true once it is true is true. */
function firstWhere(length: number, test: (index: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (test(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** Offsets (UTF-16 code units) and positions of one text. */
export interface Positions {
  /** The position of an offset; inside of a pair or a CR LF that of its start. */
  of(offset: number): number
  /** The offset of a position, null outside of the text. Never inside of a pair, of CR LF, or before a mark. */
  offset(position: number): number | null
  /** The position of the text's end. */
  readonly length: number
}

/** Positions of a text, as a way of counting has them. */
export function positionsIn(text: string, counting: Counting): Positions {
  const left = uncounted(text, counting)
  const at = (index: number): number => left[index] ?? Number.POSITIVE_INFINITY
  const marked = counting.skipsMark && text.charCodeAt(0) === MARK
  const length = text.length - left.length
  return {
    of: (offset) => offset - firstWhere(left.length, (index) => at(index) >= offset),
    offset: (position) => {
      if (!Number.isInteger(position) || position < 0 || position > length) return null
      if (position === 0) return marked ? 1 : 0
      return position + firstWhere(left.length, (index) => at(index) - index >= position)
    },
    length,
  }
}

/** A text as a plain text file has it, and the word for what it had otherwise. */
export interface PlainText {
  readonly plain: string
  /** '' for a text with LF only and without a mark. */
  readonly form: string
}

/** The text with LF only and without a byte order mark. */
export function plainOf(text: string): PlainText {
  const mark = text.charCodeAt(0) === MARK
  const bare = mark ? text.slice(1) : text
  const ends = bare.match(/\r\n|\r|\n/g) ?? []
  const runs: [string, number][] = []
  for (const end of ends) {
    const name = end === '\r\n' ? 'crlf' : end === '\r' ? 'cr' : 'lf'
    const last = runs.at(-1)
    if (last?.[0] === name) last[1]++
    else runs.push([name, 1])
  }
  const uniform = runs.length === 1 ? runs.map(([name]) => name) : runs.map(([name, count]) => `${name}*${count}`)
  const words = [...(mark ? ['bom'] : []), ...(uniform.length === 1 && uniform[0] === 'lf' ? [] : uniform)]
  return { plain: ends.length === 0 ? bare : bare.replace(/\r\n|\r/g, '\n'), form: words.join(' ') }
}

const FORM = /^(?:bom(?: |$))?(?:(?:crlf|cr|lf)(?:\*\d{1,9})?(?: |$))*$/

/**
 * The text that `plainOf` was given. A plain text with another number of line ends than the word tells was changed by
 * another tool; it is given back as it is.
 */
export function restored({ plain, form }: PlainText): string {
  if (form === '' || !FORM.test(form)) return plain
  const words = form.split(' ')
  const mark = words[0] === 'bom' ? '\ufeff' : ''
  const runs = words.slice(mark === '' ? 0 : 1).map((word) => {
    const [name = '', count] = word.split('*')
    return { end: name === 'crlf' ? '\r\n' : name === 'cr' ? '\r' : '\n', count: count && Number(count) }
  })
  if (runs.length === 0) return mark + plain
  const lines = plain.split('\n')
  const [only] = runs
  if (runs.length === 1 && only?.count === undefined) return mark + lines.join(only?.end)
  if (runs.reduce((sum, { count }) => sum + Number(count), 0) !== lines.length - 1) return plain
  const parts = [lines[0] ?? '']
  let line = 1
  for (const { end, count } of runs) for (let n = 0; n < Number(count); n++) parts.push(end, lines[line++] ?? '')
  return mark + parts.join('')
}
