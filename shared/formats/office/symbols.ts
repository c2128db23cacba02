/** Where symbol fonts put their signs: the private use area from U+F000 on. */
const PRIVATE = /[\uf000-\uf0ff]/
/** A sign of a symbol font that stands in no table below: in reports these are bullets. */
const BULLET = '•'

/** The signs of Wingdings that stand in reports: bullets, boxes, ticks, arrows, circled numbers. */
const WINGDINGS = new Map<number, string>([
  ...([...'①②③④⑤⑥⑦⑧⑨⑩'].map((sign, index) => [0x81 + index, sign]) as [number, string][]),
  ...([...'❶❷❸❹❺❻❼❽❾❿'].map((sign, index) => [0x8c + index, sign]) as [number, string][]),
  ...([...'●❍■□'].map((sign, index) => [0x6c + index, sign]) as [number, string][]),
  ...([...'❑❒◆◆◆❖'].map((sign, index) => [0x71 + index, sign]) as [number, string][]),
  ...([...'○◎◉▪'].map((sign, index) => [[0xa1, 0xa4, 0xa5, 0xa7][index] ?? 0, sign]) as [number, string][]),
  ...([...'□★➢➔←→↑↓'].map((sign, index) => [[0xa8, 0xab, 0xd8, 0xe8, 0xdf, 0xe0, 0xe1, 0xe2][index] ?? 0, sign]) as [
    number,
    string,
  ][]),
  ...([...'✗✓☒☑'].map((sign, index) => [0xfb + index, sign]) as [number, string][]),
])
const WINGDINGS_2 = new Map<number, string>([
  [0x4f, '✗'],
  [0x50, '✓'],
  [0x52, '☑'],
  [0x54, '☒'],
  [0x98, '●'],
  [0xa3, '□'],
])
const SYMBOL = new Map<number, string>([
  [0xa3, '≤'],
  [0xa5, '∞'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xb3, '≥'],
  [0xb4, '×'],
  [0xb7, '•'],
  [0xb8, '÷'],
  [0xb9, '≠'],
  [0xbb, '≈'],
  [0xae, '→'],
  [0x61, 'α'],
  [0x62, 'β'],
  [0x44, 'Δ'],
  [0x6d, 'μ'],
])
const FONTS = new Map<string, ReadonlyMap<number, string>>([
  ['wingdings', WINGDINGS],
  ['wingdings 2', WINGDINGS_2],
  ['wingdings 3', new Map()],
  ['webdings', new Map()],
  ['symbol', SYMBOL],
])

/**
 * A sign of a symbol font as the Unicode character that looks like it.
 * @param code its place in the font, with or without the private use area's U+F000
 */
export function symbolCharacter(font: string, code: number): string {
  const isPrivate = code >= 0xf000 && code <= 0xf0ff
  const table = FONTS.get(font.toLowerCase())
  if (!table && !isPrivate) return safeCharacter(code)
  const place = isPrivate ? code - 0xf000 : code
  return (table ?? WINGDINGS).get(place) ?? BULLET
}

/** A bullet's text in its font. Only private characters, or any in a symbol font, are looked up. */
export function symbolText(font: string, text: string): string {
  const inFont = FONTS.has(font.toLowerCase())
  return [...text]
    .map((char) => {
      const code = char.codePointAt(0) ?? 0
      return PRIVATE.test(char) || (inFont && code > 0x20 && code < 0x100) ? symbolCharacter(font, code) : char
    })
    .join('')
}

const safeCharacter = (code: number): string =>
  code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
