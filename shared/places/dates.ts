/** How a digit of a year is written: also full-width, in Chinese, and as a scan misreads it (2O23, 20l9). */
const DIGITS: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'〇一二三四五六七八九'].map((character, at) => [character, String(at)])),
  零: '0',
  '○': '0',
  O: '0',
  o: '0',
  Q: '0',
  l: '1',
  I: '1',
  '|': '1',
  Z: '2',
  z: '2',
  S: '5',
  B: '8',
}

const ARABIC = '[\\d０-９OoＯlI|ZzSB〇○]'
const CHINESE = '[〇○零ＯOo0０一二三四五六七八九]'
/** A scan or a justified title may put blanks between the digits. */
const GAP = '[ \\u3000]?'
const YEAR =
  `(?:[12１２](?=${GAP}[\\d０-９OoＯ〇○])${GAP}[09０９OoＯQ〇○]${GAP}${ARABIC}${GAP}${ARABIC}` +
  `|[一二]${GAP}[九〇○零ＯOo0０]${GAP}${CHINESE}${GAP}${CHINESE})`
const SMALL = '[\\d０-９lI]{1,2}|[一二三四五六七八九十元]{1,3}'

/** A year with 年, and the month and the day that may follow: groups 1, 2 and 3, as written. */
export const dated = (flags = 'g'): RegExp =>
  new RegExp(
    `(?<![\\d０-９])(${YEAR})\\s{0,2}年度?(?:\\s{0,2}(${SMALL})\\s{0,2}月(?:份|\\s{0,2}(${SMALL})\\s{0,2}日)?)?`,
    flags,
  )

const digitOf = (character: string): string => DIGITS[character] ?? character

/** Reads 2023, ２０２３, 二〇二三 or 2O23. */
export const readYear = (written: string): number =>
  Number([...written.normalize('NFKC').replace(/\s/g, '')].map(digitOf).join(''))

const NUMBERS = '一二三四五六七八九十'

/** Reads the number of a month or a day: 8, 十二, 二十三. */
export function readSmall(written: string): number {
  const plain = written.normalize('NFKC').replace(/[lI]/g, '1')
  if (/^\d+$/.test(plain)) return Number(plain)
  if (plain === '元') return 1
  const [tens, ones] = plain.includes('十') ? plain.split('十') : ['', plain]
  const units = ones === undefined || ones === '' ? 0 : NUMBERS.indexOf(ones) + 1
  if (!plain.includes('十')) return units
  return (tens === undefined || tens === '' ? 1 : NUMBERS.indexOf(tens) + 1) * 10 + units
}

const two = (value: number): string => String(value).padStart(2, '0')

/** A day, or what is known of it, as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; months and days out of range are left out. */
export function isoDate(year: number, month: number | null, day: number | null): string {
  if (month === null || month < 1 || month > 12) return String(year)
  if (day === null || day < 1 || day > 31) return `${year}-${two(month)}`
  return `${year}-${two(month)}-${two(day)}`
}
