import { FIB_PART, type Fib, readPlc, viewOf } from './fib'

/** A stretch of the text that lies together in the file. Places count characters from the start of all stories. */
export interface Piece {
  readonly start: number
  readonly end: number
  /** Where it lies in the document stream, in bytes. */
  readonly offset: number
  /** Bytes of one character: 1 (Windows-1252) or 2 (UTF-16). */
  readonly size: 1 | 2
  /** Changes of format that a quick save put beside it. */
  readonly changes: Uint8Array | null
}

const COMPRESSED = 0x40000000

/** Reads the table of pieces ([MS-DOC] 2.9.38, Clx). */
export function readPieces(fib: Fib): readonly Piece[] {
  const clx = fib.part(FIB_PART.clx)
  const view = viewOf(clx)
  const changes: Uint8Array[] = []
  let at = 0
  while (at < clx.length && view.getUint8(at) === 1) {
    const length = view.getUint16(at + 1, true)
    changes.push(clx.subarray(at + 3, at + 3 + length))
    at += 3 + length
  }
  if (view.getUint8(at) !== 2) throw new RangeError('no table of pieces')
  const { places, data } = readPlc(clx.subarray(at + 5, at + 5 + view.getUint32(at + 1, true)), 8)
  return data.map((entry, index) => {
    const place = entry.getUint32(2, true)
    const change = entry.getUint16(6, true)
    const size = (place & COMPRESSED) !== 0 ? 1 : 2
    const piece: Piece = {
      start: places[index] ?? 0,
      end: places[index + 1] ?? 0,
      offset: size === 1 ? (place & ~COMPRESSED) / 2 : place,
      size,
      changes: (change & 1) !== 0 ? (changes[change >> 1] ?? null) : null,
    }
    if (
      piece.end < piece.start ||
      (index > 0 && piece.start < (places[index - 1] ?? 0)) ||
      piece.offset + (piece.end - piece.start) * size > fib.document.length
    ) {
      throw new RangeError('piece out of the file')
    }
    return piece
  })
}
