import { viewOf } from './fib'
import type { ParagraphFormat } from './formatting'
import { readCharacterSprms, readParagraphSprms } from './formatting'

/** What a style says that matters to a text. */
export interface DocStyle {
  readonly index: number
  /** Built-in styles by number: 1 to 9 are the headings. */
  readonly builtIn: number
  readonly base: number
  readonly list?: number
  readonly level?: number
  readonly outline?: number
  readonly hidden?: boolean
}

const PARAGRAPH = 1
const CHARACTER = 2
const LIST = 4
const CHAIN = 32

/** The styles of a document ([MS-DOC] 2.9.271, STSH). */
export class DocStyles {
  private readonly styles: readonly (DocStyle | null)[]
  private readonly chains = new Map<number, readonly DocStyle[]>()

  constructor(bytes: Uint8Array) {
    this.styles = bytes.length > 4 ? readStyles(bytes) : []
  }

  /** The style and those that it is based on, nearest first. */
  chain(index: number): readonly DocStyle[] {
    const known = this.chains.get(index)
    if (known) return known
    const made: DocStyle[] = []
    for (let style = this.styles[index]; style && made.length < CHAIN && !made.includes(style); ) {
      made.push(style)
      style = this.styles[style.base]
    }
    this.chains.set(index, made)
    return made
  }
}

function readStyles(bytes: Uint8Array): (DocStyle | null)[] {
  const view = viewOf(bytes)
  const header = view.getUint16(0, true)
  const count = view.getUint16(2, true)
  const base = view.getUint16(4, true)
  const styles: (DocStyle | null)[] = []
  let at = 2 + header
  for (let index = 0; index < count && at + 2 <= bytes.length; index++) {
    const length = view.getUint16(at, true)
    styles.push(length > base ? readStyle(bytes.subarray(at + 2, at + 2 + length), base, index) : null)
    at += 2 + length
  }
  return styles
}

function readStyle(bytes: Uint8Array, base: number, index: number): DocStyle | null {
  const view = viewOf(bytes)
  if (bytes.length < base + 2 || base < 10) return null
  const kind = view.getUint16(2, true) & 0xf
  const format: ParagraphFormat & { hidden?: boolean } = {
    style: index,
    inTable: false,
    depth: 0,
    rowEnd: false,
    innerCell: false,
    innerRowEnd: false,
  }
  let at = base + 2 + view.getUint16(base, true) * 2 + 2
  const next = (): Uint8Array => {
    at += at % 2
    if (at + 2 > bytes.length) return bytes.subarray(0, 0)
    const length = view.getUint16(at, true)
    at += 2 + length
    return bytes.subarray(at - length, at)
  }
  if (kind === PARAGRAPH || kind === LIST) readParagraphSprms(next().subarray(2), format, null)
  if (kind === PARAGRAPH || kind === CHARACTER) {
    const character: { hidden?: number } = {}
    readCharacterSprms(next(), character)
    if (character.hidden !== undefined) format.hidden = character.hidden === 1
  }
  const { list, level, outline, hidden } = format
  return {
    index,
    builtIn: view.getUint16(0, true) & 0xfff,
    base: view.getUint16(2, true) >> 4,
    ...(list === undefined ? {} : { list }),
    ...(level === undefined ? {} : { level }),
    ...(outline === undefined ? {} : { outline }),
    ...(hidden === undefined ? {} : { hidden }),
  }
}

/** The depth of heading that a paragraph has, from 1, by its outline level, that of its styles, or a built-in heading. */
export function docHeadingLevel({ outline }: ParagraphFormat, chain: readonly DocStyle[]): number | null {
  const own = outline ?? chain.find((style) => style.outline !== undefined)?.outline
  if (own !== undefined) return own <= 8 ? own + 1 : null
  return chain.find(({ builtIn }) => builtIn >= 1 && builtIn <= 9)?.builtIn ?? null
}
