/** The compound file that Word, Excel and PowerPoint of 1997 to 2003 write ([MS-CFB]): a small file system. */
export interface OleFile {
  /** Names of the streams and storages at its root. */
  readonly names: readonly string[]
  /** The bytes of a stream at the root, null where there is none. @throws RangeError when it is damaged */
  stream(name: string): Uint8Array | null
}

interface OleEntry {
  readonly name: string
  readonly start: number
  readonly size: number
}

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ENTRY = 128
const NO_ENTRY = 0xffffffff
/** Sector numbers from here on are marks (free, end of chain), not places. */
const LAST_SECTOR = 0xfffffffa
const FIRST_FAT_PARTS = 109

/** Whether the bytes begin as a compound file does. */
export const isOle = (bytes: Uint8Array): boolean => MAGIC.every((byte, index) => bytes[index] === byte)

/**
 * Opens a compound file.
 * @throws RangeError when its tables are damaged: they point out of the file, or in a ring
 */
export function openOle(bytes: Uint8Array): OleFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(30, true)
  const miniShift = view.getUint16(32, true)
  if ((shift !== 9 && shift !== 12) || miniShift !== 6) throw new RangeError('sector size')
  const sectors = new Sectors(bytes, shift)
  const fat = numbers(sectors, fatParts(view, sectors))
  const directory = sectors.join(chain(fat, view.getUint32(48, true)))
  const { root, entries } = readDirectory(directory)
  const cutoff = view.getUint32(56, true)
  let mini: { readonly fat: Uint32Array; readonly sectors: Sectors } | null = null
  const miniStore = () => {
    const whole = sectors.join(chain(fat, root.start)).subarray(0, root.size)
    return { fat: numbers(sectors, chain(fat, view.getUint32(60, true))), sectors: new Sectors(whole, miniShift, 0) }
  }
  const stream = (name: string): Uint8Array | null => {
    const entry = entries.find((each) => each.name.toLowerCase() === name.toLowerCase())
    if (!entry) return null
    if (entry.size >= cutoff) return sectors.join(chain(fat, entry.start)).subarray(0, entry.size)
    mini ??= miniStore()
    return mini.sectors.join(chain(mini.fat, entry.start)).subarray(0, entry.size)
  }
  return { names: entries.map(({ name }) => name), stream }
}

class Sectors {
  readonly size: number
  private readonly bytes: Uint8Array
  private readonly first: number

  constructor(bytes: Uint8Array, shift: number, first = 1) {
    this.bytes = bytes
    this.size = 1 << shift
    this.first = first
  }

  /** How many there are at most. */
  get count(): number {
    return Math.ceil(this.bytes.length / this.size)
  }

  /** One sector; shorter at the end of a file that was cut off. */
  get(index: number): Uint8Array {
    const start = (index + this.first) * this.size
    if (start >= this.bytes.length) throw new RangeError('sector out of the file')
    return this.bytes.subarray(start, start + this.size)
  }

  join(indexes: readonly number[]): Uint8Array {
    if (indexes.length > this.count) throw new RangeError('more sectors than the file has')
    const joined = new Uint8Array(indexes.length * this.size)
    let at = 0
    for (const index of indexes) {
      joined.set(this.get(index), at)
      at += this.size
    }
    return joined
  }
}

/** The sectors that hold the allocation table: 109 in the header, more in a chain of their own. */
function fatParts(view: DataView, sectors: Sectors): number[] {
  const parts: number[] = []
  const take = (index: number) => {
    if (index < LAST_SECTOR) parts.push(index)
    if (parts.length > sectors.count) throw new RangeError('allocation table too long')
  }
  for (let index = 0; index < FIRST_FAT_PARTS; index++) take(view.getUint32(76 + index * 4, true))
  let next = view.getUint32(68, true)
  for (let seen = 0; next < LAST_SECTOR; seen++) {
    if (seen > sectors.count) throw new RangeError('allocation table in a ring')
    const part = asNumbers(sectors.get(next))
    for (const index of part.subarray(0, -1)) take(index)
    next = part.at(-1) ?? NO_ENTRY
  }
  return parts
}

function asNumbers(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => view.getUint32(index * 4, true))
}

const numbers = (sectors: Sectors, parts: readonly number[]): Uint32Array => asNumbers(sectors.join(parts))

function chain(fat: Uint32Array, start: number): number[] {
  const indexes: number[] = []
  for (let at = start; at < LAST_SECTOR; at = fat[at] ?? NO_ENTRY) {
    indexes.push(at)
    if (indexes.length > fat.length) throw new RangeError('sectors in a ring')
  }
  return indexes
}

function readDirectory(bytes: Uint8Array): { readonly root: OleEntry; readonly entries: readonly OleEntry[] } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = Math.floor(bytes.length / ENTRY)
  const entryAt = (index: number): OleEntry => ({
    name: new TextDecoder('utf-16le').decode(bytes.subarray(index * ENTRY, index * ENTRY + nameLength(view, index))),
    start: view.getUint32(index * ENTRY + 116, true),
    size: view.getUint32(index * ENTRY + 120, true),
  })
  const entries: OleEntry[] = []
  const seen = new Set<number>()
  const open = [view.getUint32(76, true)]
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (index >= count || seen.has(index)) continue
    seen.add(index)
    entries.push(entryAt(index))
    open.push(view.getUint32(index * ENTRY + 68, true), view.getUint32(index * ENTRY + 72, true))
  }
  return { root: entryAt(0), entries }
}

/** Bytes of an entry's name without its closing zero. */
const nameLength = (view: DataView, index: number): number =>
  Math.max(0, Math.min(view.getUint16(index * ENTRY + 64, true), 64) - 2)

/** What a compound file is, by what lies at its root. */
export type OleKind =
  | 'doc'
  | 'encrypted'
  | 'damaged'
  | 'Excel'
  | 'PowerPoint'
  | 'Works'
  | 'Outlook'
  | 'Visio'
  | 'HWP'
  | 'OLE'

const KINDS: readonly (readonly [string, OleKind])[] = [
  ['WordDocument', 'doc'],
  ['EncryptedPackage', 'encrypted'],
  ['Workbook', 'Excel'],
  ['Book', 'Excel'],
  ['PowerPoint Document', 'PowerPoint'],
  ['VisioDocument', 'Visio'],
  ['HwpSummaryInformation', 'HWP'],
  ['MatOST', 'Works'],
  ['__properties_version1.0', 'Outlook'],
]

const kinds = new WeakMap<Uint8Array, OleKind | null>()

/** What a compound file is; null where the bytes are none, `OLE` where it is none that we know. */
export function oleKind(bytes: Uint8Array): OleKind | null {
  if (!isOle(bytes)) return null
  const known = kinds.get(bytes)
  if (known !== undefined) return known
  const kind = find(bytes)
  kinds.set(bytes, kind)
  return kind
}

function find(bytes: Uint8Array): OleKind {
  try {
    const names = new Set(openOle(bytes).names.map((name) => name.replace(/^[\u0000-\u001f]/, '').toLowerCase()))
    return KINDS.find(([name]) => names.has(name.toLowerCase()))?.[1] ?? 'OLE'
  } catch (error) {
    if (error instanceof RangeError) return 'damaged'
    throw error
  }
}
