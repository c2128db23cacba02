/** The bytes behind a transfer encoding of a mail or a web archive. What is not encoded passes as it is. */
export function transferred(bytes: Uint8Array, encoding: string): Uint8Array {
  if (encoding === 'quoted-printable') return quotedPrintable(bytes)
  return encoding === 'base64' ? base64(bytes) : bytes
}

const EQUALS = 0x3d
const CR = 0x0d
const LF = 0x0a

/** RFC 2045, 6.7: `=C4` is a byte, `=` at the end of a line joins it to the next. A stray `=` stays. */
export function quotedPrintable(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    const soft = byte === EQUALS ? softBreak(bytes, at + 1) : 0
    const value = byte === EQUALS && soft === 0 ? hexPair(bytes, at + 1) : null
    if (soft > 0) at += soft
    else {
      out[length++] = value ?? byte
      if (value !== null) at += 2
    }
  }
  return out.subarray(0, length)
}

/** Length of the white space and line break at a place, 0 where the line goes on. */
function softBreak(bytes: Uint8Array, from: number): number {
  let at = from
  while (bytes[at] === 0x20 || bytes[at] === 0x09) at++
  if (bytes[at] === CR && bytes[at + 1] === LF) return at + 2 - from
  return bytes[at] === LF || bytes[at] === CR ? at + 1 - from : 0
}

function hexPair(bytes: Uint8Array, at: number): number | null {
  const high = hexDigit(bytes[at])
  const low = hexDigit(bytes[at + 1])
  return high === null || low === null ? null : high * 16 + low
}

function hexDigit(byte: number | undefined): number | null {
  if (byte === undefined) return null
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : null
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 as mails carry it: line breaks and whatever is not of the alphabet are passed over. */
export function base64(bytes: Uint8Array): Uint8Array {
  const values = new Int8Array(256).fill(-1)
  for (const [value, char] of [...ALPHABET].entries()) values[char.charCodeAt(0)] = value
  const out = new Uint8Array(Math.floor((bytes.length * 3) / 4))
  let length = 0
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    if (byte === EQUALS) break
    const value = values[byte] ?? -1
    if (value < 0) continue
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    out[length++] = held >> bits
  }
  return out.subarray(0, length)
}
