import { describe, expect, it } from 'vitest'
import { cutAtEnd, loosely, strictly } from '#shared/formats/codec'
import { big5, gbk, utf8 } from './bytes'
import { DIGESTS, digestOf, everyCode } from './every-code'

describe('GB 18030 and Big5', () => {
  it.each(['gb18030', 'big5'] as const)('%s: every code means what it means in the window', async (encoding) => {
    expect(await digestOf(everyCode(encoding), encoding)).toBe(DIGESTS[encoding])
  })

  it('have the characters that platforms differ in', () => {
    expect(strictly(Uint8Array.of(0x80), 'gb18030')).toBe('€')
    expect(strictly(Uint8Array.of(0xff), 'gb18030')).toBeNull()
    expect(strictly(big5('着'), 'big5')).toBe('着')
    expect(strictly(gbk('𠮷瀍龴€'), 'gb18030')).toBe('𠮷瀍龴€')
  })
})

describe('strictly and loosely', () => {
  it('refuse a broken byte, and show where it is', () => {
    const bytes = Uint8Array.of(...gbk('经济'), 0xff, ...gbk('运行'))
    expect(strictly(bytes, 'gb18030')).toBeNull()
    expect(loosely(bytes, 'gb18030')).toBe('经济\uFFFD运行')
  })

  it('keep a byte order mark', () => {
    expect(strictly(utf8('\uFEFF经济'), 'utf-8')).toBe('\uFEFF经济')
  })
})

describe('cutAtEnd', () => {
  it.each([
    ['utf-8', [0xe4, 0xb8], 2],
    ['utf-8', [0xe4, 0xb8, 0xad], 0],
    ['utf-8', [0xf0, 0xa0, 0xae], 3],
    ['utf-8', [0x41, 0xb8], 0],
    ['utf-8', [0xff], 0],
    ['gb18030', [0xd6], 1],
    ['gb18030', [0x95, 0x32], 2],
    ['gb18030', [0x95, 0x32, 0xb7], 3],
    ['gb18030', [0x41], 0],
    ['big5', [0xa4], 1],
    ['utf-16le', [0x41], 1],
    ['utf-16le', [0x42, 0xd8], 2],
    ['utf-16be', [0xd8, 0x42], 2],
    ['utf-16be', [0x4e, 0x2d], 0],
  ] as const)('in %s of %j is %i', (encoding, bytes, cut) => {
    expect(cutAtEnd(Uint8Array.from(bytes), encoding)).toBe(cut)
  })
})
