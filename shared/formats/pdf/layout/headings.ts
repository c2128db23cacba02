import type { Usual } from './paragraphs'
import type { Line } from './run'

/** A heading's letters are larger than the text's by this factor at least. */
const LARGER = 1.12
/** A longer line is a lead or a slogan, no heading. */
const LONGEST = 60
const SHORT = 40
const DEEPEST = 6
const SENTENCE = /[。；;，,]$/
const WORD = /[\p{L}]/u
const NUMBERED =
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、．.]|第[一二三四五六七八九十]{1,3}[章节部编]|\d{1,2}(?:\.\d{1,2})*[.、．])/

/** What the file tells of its fonts. */
export interface Typeface {
  readonly bold: boolean
  /** The family without its style (FangSong, Heiti), to tell a change of face by. */
  readonly family: string
}

/** A title of the file's outline. */
export interface OutlineTitle {
  readonly title: string
  /** From 1. */
  readonly level: number
}

/** What headings are told by besides their size. */
export interface Told {
  readonly typefaces: ReadonlyMap<string, Typeface>
  readonly outline: readonly OutlineTitle[]
}

interface Style {
  readonly size: number
  /** 2 for bold, 1 for a face of its own, 0 for the text's. */
  readonly weight: number
}

/**
 * The level of each block that looks like a heading: one that the outline names, or short and larger than the text, or
 * bold, or numbered and in another face than the text. Levels are those of the outline, else one per size and weight.
 * @param blocks the lines of each paragraph
 * @returns level from 1 by the block's index
 */
export function headingsOf(blocks: readonly (readonly Line[])[], usual: Usual, told: Told): Map<number, number> {
  const levels = outlined(blocks, told.outline)
  const face = bodyTypeface(blocks, usual, told.typefaces)
  const styled = new Map<number, Style>()
  blocks.forEach((block, at) => {
    const style = levels.has(at) ? null : styleOf(block, usual, face, told.typefaces)
    if (style) styled.set(at, style)
  })
  const styles = stylesByRank([...styled.values()])
  // Under an outline, what is larger besides (the title of the whole) stands above or beside its first level.
  for (const [at, style] of styled) levels.set(at, Math.min(styles.indexOf(keyOf(style)) + 1, DEEPEST))
  return levels
}

const textOf = (block: readonly Line[]): string => block.map(({ text }) => text).join('')
const bareText = (text: string): string => text.replace(/\s+/g, '')

/** Blocks that the outline names, each title once and in its order. */
function outlined(blocks: readonly (readonly Line[])[], outline: readonly OutlineTitle[]): Map<number, number> {
  const levels = new Map<number, number>()
  let from = 0
  for (const { title, level } of outline) {
    const wanted = bareText(title)
    if (wanted === '') continue
    const at = blocks.findIndex((block, index) => index >= from && bareText(textOf(block)) === wanted)
    if (at < 0) continue
    levels.set(at, Math.min(level, DEEPEST))
    from = at + 1
  }
  return levels
}

function styleOf(
  block: readonly Line[],
  usual: Usual,
  body: Typeface | undefined,
  typefaces: ReadonlyMap<string, Typeface>,
): Style | null {
  const [first] = block
  const text = textOf(block)
  if (!first || first.row || text.length > LONGEST || SENTENCE.test(text) || !WORD.test(text)) return null
  const size = Math.round(first.size * 2) / 2
  const face = typefaces.get(first.face)
  const bold = face?.bold === true && body?.bold !== true && block.every((line) => typefaces.get(line.face)?.bold)
  if (first.size >= LARGER * usual.size) return { size, weight: bold ? 2 : 0 }
  if (first.size < 0.97 * usual.size || text.length > SHORT) return null
  if (bold) return { size, weight: 2 }
  const other = face && body && face.family !== body.family && face.family !== '' && body.family !== ''
  return other && NUMBERED.test(text) && block.every((line) => line.face === first.face) ? { size, weight: 1 } : null
}

function bodyTypeface(
  blocks: readonly (readonly Line[])[],
  usual: Usual,
  typefaces: ReadonlyMap<string, Typeface>,
): Typeface | undefined {
  const counts = new Map<string, { face: Typeface; length: number }>()
  for (const line of blocks.flat()) {
    const face = typefaces.get(line.face)
    if (!face || Math.abs(line.size - usual.size) > 0.5) continue
    const key = `${face.family} ${face.bold}`
    const count = counts.get(key) ?? { face, length: 0 }
    counts.set(key, { face, length: count.length + line.text.length })
  }
  return [...counts.values()].sort((a, b) => b.length - a.length)[0]?.face
}

const keyOf = ({ size, weight }: Style): string => `${size} ${weight}`

function stylesByRank(styles: readonly Style[]): string[] {
  const sorted = [...styles].sort((a, b) => b.size - a.size || b.weight - a.weight)
  return [...new Set(sorted.map(keyOf))]
}
