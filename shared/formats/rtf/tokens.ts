/** What an RTF file is made of (RTF 1.9.1, "Basic entities"). Groups open and close, words command, bytes are text. */
export interface TokenHandler {
  open(): void
  close(): void
  /** A control word or symbol with its number, null where it has none. */
  word(name: string, value: number | null): void
  /** A byte of text, in the code page at work. */
  byte(byte: number): void
}

const BACKSLASH = 0x5c
const QUOTE = 0x27
const LONGEST = 32

const isLetter = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

/** Goes through an RTF file from start to end; nothing in it can make it go on for ever or call itself. */
export function scanRtf(bytes: Uint8Array, handler: TokenHandler): void {
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0
    if (byte === BACKSLASH) at = control(bytes, at + 1, handler)
    else {
      at++
      if (byte === 0x7b) handler.open()
      else if (byte === 0x7d) handler.close()
      else if (byte !== 0x0d && byte !== 0x0a && byte !== 0) handler.byte(byte)
    }
  }
}

/** @returns where what follows starts */
function control(bytes: Uint8Array, start: number, handler: TokenHandler): number {
  const first = bytes[start]
  if (first === undefined) return start
  if (first === QUOTE) {
    const code = Number.parseInt(String.fromCharCode(bytes[start + 1] ?? 0, bytes[start + 2] ?? 0), 16)
    if (!Number.isNaN(code)) handler.byte(code)
    return start + 3
  }
  if (!isLetter(first)) {
    handler.word(first === 0x0d || first === 0x0a ? 'par' : String.fromCharCode(first), null)
    return start + 1
  }
  let at = start
  while (at < bytes.length && at - start < LONGEST && isLetter(bytes[at] ?? 0)) at++
  const name = String.fromCharCode(...bytes.subarray(start, at))
  const digits = at
  if (bytes[at] === 0x2d) at++
  while (at < bytes.length && at - digits < LONGEST && isDigit(bytes[at] ?? 0)) at++
  const value = at > digits ? Number.parseInt(String.fromCharCode(...bytes.subarray(digits, at)), 10) : null
  if (bytes[at] === 0x20) at++
  if (name === 'bin') return at + Math.max(0, value ?? 0)
  handler.word(name, Number.isNaN(value) ? null : value)
  return at
}
