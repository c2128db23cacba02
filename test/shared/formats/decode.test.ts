import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBytes } from '#shared/formats/decode'
import { gbk, utf8, utf16 } from './bytes'

const LINE = '2022年,全年地区生产总值完成160亿元,同比增长4.3%。'
const SHORT_LINE = '现在,我代表区人民政府向大会报告工作,请予审议,并请委员提意见。'

describe('decodeBytes', () => {
  it.each([
    ['UTF-8', utf8(LINE), 'utf-8', 'reasons.encoding.valid'],
    ['ASCII', utf8('GDP 160, +4.3%\n'), 'utf-8', 'reasons.encoding.ascii'],
    ['UTF-16 LE', utf16(LINE, 'le'), 'utf-16le', 'reasons.encoding.plausible'],
    ['UTF-16 BE', utf16(LINE, 'be'), 'utf-16be', 'reasons.encoding.plausible'],
    ['GBK', gbk(LINE), 'gb18030', 'reasons.encoding.plausible'],
    ['one line of GBK', gbk(SHORT_LINE), 'gb18030', 'reasons.encoding.plausible'],
  ])('reads %s and says why', (_, bytes, encoding, key) => {
    const decoded = decodeBytes(bytes)
    expect(decoded).toMatchObject({ ok: true, encoding, reason: { key } })
    expect(decoded.ok && decoded.text).toBe(new TextDecoder(encoding).decode(bytes))
  })

  it.each([
    ['utf-8', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8(LINE))],
    ['utf-16le', Uint8Array.of(0xff, 0xfe, ...utf16(LINE, 'le'))],
    ['utf-16be', Uint8Array.of(0xfe, 0xff, ...utf16(LINE, 'be'))],
  ])('believes the mark of %s and leaves it in the text, so that offsets count it', (encoding, bytes) => {
    const decoded = decodeBytes(bytes)
    expect(decoded).toEqual({
      ok: true,
      encoding,
      text: `\uFEFF${LINE}`,
      reason: { key: 'reasons.encoding.mark', params: {} },
    })
  })

  it('reads the rare characters of GB 18030 that GBK lacks', () => {
    const rare = Uint8Array.of(0x95, 0x32, 0xb7, 0x36)
    const decoded = decodeBytes(Uint8Array.of(...gbk(SHORT_LINE), ...rare))
    expect(decoded.ok && decoded.text).toBe(SHORT_LINE + new TextDecoder('gb18030').decode(rare))
  })

  it.each([
    ['nothing', new Uint8Array(), 'errors.file.empty', {}],
    ['white space', utf8(' \r\n\t　\n'), 'errors.file.blank', {}],
    ['a mark alone', utf8('\uFEFF'), 'errors.file.blank', {}],
    ['a PDF', utf8('%PDF-1.7\n%…'), 'errors.file.unsupported', { extension: 'PDF' }],
    [
      'a Word file',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0),
      'errors.file.unsupported',
      { extension: 'OLE (doc, wps, xls)' },
    ],
    [
      'a zip',
      Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0),
      'errors.file.unsupported',
      { extension: 'ZIP (docx, xlsx, odt)' },
    ],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), 'errors.file.notText', { type: 'PNG' }],
    ['NUL bytes', Uint8Array.of(1, 0, 0, 0, 200, 0, 3), 'errors.file.binary', {}],
    ['control characters', utf8('abc\u0001\u0002\u0003def'), 'errors.file.binary', {}],
    ['bytes of no encoding', Uint8Array.of(0xff, 0x30, 0xff, 0x41, 0xfe), 'errors.file.undecodable', {}],
    ['UTF-8 that breaks after its mark', Uint8Array.of(0xef, 0xbb, 0xbf, 0xe4, 0xb8), 'errors.file.undecodable', {}],
  ])('refuses %s', (_, bytes, key, params) => {
    expect(decodeBytes(bytes)).toEqual({ ok: false, reason: { key, params } })
  })

  it('does not take UTF-8 that is cut in the middle of a character for Chinese in another encoding', () => {
    const bytes = utf8(LINE.repeat(3))
    expect(decodeBytes(bytes.slice(0, bytes.length - 2)).ok).toBe(false)
  })

  it('gives back every UTF-8 text unchanged, line breaks and all', () => {
    const text = fc.array(fc.constantFrom('瀍', '𠮷', '\r\n', '\n', '\r', '\uFEFF', '5%', '　'), { minLength: 1 })
    fc.assert(
      fc.property(text, (parts) => {
        const value = `文${parts.join('')}`
        expect(decodeBytes(utf8(value))).toMatchObject({ ok: true, encoding: 'utf-8', text: value })
      }),
    )
  })

  it('never throws, whatever the bytes, and never gives a replacement character that the file does not hold', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const decoded = decodeBytes(bytes)
        if (decoded.ok && decoded.encoding !== 'utf-8') expect(decoded.text).not.toContain('\uFFFD')
      }),
    )
  })

  it('reads every seed as UTF-8 and the same text in every other encoding', () => {
    for (const name of readdirSync('seeds').filter((file) => file.endsWith('.txt'))) {
      const bytes = readFileSync(`seeds/${name}`)
      const decoded = decodeBytes(bytes)
      expect(decoded).toMatchObject({ ok: true, encoding: 'utf-8', text: bytes.toString('utf8') })
      const text = bytes.toString('utf8').replace(/[^\u0000-\u007F]/g, (char) => (canGbk(char) ? char : '中'))
      expect(decodeBytes(gbk(text))).toMatchObject({ ok: true, encoding: 'gb18030', text })
      expect(decodeBytes(utf16(text, 'le'))).toMatchObject({ ok: true, encoding: 'utf-16le', text })
      expect(decodeBytes(utf16(text, 'be'))).toMatchObject({ ok: true, encoding: 'utf-16be', text })
    }
  })
})

function canGbk(char: string): boolean {
  try {
    return gbk(char).length === 2
  } catch {
    return false
  }
}
