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

/** Straight quotes, or none at all, for curved ones. */
export const quotes: Dirt = (clean, random) =>
  change(
    clean,
    at(/[“”]/gu, clean.text, () => random.one(['"', '"', '"', '″'])),
  )

/** The dash of a range as a scan's reader takes it: 3一5家, 15ー20%. */
export const dashes: Dirt = (clean, random) =>
  change(
    clean,
    inQuantities(clean, (char, before, after) =>
      /[—－–-]/u.test(char) && /[\d%]/u.test(before) && /\d/u.test(after) ? random.one('一ー─‐﹣〜') : null,
    ),
  )

/** A blank between any two characters of a line, as widely set type is read. */
export const spacedOut: Dirt = (clean) =>
  change(
    clean,
    at(/(?<=[\p{Script=Han}\d，。、；：])(?=[\p{Script=Han}\d，。、；：%])/gu, clean.text, () => ' '),
  )

/** Word's list marks as plain text has them: private characters, or the letters that its symbol fonts draw them with. */
export const bullets: Dirt = (clean, random) =>
  change(
    clean,
    at(/(?<=\n)[ \u3000]*(?=[\p{Script=Han}\d“][^\n]{60})/gu, clean.text, () =>
      random.chance(0.5)
        ? random.one(['\uf0b7\t', '\uf06c ', 'l\t', 'l ', 'Ø\t', 'u ', 'n\t', 'ü ', '◆', '▪ ', '➢'])
        : null,
    ),
  )

const TRADITIONAL =
  '区區产產总總值值亿億万萬个個户戶亩畝吨噸业業务務规規资資实實现現达達长長进進开開发發过過乡鄉镇鎮农農村村财財预預税稅贸貿额額游遊项項标標场場馆館厅廳医醫院院学學养養老老环環境境电電车車数數据據创創新新设設备備园園兴興转轉变變极極济濟经經会會议議报報告告各各位位代代表表现現员員给給与與为為这這来來时時间間东東两兩单單压壓减減节節约約优優质質气氣众眾体體劳勞动動关關系係应應险險障障保保费費对對后後于於从從当當劳勞岁歲届屆战戰严嚴构構调調结結领領导導强強抓抓紧緊难難题題点點线線桥橋铁鐵机機场場网網络絡监監督督执執组組织織团團队隊书書记記审審请請届屆归歸举舉办辦宁寧广廣东東龙龍庆慶无無处處里裡级級种種类類树樹绿綠坏壞态態认認证證权權益益尽儘显顯著著稳穩见見观觀觉覺统統计計划劃筹籌协協调調联聯双雙'

/** Traditional characters for the simplified ones that reports use most. */
export const traditional: Dirt = (clean) => {
  const pairs = new Map<string, string>()
  for (let i = 0; i + 1 < TRADITIONAL.length; i += 2) pairs.set(TRADITIONAL.charAt(i), TRADITIONAL.charAt(i + 1))
  return change(
    clean,
    at(/\p{Script=Han}/gu, clean.text, ([char]) => {
      const other = pairs.get(char)
      return other === undefined || other === char ? null : other
    }),
  )
}
