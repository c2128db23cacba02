import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readRtf } from '#shared/formats/rtf/document'

/** An RTF of a document of code page 936; bytes beyond ASCII stand as escapes in it. */
const rtf = (body: string): Uint8Array =>
  strToU8(
    `{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset134 SimSun;}{\\f2\\fcharset2 Wingdings;}{\\f3\\fcharset136 PMingLiU;}{\\f4\\fcharset204 Arial CYR;}}${body}}`,
  )

function textOf(body: string): string {
  const read = readRtf(rtf(body))
  if (!read.ok) throw new Error(read.reason.key)
  return read.text
}

describe('characters', () => {
  it.each([
    ['the code page of the document', "\\f0 \\'d4\\'f6\\'b3\\'a48%", '增长8%'],
    ['the character set of a font', "\\f3 \\'bc\\'57\\'aa\\'f8", '增長'],
    ['four bytes of GB 18030', "\\f1 \\'95\\'32\\'82\\'36", '𠀀'],
    ['a second byte that is a backslash', "\\f1 \\'e1\\'5c", '醆'],
    ['a second byte that stands as a letter', "\\f1 \\'9eM", '濵'],
    ['curly quotes of a Western font', "\\f0 \\'93a\\'94", '“a”'],
    ['Cyrillic', "\\f4 \\'c4\\'e0", 'Да'],
    ['a bullet of a symbol font', "\\f2\\'6c\\f1 \\'d4\\'f6", '●增'],
    ['Unicode with one character to skip', '\\uc1\\u22686?\\u-26815?', '增靁'],
    ['Unicode with two bytes to skip', "\\uc2\\u22686\\'d4\\'f6a", '增a'],
    ['Unicode with nothing to skip', '\\uc0\\u22686 a', '增a'],
    ['a pair of surrogates', '\\uc1\\u-10174?\\u-8448?', String.fromCharCode(0xd842, 0xdf00)],
    ['symbols', '\\{\\}\\\\\\~\\_\\emdash\\ldblquote', '{}\\\u00a0\u2011—“'],
    ['a hyphen that is not shown', 'GDP\\-a', 'GDPa'],
  ])('%s', (_, body, expected) => {
    expect(textOf(body)).toBe(`${expected}\n`)
  })
})

describe('what is shown', () => {
  it.each([
    ['hidden and deleted words', '{\\v no}{\\deleted no}a\\v b\\v0 c', 'ac\n'],
    ['a deleted paragraph end', 'a{\\deleted\\par}b\\par', 'ab\n'],
    ['groups that are not known', '{\\*\\unknown no}a{\\pict 8950}', 'a\n'],
    ['a field', '{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt a}}b', 'ab\n'],
    ['a footnote after the text', 'a{\\footnote \\chftn b\\par}c\\par', 'ac\nb\n'],
    ['an endnote after the footnotes', 'a{\\footnote\\ftnalt e}{\\footnote f}\\par', 'a\nf\ne\n'],
    [
      'a text box after its paragraph',
      'a{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt b\\par}}{\\shprslt no}}c\\par',
      'ac\nb\n',
    ],
    [
      'the number of a list',
      '{\\listtext\\f1 \\u19968?\\u12289?\\tab}a\\par{\\listtext 1.\\tab}b\\par',
      '一、a\n1. b\n',
    ],
    ['one of two versions of words', '{\\upr{no}{\\*\\ud{a}}}b', 'ab\n'],
    ['binary data passed over', 'a{\\*\\x\\bin3 }}}}b', 'ab\n'],
    ['rows of a table', '\\trowd\\intbl a\\cell b\\par c\\cell\\row\\pard d\\par', 'a\tb c\nd\n'],
    [
      'a table inside a cell',
      '\\trowd\\intbl\\itap1 a\\par\\itap2 b\\nestcell c\\nestcell{\\*\\nesttableprops\\nestrow}{\\nonesttables no}\\itap1 \\cell d\\cell\\row',
      'a b c\td\n',
    ],
  ])('%s', (_, body, expected) => {
    expect(textOf(body)).toBe(expected)
  })

  it('marks headings by style and by outline level', () => {
    const styles = '{\\stylesheet{\\s1\\outlinelevel0 heading 1;}{\\s2 heading 2;}{\\s3 Body;}}'
    const read = readRtf(
      rtf(`${styles}\\pard\\s1 a\\par\\pard\\s2 b\\par\\pard\\s3 c\\par\\pard\\outlinelevel2 d\\par`),
    )
    expect(read.ok && read.marks.headings.map(({ level }) => level)).toEqual([1, 2, 3])
  })

  it('tells the title', () => {
    const read = readRtf(rtf("{\\info{\\title \\'d4\\'f6}{\\author no}}a"))
    expect(read.ok && read.told).toEqual({ title: '增' })
  })
})

describe('hostile documents', () => {
  it('nest groups without end', () => {
    expect(readRtf(rtf('{'.repeat(1_000_000)))).toEqual({
      ok: false,
      reason: { key: 'errors.file.tooDeep', params: {} },
    })
  })

  it.each(['}'.repeat(1000), '\\itap99999 a\\par', '\\u99999999 a', "\\'zz a", '\\bin-5 a', '\\f99999 a', '\\', "\\'"])(
    'hold %s',
    (body) => {
      const read = readRtf(rtf(`${body}a`))
      expect(read.ok || read.reason.key.startsWith('errors.file.')).toBe(true)
    },
  )

  it('hold 300,000 paragraphs', () => {
    expect(textOf('\\pard\\plain \\u22686?\\par\n'.repeat(300_000)).length).toBe(600_000)
  })
})
