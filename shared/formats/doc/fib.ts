/** Where the parts of a Word document lie ([MS-DOC] 2.5, File Information Block). Lengths of stories in characters. */
export interface Fib {
  readonly stories: {
    readonly text: number
    readonly footnotes: number
    readonly headers: number
    readonly macros: number
    readonly comments: number
    readonly endnotes: number
    readonly boxes: number
  }
  /** A structure of the table stream by its place in the block. */
  part(index: FibPart): Uint8Array
  readonly document: Uint8Array
  readonly table: Uint8Array
}

/** Places in FibRgFcLcb97 (2.5.6). */
export const FIB_PART = {
  styles: 1,
  footnoteRefs: 2,
  footnoteTexts: 3,
  characterPages: 12,
  paragraphPages: 13,
  clx: 33,
  shapes: 40,
  endnoteRefs: 46,
  endnoteTexts: 47,
  boxTexts: 56,
  lists: 73,
  listUses: 74,
} as const
type FibPart = (typeof FIB_PART)[keyof typeof FIB_PART]

const WORD_97 = 0xa5ec
const WORD_6 = 0xa5dc
/** The first version with this layout. */
const FIRST_VERSION = 0xc1
const ENCRYPTED = 0x0100
const TABLE_1 = 0x0200
const PARTS = 0x9a

/** Why a document is not read: the last part of a key of `errors.file`, or Word 6 and 95 by name. */
export type FibFault = 'damaged' | 'encrypted' | 'Word 6/95'

/**
 * Reads the block at the start of the document stream.
 * @param streams the table streams by name
 */
export function readFib(document: Uint8Array, streams: (name: string) => Uint8Array | null): Fib | FibFault {
  const view = viewOf(document)
  const magic = view.getUint16(0, true)
  if (magic === WORD_6 || (magic === WORD_97 && view.getUint16(2, true) < FIRST_VERSION)) return 'Word 6/95'
  if (magic !== WORD_97) return 'damaged'
  const flags = view.getUint16(0x0a, true)
  if ((flags & ENCRYPTED) !== 0) return 'encrypted'
  const table = streams((flags & TABLE_1) !== 0 ? '1Table' : '0Table')
  if (!table) return 'damaged'
  const count = (offset: number): number => view.getUint32(offset, true)
  const part = (index: FibPart): Uint8Array => {
    const start = count(PARTS + index * 8)
    const length = count(PARTS + index * 8 + 4)
    if (start + length > table.length) throw new RangeError('structure out of the table stream')
    return table.subarray(start, start + length)
  }
  return {
    stories: {
      text: count(0x4c),
      footnotes: count(0x50),
      headers: count(0x54),
      macros: count(0x58),
      comments: count(0x5c),
      endnotes: count(0x60),
      boxes: count(0x64),
    },
    part,
    document,
    table,
  }
}

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** A list of places with data of a fixed size for each stretch between two of them (2.2.2, PLC). */
export interface Plc {
  readonly places: readonly number[]
  readonly data: readonly DataView[]
}

/** @param size of the data for each stretch, in bytes */
export function readPlc(bytes: Uint8Array, size: number): Plc {
  if (bytes.length < 4) return { places: [], data: [] }
  const view = viewOf(bytes)
  const count = Math.floor((bytes.length - 4) / (4 + size))
  const places = Array.from({ length: count + 1 }, (_, index) => view.getUint32(index * 4, true))
  const start = bytes.byteOffset + (count + 1) * 4
  return { places, data: places.slice(1).map((_, index) => new DataView(bytes.buffer, start + index * size, size)) }
}
