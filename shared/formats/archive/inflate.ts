import { crc32 } from '@exodus/bytes/crc.js'
import { Inflate } from 'fflate'
import type { ZipEntry, ZipResult } from './directory'

const LOCAL = 0x04034b50
const LOCAL_SIZE = 30
/** Packed bytes given to the inflater at once. Deflate expands 1,032 times at most, so that 8 MiB come back at most. */
const SLICE = 8192

/**
 * Expands one member of a zip. The memory it takes is what the directory declares, and that is checked against the
 * limit before; a member that turns out longer than declared is stopped as soon as it does.
 * @param limit the most bytes that the member may expand to
 * @returns its bytes, checked against their CRC-32
 */
export function expandEntry(bytes: Uint8Array, entry: ZipEntry, limit: number): ZipResult<Uint8Array> {
  if (entry.encrypted) return { ok: false, fault: 'encrypted' }
  if (entry.method !== 0 && entry.method !== 8) return { ok: false, fault: 'compression' }
  if (entry.size > limit) return { ok: false, fault: 'expandsTooFar' }
  const data = packedBytes(bytes, entry)
  const expanded = data && (entry.method === 0 ? data : inflate(data, entry.size))
  if (!expanded || expanded.length !== entry.size || crc32(expanded) !== entry.crc)
    return { ok: false, fault: 'damaged' }
  return { ok: true, value: expanded }
}

function packedBytes(bytes: Uint8Array, { offset, packed }: ZipEntry): Uint8Array | null {
  if (offset + LOCAL_SIZE > bytes.length) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, LOCAL_SIZE)
  if (view.getUint32(0, true) !== LOCAL) return null
  const start = offset + LOCAL_SIZE + view.getUint16(26, true) + view.getUint16(28, true)
  return start + packed <= bytes.length ? bytes.subarray(start, start + packed) : null
}

/** The bytes, or null when they are not deflated data or make more than `size` bytes. */
function inflate(data: Uint8Array, size: number): Uint8Array | null {
  // What deflate cannot make of so few bytes is a lie, and no reason to set the memory aside.
  if (size > data.length * 1032 + 64) return null
  const out = new Uint8Array(size)
  let length = 0
  let over = false
  const inflater = new Inflate((chunk) => {
    over ||= length + chunk.length > size
    if (!over) out.set(chunk, length)
    length += chunk.length
  })
  try {
    for (let at = 0; at < data.length && !over; at += SLICE) {
      inflater.push(data.subarray(at, at + SLICE), at + SLICE >= data.length)
    }
  } catch (error) {
    // fflate throws an Error with a code for data that is not deflate; whatever it throws, this member cannot be read.
    if (error instanceof Error) return null
    throw error
  }
  return over ? null : out.subarray(0, length)
}
