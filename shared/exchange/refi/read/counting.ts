import { type Counting, OURS, positionsIn } from '../plain-text'
import type { RawSelection } from './raw'

/*
 * Tools count positions in different ways (docs/decisions/refi.md). Where it makes a difference, the names of selections
 * tell which: most tools name a selection by its first words.
 */

/** A text and what is marked in it. */
interface Evidence {
  text: string
  selections: readonly RawSelection[]
}

const ALL: readonly Counting[] = [true, false].flatMap((codePoints) =>
  [false, true].flatMap((joinedLineEnds) =>
    [true, false].map((skipsMark) => ({ codePoints, joinedLineEnds, skipsMark })),
  ),
)

/** What a tool is known to do. */
function expected(origin: string): Counting {
  if (/atlas/i.test(origin)) return { codePoints: true, joinedLineEnds: true, skipsMark: true }
  if (/nvivo/i.test(origin)) return { codePoints: false, joinedLineEnds: false, skipsMark: true }
  return { codePoints: true, joinedLineEnds: false, skipsMark: true }
}

/** Whether ways of counting differ in a text. */
const differs = (text: string): boolean => /\r\n|[\ud800-\udbff]|^\ufeff/.test(text)

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim()
const bare = (name: string): string => squeezed(name).replace(/\s*(?:…|\.\.\.)$/, '')

/** Selections looked at in one text: enough to tell. */
const LOOKED_AT = 500

function score({ text, selections }: Evidence, counting: Counting): number {
  const positions = positionsIn(text, counting)
  let sum = 0
  for (const { name, start, end } of selections.slice(0, LOOKED_AT)) {
    const [from, to] = [positions.offset(start), positions.offset(end)]
    if (from === null || to === null) {
      sum -= 1
      continue
    }
    const words = bare(name)
    if (words.length > 1 && squeezed(text.slice(from, to)).startsWith(words)) sum += 1
  }
  return sum
}

/** How a file counts its positions, and whether that had to be guessed. */
export function countingOf(
  origin: string,
  ours: boolean,
  all: readonly Evidence[],
): { counting: Counting; guessed: boolean } {
  if (ours) return { counting: OURS, guessed: false }
  const telling = all.filter(({ text, selections }) => selections.length > 0 && differs(text))
  const first = expected(origin)
  let best = { counting: first, sum: telling.reduce((sum, one) => sum + score(one, first), 0) }
  if (telling.length > 0)
    for (const counting of ALL) {
      const sum = telling.reduce((total, one) => total + score(one, counting), 0)
      if (sum > best.sum) best = { counting, sum }
    }
  return { counting: best.counting, guessed: telling.length > 0 }
}
