import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBytes } from '#shared/formats/decode'
import type { Encoding } from '#shared/model/reading'
import { big5, encodable, gbk, utf8, utf16 } from './bytes'
import { TRADITIONAL } from './traditional'

const LINE = '2022年,全年地区生产总值完成160亿元,同比增长4.3%。'
const SHORT_LINE = '现在,我代表区人民政府向大会报告工作,请予审议,并请委员提意见。'

const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))
/** “Отчёт о работе администрации города за прошедший год” in windows-1251. */
const CYRILLIC = Uint8Array.from(
  'cef2f7b8f2 ee f0e0e1eef2e5 e0e4ece8ede8f1f2f0e0f6e8e8 e3eef0eee4e0 e7e0 eff0eef8e5e4f8e8e9 e3eee4'
    .split(' ')
    .flatMap((word) => [...(word.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)), 0x20]),
)

describe('decodeBytes', () => {
  it.each([
    ['UTF-8', utf8, LINE, 'utf-8', 'reasons.encoding.valid'],
    ['ASCII', utf8, 'GDP 160, +4.3%\n', 'utf-8', 'reasons.encoding.ascii'],
    ['UTF-16 LE', (text: string) => utf16(text, 'le'), LINE, 'utf-16le', 'reasons.encoding.plausible'],
    ['UTF-16 BE', (text: string) => utf16(text, 'be'), LINE, 'utf-16be', 'reasons.encoding.plausible'],
    ['GBK', gbk, LINE, 'gb18030', 'reasons.encoding.plausible'],
    ['one line of GBK', gbk, SHORT_LINE, 'gb18030', 'reasons.encoding.plausible'],
    ['Big5', big5, TRADITIONAL, 'big5', 'reasons.encoding.plausible'],
    ['traditional GBK', gbk, TRADITIONAL, 'gb18030', 'reasons.encoding.plausible'],
    ['traditional UTF-16', (text: string) => utf16(text, 'be'), TRADITIONAL, 'utf-16be', 'reasons.encoding.plausible'],
    ['UTF-16 of ASCII', (text: string) => utf16(text, 'le'), 'GDP +4.3%\r\n', 'utf-16le', 'reasons.encoding.plausible'],
  ])('reads %s and says why', (_, encode, text, encoding, key) => {
    expect(decodeBytes(encode(text))).toMatchObject({ ok: true, text, encoding, reason: { key }, remarks: [] })
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
      remarks: [],
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
    ['UTF-8 that breaks after its mark', Uint8Array.of(0xef, 0xbb, 0xbf, 0xe4, 0xb8), 'errors.file.blank', {}],
    [
      'Latin letters in one byte each',
      latin('Le café où l’été dernier le garçon a reçu la clé'),
      'errors.file.undecodable',
      {},
    ],
    ['Cyrillic letters in one byte each', CYRILLIC, 'errors.file.undecodable', {}],
  ])('refuses %s', (_, bytes, key, params) => {
    expect(decodeBytes(bytes)).toEqual({ ok: false, reason: { key, params } })
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

  it('never throws, whatever the bytes, and gives a replacement character only with a remark', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const decoded = decodeBytes(bytes)
        if (decoded.ok && decoded.encoding !== 'utf-8' && decoded.text.includes('\uFFFD')) {
          expect(decoded.remarks).not.toEqual([])
        }
      }),
    )
  })

  it('reads every seed as UTF-8 and the same text in every other encoding', () => {
    for (const name of readdirSync('seeds').filter((file) => file.endsWith('.txt'))) {
      const bytes = readFileSync(`seeds/${name}`)
      const text = bytes.toString('utf8')
      expect(decodeBytes(bytes)).toMatchObject({ ok: true, encoding: 'utf-8', text })
      expect(decodeBytes(gbk(text))).toMatchObject({ ok: true, encoding: 'gb18030', text, remarks: [] })
      expect(decodeBytes(utf16(text, 'le'))).toMatchObject({ ok: true, encoding: 'utf-16le', text })
      expect(decodeBytes(utf16(text, 'be'))).toMatchObject({ ok: true, encoding: 'utf-16be', text })
    }
  })
})

describe('short and mixed texts', () => {
  it.each([
    '经济运行',
    '招商引资到位资金12.6亿元',
    '李喆 2021年 100万元',
    '瀍河回族区人民政府区长 张喆',
    '一、2023年工作回顾',
    'GDP 160亿元 (+4.3%)',
  ])('reads %s in GBK', (line) => {
    expect(decodeBytes(gbk(line))).toMatchObject({ ok: true, encoding: 'gb18030', text: line })
  })

  it.each(['經濟運行', '招商引資到位資金12.6億元', '一、2023年工作回顧', '澳門特別行政區 行政長官'])(
    'reads %s in Big5',
    (line) => {
      expect(decodeBytes(big5(line))).toMatchObject({ ok: true, encoding: 'big5', text: line })
    },
  )

  it('tells any 30 characters of a report in GBK, and of a traditional text in Big5', () => {
    const seed = readFileSync('seeds/002_395ec08d707c8053.txt', 'utf8')
    const cases = [
      [seed, gbk, 'gb18030'],
      [encodable(TRADITIONAL, big5), big5, 'big5'],
    ] as const
    for (const [text, encode, encoding] of cases) {
      for (let at = 0; at + 30 <= text.length; at += 30) {
        const line = text.slice(at, at + 30)
        if (!/[\u4E00-\u9FFF]{6}/.test(line)) continue
        expect(decodeBytes(encode(line)), line).toMatchObject({ ok: true, encoding, text: line })
      }
    }
  })

  it('gives the same text whatever the encoding', () => {
    const usual = fc.constantFrom(...'经济社会发展主要预期目标地区生产总值增长左右')
    const odd = fc.constantFrom(
      '瀍',
      '𠮷',
      '😀',
      '12.5%',
      ' ',
      '\r\n',
      '\n',
      '\r',
      '&nbsp;',
      '\\r\\n',
      '５％',
      '　',
      '龘',
    )
    const parts = fc.array(fc.oneof({ weight: 8, arbitrary: usual }, odd), { minLength: 40, maxLength: 120 })
    fc.assert(
      fc.property(parts, (chars) => {
        const text = `政府工作报告${chars.join('')}`
        for (const [encoding, bytes] of [
          ['utf-8', utf8(text)],
          ['gb18030', gbk(text)],
          ['utf-16le', utf16(text, 'le')],
          ['utf-16be', utf16(text, 'be')],
        ] as const) {
          expect(decodeBytes(bytes)).toMatchObject({ ok: true, encoding, text, remarks: [] })
        }
      }),
    )
  })
})

describe('damaged files', () => {
  const encodings: readonly (readonly [Encoding, (text: string) => Uint8Array, number])[] = [
    ['utf-8', utf8, 1],
    ['utf-8', utf8, 2],
    ['gb18030', gbk, 1],
    ['utf-16le', (text) => utf16(text, 'le'), 1],
  ]

  it.each(encodings)('leaves out the half character at the end of %s and says so', (encoding, encode, cut) => {
    const whole = encode(`${LINE}尾`)
    const rest = encode('尾').length - cut
    expect(decodeBytes(whole.slice(0, -cut))).toMatchObject({
      ok: true,
      encoding,
      text: LINE,
      remarks: [{ key: 'reasons.reading.cutEnd', params: { bytes: hex(whole.slice(-rest - cut, -cut)) } }],
    })
  })

  it('leaves out three of four bytes of a rare character', () => {
    const whole = gbk(`${LINE}𠮷`)
    expect(decodeBytes(whole.slice(0, -1))).toMatchObject({ text: LINE, remarks: [{ key: 'reasons.reading.cutEnd' }] })
  })

  it('reads a long text with a few broken bytes and shows where they are', () => {
    const text = LINE.repeat(40)
    const damaged = Uint8Array.of(...gbk(text), 0xff, ...gbk('各位代表'))
    expect(decodeBytes(damaged)).toMatchObject({
      ok: true,
      encoding: 'gb18030',
      text: `${text}\uFFFD各位代表`,
      remarks: [{ key: 'reasons.reading.broken', params: { count: 1 } }],
    })
    expect(decodeBytes(Uint8Array.of(...utf8(text), 0xff, ...utf8('各位代表')))).toMatchObject({ encoding: 'utf-8' })
  })

  it('refuses a text with many broken bytes, and more of them when the user chose the encoding', () => {
    const broken = (every: number) =>
      Uint8Array.of(...[...Array(every)].flatMap(() => [...gbk('各位代表'.repeat(10)), 0xff]))
    expect(decodeBytes(broken(20))).toEqual({ ok: false, reason: { key: 'errors.file.undecodable', params: {} } })
    expect(decodeBytes(broken(20), 'gb18030')).toMatchObject({
      ok: true,
      reason: { key: 'reasons.encoding.chosen' },
      remarks: [{ key: 'reasons.reading.broken', params: { count: 20 } }],
    })
  })
})

describe('a chosen encoding', () => {
  it('stands, although another reads better', () => {
    const bytes = gbk('经济')
    expect(decodeBytes(bytes, 'big5')).toMatchObject({
      ok: true,
      encoding: 'big5',
      reason: { key: 'reasons.encoding.chosen' },
    })
  })

  it('is refused where the bytes do not fit it', () => {
    expect(decodeBytes(gbk(LINE), 'utf-8')).toEqual({
      ok: false,
      reason: { key: 'errors.file.notEncoding', params: { encoding: 'utf-8' } },
    })
  })
})

describe('a declared encoding', () => {
  const declared = (label: string, encoding: Encoding | null) => ({ label, encoding })

  it('is believed where the bytes agree', () => {
    expect(decodeBytes(gbk(LINE), null, declared('gb2312', 'gb18030'))).toMatchObject({
      encoding: 'gb18030',
      reason: { key: 'reasons.encoding.declared', params: { label: 'gb2312' } },
    })
  })

  it('decides where the content cannot', () => {
    expect(decodeBytes(gbk('垚喆淼'), null, declared('gbk', 'gb18030'))).toMatchObject({ ok: true, text: '垚喆淼' })
    expect(decodeBytes(gbk('垚喆淼')).ok).toBe(false)
  })

  it.each([
    ['utf-8', 'utf-8' as const, gbk(LINE), 'gb18030'],
    ['gb2312', 'gb18030' as const, utf8(LINE), 'utf-8'],
    ['gb2312', 'gb18030' as const, big5(TRADITIONAL), 'big5'],
    ['shift_jis', null, gbk(LINE), 'gb18030'],
  ])('that is wrong (%s) is noticed', (label, encoding, bytes, found) => {
    expect(decodeBytes(bytes, null, declared(label, encoding))).toMatchObject({
      encoding: found,
      reason: { key: 'reasons.encoding.misdeclared', params: { label, encoding: found } },
    })
  })
})

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ')
