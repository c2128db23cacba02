import { viewOf } from './fib'

/** Bytes of an operand by the top three bits of its code ([MS-DOC] 2.2.5.1); 6 says its length itself. */
const OPERANDS = [1, 1, 2, 4, 2, 2, 0, 3]
const VARIABLE = 6
const TABLE_DEFINITION = 0xd608

/** Codes of the properties that matter to a text. */
export const SPRM = {
  deleted: 0x0800,
  hidden: 0x083c,
  special: 0x0855,
  symbol: 0x6a09,
  characterStyle: 0x4a30,
  paragraphStyle: 0x4600,
  level: 0x260a,
  list: 0x460b,
  outline: 0x2640,
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  innerCell: 0x244b,
  innerRowEnd: 0x244c,
  elsewhere: 0x6646,
} as const

/** Goes through a list of property changes. One that is cut off ends the list. */
export function readSprms(bytes: Uint8Array, take: (code: number, operand: DataView) => void): void {
  const view = viewOf(bytes)
  for (let at = 0; at + 2 < bytes.length; ) {
    const code = view.getUint16(at, true)
    at += 2
    const kind = code >> 13
    let length = OPERANDS[kind] ?? 1
    if (kind === VARIABLE) {
      if (code === TABLE_DEFINITION) {
        if (at + 2 > bytes.length) return
        length = view.getUint16(at, true) - 1
        at += 2
      } else {
        length = view.getUint8(at)
        at += 1
      }
    }
    if (length < 0 || at + length > bytes.length) return
    take(code, new DataView(bytes.buffer, bytes.byteOffset + at, length))
    at += length
  }
}
