/** A member of a zip file as its central directory lists it. */
export interface ZipEntry {
  /** The bytes of its name, in an encoding that old programs do not tell. */
  readonly nameBytes: Uint8Array
  /** True when the zip says that the name is UTF-8. */
  readonly nameIsUtf8: boolean
  readonly encrypted: boolean
  /** 0 stored, 8 deflated; anything else is not read. */
  readonly method: number
  readonly crc: number
  /** Sizes in bytes as declared, packed and expanded. */
  readonly packed: number
  readonly size: number
  /** Where its local header starts, in bytes from the start of the file. */
  readonly offset: number
}

/** What went wrong with a zip or one of its members: the last part of a key of `errors.file`. */
export type ZipFault = 'damaged' | 'encrypted' | 'compression' | 'tooManyMembers' | 'expandsTooFar'

export type ZipResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: ZipFault }

const END = 0x06054b50
const END_SIZE = 22
const COMMENT_LIMIT = 0xffff
const END64_LOCATOR = 0x07064b50
const END64_LOCATOR_SIZE = 20
const END64 = 0x06064b50
const CENTRAL = 0x02014b50
const CENTRAL_SIZE = 46
const ZIP64_EXTRA = 0x0001
const UNICODE_NAME_EXTRA = 0x7075
const IN_ZIP64 = 0xffffffff

/**
 * Reads the list of members at the end of a zip (APPNOTE 6.3.10, sections 4.3.12 to 4.3.16), Zip64 included. Bytes
 * before the zip (a self-extracting program) are allowed for.
 * @param limit the most members that are listed; a zip of more is refused
 */
export function readDirectory(bytes: Uint8Array, limit: number): ZipResult<readonly ZipEntry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null) return { ok: false, fault: 'damaged' }
  if (end.count > limit) return { ok: false, fault: 'tooManyMembers' }
  const entries: ZipEntry[] = []
  let at = end.start
  for (let index = 0; index < end.count; index++) {
    if (at + CENTRAL_SIZE > bytes.length || view.getUint32(at, true) !== CENTRAL) return { ok: false, fault: 'damaged' }
    const next = at + CENTRAL_SIZE + view.getUint16(at + 28, true) + view.getUint16(at + 30, true)
    const after = next + view.getUint16(at + 32, true)
    if (after > bytes.length) return { ok: false, fault: 'damaged' }
    entries.push(readEntry(bytes, view, at, end.shift))
    at = after
  }
  return { ok: true, value: entries }
}

interface End {
  readonly count: number
  readonly start: number
  /** How many bytes stand before the zip. */
  readonly shift: number
}

function findEnd(view: DataView): End | null {
  const last = view.byteLength - END_SIZE
  for (let at = last; at >= 0 && at >= last - COMMENT_LIMIT; at--) {
    if (view.getUint32(at, true) === END) return readEnd64(view, at) ?? readEnd(view, at)
  }
  return null
}

function readEnd(view: DataView, at: number): End | null {
  const size = view.getUint32(at + 12, true)
  return located(view.getUint16(at + 10, true), size, view.getUint32(at + 16, true), at)
}

function readEnd64(view: DataView, end: number): End | null {
  const locator = end - END64_LOCATOR_SIZE
  if (locator < 0 || view.getUint32(locator, true) !== END64_LOCATOR) return null
  const at = Number(view.getBigUint64(locator + 8, true))
  if (at + 56 > locator || view.getUint32(at, true) !== END64) return null
  const number = (offset: number): number => Number(view.getBigUint64(at + offset, true))
  return located(number(32), number(40), number(48), at)
}

function located(count: number, size: number, offset: number, end: number): End | null {
  const shift = end - size - offset
  return shift < 0 ? null : { count, start: offset + shift, shift }
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, shift: number): ZipEntry {
  const flags = view.getUint16(at + 8, true)
  const method = view.getUint16(at + 10, true)
  const nameEnd = at + CENTRAL_SIZE + view.getUint16(at + 28, true)
  const extra = { start: nameEnd, end: nameEnd + view.getUint16(at + 30, true) }
  const long = longNumbers(view, extra, [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ])
  const [size = 0, packed = 0, offset = 0] = long
  const unicode = unicodeName(bytes, view, extra)
  return {
    nameBytes: unicode ?? bytes.subarray(at + CENTRAL_SIZE, nameEnd),
    nameIsUtf8: unicode !== null || (flags & 0x800) !== 0,
    encrypted: (flags & 0x41) !== 0 || method === 99,
    method,
    crc: view.getUint32(at + 16, true),
    packed,
    size,
    offset: offset + shift,
  }
}

type Range = { readonly start: number; readonly end: number }

/** Numbers that do not fit 32 bits stand, in this order, in an extra field (section 4.5.3). */
function longNumbers(view: DataView, extra: Range, short: readonly number[]): number[] {
  const field = findExtra(view, extra, ZIP64_EXTRA)
  let at = field?.start ?? 0
  return short.map((number) => {
    if (number !== IN_ZIP64 || field === null || at + 8 > field.end) return number
    at += 8
    return Number(view.getBigUint64(at - 8, true))
  })
}

/** The name in UTF-8 that WinRAR and Info-ZIP put beside one in the system's encoding (section 4.6.9). */
function unicodeName(bytes: Uint8Array, view: DataView, extra: Range): Uint8Array | null {
  const field = findExtra(view, extra, UNICODE_NAME_EXTRA)
  return field !== null && field.end - field.start > 5 && bytes[field.start] === 1
    ? bytes.subarray(field.start + 5, field.end)
    : null
}

function findExtra(view: DataView, extra: Range, wanted: number): Range | null {
  for (let at = extra.start; at + 4 <= extra.end; ) {
    const end = at + 4 + view.getUint16(at + 2, true)
    if (end > extra.end) return null
    if (view.getUint16(at, true) === wanted) return { start: at + 4, end }
    at = end
  }
  return null
}
