import { at, change, type Edit, inQuantities } from './change'
import type { Dirt } from './layout'

const BLANKS = [' ', '\u3000', '\u00a0', '\u2002', '\u2009'] as const
const UNSEEN = ['\u200b', '\ufeff', '\u00ad', '\u200d', '\u2060'] as const

/** Blanks of every width inside numbers and between number and unit: 30.4 亿元, 1 2.5 %. */
export const blanks: Dirt = (clean, random) =>
  change(
    clean,
    inQuantities(clean, (char, _before, _after, { last }) =>
      !last && random.chance(0.25) ? char + random.one(BLANKS) : null,
    ),
  )

/** Characters without width, and soft hyphens, anywhere. */
export const unseen: Dirt = (clean, random) =>
  change(
    clean,
    at(/(?<=[^\s])(?=[^\s])/gu, clean.text, () => (random.chance(0.08) ? random.one(UNSEEN) : null)),
  )

/** Full-width digits, letters, ％ and ． */
export const fullWidth: Dirt = (clean) =>
  change(
    clean,
    at(/[0-9A-Za-z%.](?![\s#])/gu, clean.text, ([char]) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
  )

const LETTERS: Readonly<Record<string, string>> = { '1': 'lI|', '0': 'Oo' }

/** Letters for 1 and 0 in half the numbers that have some and a true digit besides: 4l.38, 2O. */
export const letters: Dirt = (clean, random) =>
  change(
    clean,
    inQuantities(clean, (char, before, after) => {
      const like = LETTERS[char]
      if (!like || !random.chance(0.5)) return null
      return /[2-9]/u.test(before) || /[2-9]/u.test(after) ? random.one(like) : null
    }),
  )

/** The point of a number as a scan's reader takes it: 。 · , */
export const points: Dirt = (clean, random) =>
  change(
    clean,
    inQuantities(clean, (char, before, after) =>
      char === '.' && /\d/u.test(before) && /\d/u.test(after) && random.chance(0.5) ? random.one('。·,•') : null,
    ),
  )

/** 亿 and 元 as what they are mistaken for. */
export const units: Dirt = (clean, random) =>
  change(
    clean,
    inQuantities(clean, (char) => {
      if (!random.chance(0.5)) return null
      if (char === '亿') return random.one('忆乙')
      return char === '元' ? random.one('兀无') : null
    }),
  )

/** % as 96 or 0/0. */
export const percents: Dirt = (clean, random) =>
  change(
    clean,
    inQuantities(clean, (char) => (char === '%' && random.chance(0.3) ? random.one(['0/0', '96', 'o/o']) : null)),
  )

const HALF: Readonly<Record<string, string>> = {
  '，': ',',
  '；': ';',
  '：': ':',
  '（': '(',
  '）': ')',
  '！': '!',
  '？': '?',
}

/** Punctuation in half width. */
export const halfWidth: Dirt = (clean) =>
  change(
    clean,
    at(/[，；：（）！？]/gu, clean.text, ([char]) => HALF[char] ?? null),
  )

/** Bold marks around numbers, and what converters leave of HTML's blanks and line breaks. */
export const remnants: Dirt = (clean, random) => {
  const edits: Edit[] = []
  for (const { start, quantity } of [...clean.gold].sort((a, b) => a.start - b.start)) {
    if (start < (edits.at(-1)?.end ?? 0) || !random.chance(0.5)) continue
    const [before, after] = random.one(PAIRS).split(' ')
    const end = start + quantity.length
    edits.push({ start, end: start, insert: before ?? '' }, { start: end, end, insert: after ?? '' })
  }
  const marked = change(clean, edits)
  return change(
    marked,
    at(/\n/gu, marked.text, () => random.one(['\n', '<br>\n', '<br/>', '</p>\n<p>'])),
  )
}
const PAIRS = ['** **', '&nbsp; &nbsp;', '<b> </b>', '<span\u00a0style=""> </span>', '&#160; &#12288;']
