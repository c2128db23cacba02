/** How the items of a list are marked: the mark of the first item tells how those of the others look. */
export interface Family {
  readonly name: string
  /** The marks of the n-th item, the usual form first. */
  readonly marks: (n: number) => readonly string[]
  /** What may not follow a mark, or it is none: 1.5亿元, 一、二级. */
  readonly never?: RegExp
  /** Its marks are no words of a sentence: one may stand behind a comma. */
  readonly sure?: true
}

const HAN = '零一二三四五六七八九'
/** 1 → 一, 12 → 十二, 20 → 二十. */
export function hanOf(n: number): string {
  const tens = Math.floor(n / 10)
  const ones = n % 10 === 0 && tens > 0 ? '' : HAN.charAt(n % 10)
  if (tens === 0) return ones
  return `${tens === 1 ? '' : HAN.charAt(tens)}十${ones}`
}

/** The n-th sign of a run of numbered signs. */
const sign = (first: string, n: number, last = 20): readonly string[] =>
  n <= last ? [String.fromCharCode(first.charCodeAt(0) + n - 1)] : []

/** Families in the order in which they are tried. Marks are written as the view shows them: half-width digits, （）：；. */
export const FAMILIES: readonly Family[] = [
  { name: 'bracket', marks: (n) => [`（${hanOf(n)}）`, `${hanOf(n)}）`, `【${hanOf(n)}】`], sure: true },
  { name: 'digitBracket', marks: (n) => [`（${n}）`, `【${n}】`, `[${n}]`], sure: true },
  { name: 'halfBracket', marks: (n) => [`${n}）`], never: /^[，。；、]/u },
  { name: 'circle', marks: (n) => sign('①', n), sure: true },
  { name: 'dotted', marks: (n) => sign('⒈', n), sure: true },
  { name: 'ringed', marks: (n) => sign('⑴', n), sure: true },
  { name: 'digit', marks: (n) => [`${n}.`, `${n}、`], never: /^(?:\d|[A-Za-z]|[、.])/u },
  { name: 'counted', marks: (n) => [`${hanOf(n)}是`, ...(n === 1 ? ['首先，'] : [])], sure: true },
  { name: 'numeral', marks: (n) => [`${hanOf(n)}、`, `${hanOf(n)}.`], never: /^[一二三四五六七八九十]/u },
  { name: 'ordinal', marks: (n) => [`第${hanOf(n)}，`, `第${hanOf(n)}、`, `第${hanOf(n)}：`, `其${hanOf(n)}，`] },
  { name: 'piece', marks: (n) => [`第${hanOf(n)}件`, `第${hanOf(n)}项`] },
  { name: 'must', marks: (n) => [`${hanOf(n)}要`] },
]

/** What stands between two items. */
const STOP = /[。；：！？]/u
const LOOSE_STOP = /[。；：！？，、”）]/u
/** Signs that may stand before the mark of an item at the head of its line. */
const ORNAMENT = /[#*●•◆■—\-·>]/u

/** A mark in the view; `from` is where its line's ornament begins. */
export interface Mark {
  readonly from: number
  readonly at: number
  readonly end: number
  /** It begins its line. */
  readonly leads: boolean
}

/** The mark at an offset where one of a family's may stand: at the head of a line, or behind a stop. */
function markAt(text: string, at: number, mark: string, { never, sure }: Family): Mark | null {
  const end = at + mark.length
  let from = at
  while (from > 0 && at - from < 6 && ORNAMENT.test(text.charAt(from - 1))) from--
  const before = text.charAt(from - 1)
  if (before === '' || before === '\n') return { from, at, end, leads: true }
  if (never?.test(text.slice(end, end + 2))) return null
  return from === at && (sure ? LOOSE_STOP : STOP).test(before) ? { from, at, end, leads: false } : null
}

const MADE = new Map<Family, (readonly string[])[]>()

/** The marks of a family's n-th item, written once. */
function marksOf(family: Family, n: number): readonly string[] {
  const made = MADE.get(family) ?? []
  if (made.length === 0) MADE.set(family, made)
  const marks = made[n] ?? family.marks(n)
  made[n] = marks
  return marks
}

/**
 * The first mark of a family's n-th item between two offsets of the view, null where none is.
 * @param limit no mark begins behind it
 */
export function findMark(text: string, family: Family, n: number, from: number, limit: number): Mark | null {
  const near = text.slice(from, limit)
  let best: Mark | null = null
  for (const words of marksOf(family, n))
    for (let at = near.indexOf(words); at >= 0; at = near.indexOf(words, at + 1)) {
      const mark = markAt(text, from + at, words, family)
      if (!mark) continue
      if (!best || mark.at < best.at) best = mark
      break
    }
  return best
}
