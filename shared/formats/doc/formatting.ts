import { FIB_PART, type Fib, readPlc, viewOf } from './fib'
import { readSprms, SPRM } from './sprms'

/** What a run of characters says of itself. Undefined leaves it to its styles. */
export interface CharacterFormat {
  deleted?: boolean
  /** 0 no, 1 yes, 0x80 as the style has it, 0x81 the opposite. */
  hidden?: number
  special?: boolean
  symbol?: { readonly font: number; readonly code: number }
  style?: number
}

/** What a paragraph says of itself. */
export interface ParagraphFormat {
  style: number
  list?: number
  level?: number
  outline?: number
  inTable: boolean
  /** How many tables it lies in. */
  depth: number
  rowEnd: boolean
  /** The end of a cell, or of a row, of a table inside a cell. */
  innerCell: boolean
  innerRowEnd: boolean
}

/** Runs in the order of their places in the document stream. */
export interface Runs<T> {
  /** The run that a byte lies in, by its offset; `last` is where the search before ended. */
  at(offset: number): { readonly end: number; readonly format: T } | null
}

interface RawRun {
  readonly start: number
  readonly end: number
  readonly page: Uint8Array
  /** Where its properties start in its page, 0 for none. */
  readonly offset: number
}

const PAGE = 512
const DATA_LIMIT = 0xffff

export const characterRuns = (fib: Fib): Runs<CharacterFormat> =>
  runs(pagesOf(fib, FIB_PART.characterPages, 1), (run) => {
    const format: CharacterFormat = {}
    if (run.offset > 0) readCharacterSprms(slice(run.page, run.offset + 1, run.page[run.offset] ?? 0), format)
    return format
  })

/** Applies changes to a run's format. */
export function readCharacterSprms(bytes: Uint8Array, format: CharacterFormat): void {
  readSprms(bytes, (code, operand) => {
    if (code === SPRM.deleted) format.deleted = operand.getUint8(0) === 1
    else if (code === SPRM.hidden) format.hidden = operand.getUint8(0)
    else if (code === SPRM.special) format.special = operand.getUint8(0) === 1
    else if (code === SPRM.characterStyle) format.style = operand.getUint16(0, true)
    else if (code === SPRM.symbol)
      format.symbol = { font: operand.getUint16(0, true), code: operand.getUint16(2, true) }
  })
}

/** @param data the stream in which properties that fill more than a page lie */
export const paragraphRuns = (fib: Fib, data: Uint8Array | null): Runs<ParagraphFormat> =>
  runs(pagesOf(fib, FIB_PART.paragraphPages, 13), ({ page, offset }) => {
    if (offset === 0) return newParagraph(0)
    const words = page[offset] ?? 0
    const inPage =
      words > 0 ? slice(page, offset + 1, words * 2 - 1) : slice(page, offset + 2, (page[offset + 1] ?? 0) * 2)
    if (inPage.length < 2) return newParagraph(0)
    const format = newParagraph(viewOf(inPage).getUint16(0, true))
    readParagraphSprms(inPage.subarray(2), format, data)
    return format
  })

const newParagraph = (style: number): ParagraphFormat => ({
  style,
  inTable: false,
  depth: 0,
  rowEnd: false,
  innerCell: false,
  innerRowEnd: false,
})

/** Applies changes to a paragraph's format. */
export function readParagraphSprms(bytes: Uint8Array, format: ParagraphFormat, data: Uint8Array | null): void {
  readSprms(bytes, (code, operand) => {
    if (code === SPRM.paragraphStyle) format.style = operand.getUint16(0, true)
    else if (code === SPRM.list) format.list = operand.getUint16(0, true)
    else if (code === SPRM.level) format.level = operand.getUint8(0)
    else if (code === SPRM.outline) format.outline = operand.getUint8(0)
    else if (code === SPRM.inTable) format.inTable = operand.getUint8(0) === 1
    else if (code === SPRM.rowEnd) format.rowEnd = operand.getUint8(0) === 1
    else if (code === SPRM.depth) format.depth = operand.getUint32(0, true)
    else if (code === SPRM.innerCell) format.innerCell = operand.getUint8(0) === 1
    else if (code === SPRM.innerRowEnd) format.innerRowEnd = operand.getUint8(0) === 1
    else if (code === SPRM.elsewhere && data) {
      const at = operand.getUint32(0, true)
      if (at + 2 > data.length) throw new RangeError('properties out of the data stream')
      const length = Math.min(viewOf(data).getUint16(at, true), DATA_LIMIT)
      readParagraphSprms(data.subarray(at + 2, at + 2 + length), format, null)
    }
  })
}

function pagesOf(
  fib: Fib,
  part: typeof FIB_PART.characterPages | typeof FIB_PART.paragraphPages,
  size: number,
): RawRun[] {
  const { data } = readPlc(fib.part(part), 4)
  if (data.length > fib.document.length / PAGE + 1) throw new RangeError('more pages of properties than the file has')
  const made: RawRun[] = []
  for (const each of data) {
    const at = (each.getUint32(0, true) & 0x3fffff) * PAGE
    const page = slice(fib.document, at, PAGE)
    if (page.length < PAGE) throw new RangeError('page of properties out of the file')
    const view = viewOf(page)
    const count = page[PAGE - 1] ?? 0
    for (let index = 0; index < count && (count + 1) * 4 + index * size < PAGE; index++) {
      const offset = (page[(count + 1) * 4 + index * size] ?? 0) * 2
      made.push({ start: view.getUint32(index * 4, true), end: view.getUint32(index * 4 + 4, true), page, offset })
    }
  }
  return made.sort((a, b) => a.start - b.start)
}

function runs<T>(raw: readonly RawRun[], read: (run: RawRun) => T): Runs<T> {
  let last = 0
  let made: { readonly index: number; readonly format: T } | null = null
  return {
    at(offset) {
      if (!holds(raw[last], offset)) last = holds(raw[last + 1], offset) ? last + 1 : search(raw, offset)
      const run = raw[last]
      if (!run || !holds(run, offset)) return null
      if (made?.index !== last) made = { index: last, format: read(run) }
      return { end: run.end, format: made.format }
    },
  }
}

const holds = (run: RawRun | undefined, offset: number): boolean =>
  run !== undefined && run.start <= offset && offset < run.end

/** The last run that starts at or before a byte. */
function search(raw: readonly RawRun[], offset: number): number {
  let low = 0
  let high = raw.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((raw[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

const slice = (bytes: Uint8Array, start: number, length: number): Uint8Array => bytes.subarray(start, start + length)
