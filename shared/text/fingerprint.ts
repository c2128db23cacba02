/**
 * A number that tells whether a text is still the same: 53 bits over its UTF-16 code units. It finds what went wrong by
 * accident, not what somebody forged; a cryptographic hash would have to be awaited, which ends a database transaction.
 *
 * Two 32-bit multiplicative hashes with a final mix, after cyrb53 (bryc, public domain): half a second for the 35 million
 * characters of 2,066 reports at most.
 * @returns a whole number from 0 to 2^53 - 1
 */
export function fingerprint(text: string): number {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    high = Math.imul(high ^ unit, 2_654_435_761)
    low = Math.imul(low ^ unit, 1_597_334_677)
  }
  const first = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  const second = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  return 4_294_967_296 * (2_097_151 & second) + (first >>> 0)
}
