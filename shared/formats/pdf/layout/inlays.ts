import type { Run } from './run'
import { isWide } from './spacing'

/** What lies inside another run begins and ends further in than this, in ems. */
const INSIDE = 0.1
/** Characters that follow one another closer than this stand in one gap, in ems. */
const TOGETHER = 0.3
/** A gap is not reckoned wrong by more, in ems. */
const OFF = 1.5
/** Width of a figure or a Latin letter, and of a space that is no gap, in ems. */
const NARROW = 0.5
const SPACE = 0.25
/** A row of more runs is no line of prose, and would take long. */
const MOST = 500

/** Runs that were painted into one gap of another run. */
interface Inlay {
  readonly runs: readonly Run[]
  readonly left: number
  readonly right: number
}

/**
 * Parts runs at the gaps that other runs of their row were painted into. A font that lacks a character leaves white for
 * it, and another font paints it there afterwards: `21.4 39.6` and `∶` are 21.4∶39.6. The white is a space of the text.
 * @returns the row from left to right
 */
export function withInlays(row: readonly Run[]): Run[] {
  if (row.length > MOST || !row.some(({ text }) => text.trim().includes(' '))) return [...row]
  return row.flatMap((run) => parted(run, inlaysOf(run, row))).sort((a, b) => a.left - b.left)
}

/** What stands inside a run, from left to right. */
function inlaysOf(run: Run, row: readonly Run[]): Inlay[] {
  const edge = INSIDE * run.size
  const found: Inlay[] = []
  if (!run.text.trim().includes(' ')) return found
  for (const other of row) {
    if (other === run || other.left < run.left + edge || other.right > run.right - edge) continue
    const last = found.at(-1)
    if (last && other.left - last.right < TOGETHER * run.size) {
      found[found.length - 1] = { ...last, runs: [...last.runs, other], right: Math.max(last.right, other.right) }
    } else found.push({ runs: [other], left: other.left, right: other.right })
  }
  return found
}

/** A run in the parts that stand before, between and after its inlays; whole where they fit into no spaces. */
function parted(run: Run, inlays: readonly Inlay[]): Run[] {
  const words = run.text.trim().split(/ +/)
  const gaps = words.length - 1
  if (inlays.length === 0 || inlays.length > gaps) return [run]
  const made: Run[] = []
  let [left, text] = [run.left, words[0] ?? '']
  let next = 0
  const scale = scaleOf(run, words, inlays)
  let at = run.left + widthOf(text) * scale
  for (let gap = 1; gap <= gaps; gap++) {
    const word = words[gap] ?? ''
    const inlay = inlays[next]
    const must = inlays.length - next > gaps - gap
    const after = at + SPACE * run.size + widthOf(word) * scale
    if (inlay && (must || isNearest(inlay.left, at, after, OFF * run.size))) {
      made.push({ ...run, text, left, right: inlay.left })
      next += 1
      ;[left, text] = [inlay.right, word]
      at = inlay.right + widthOf(word) * scale
    } else {
      text += ` ${word}`
      at = after
    }
  }
  return next === inlays.length ? [...made, { ...run, text, left }] : [run]
}

const isNearest = (x: number, gap: number, after: number, within: number): boolean =>
  Math.abs(x - gap) < within && Math.abs(x - gap) <= Math.abs(x - after)

/** Points to an em of the run's own letters. */
function scaleOf(run: Run, words: readonly string[], inlays: readonly Inlay[]): number {
  const painted = inlays.reduce((sum, { left, right }) => sum + right - left, 0)
  const spaces = Math.max(0, words.length - 1 - inlays.length) * SPACE * run.size
  const ems = words.reduce((sum, word) => sum + widthOf(word), 0)
  return Math.max(0, run.right - run.left - painted - spaces) / Math.max(ems, NARROW)
}

function widthOf(text: string): number {
  let width = 0
  for (const char of text) width += isWide(char) ? 1 : NARROW
  return width
}
