/**
 * Numbers of automatic labels, in the formats that Word offers (ECMA-376 part 1, 17.18.59, ST_NumberFormat). Formats
 * of scripts that no Chinese report uses (Hebrew, Hindi, Thai …) come out as decimal digits.
 */

const DIGITS = [...'〇一二三四五六七八九']
const LEGAL = [...'零壹贰叁肆伍陆柒捌玖']
const LEGAL_TRADITIONAL = [...'零壹貳參肆伍陸柒捌玖']
const LEGAL_JAPANESE = [...'〇壱弐参四伍六七八九']
const STEMS = [...'甲乙丙丁戊己庚辛壬癸']
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥']
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]
/** Numbers that no list reaches, and where roman ones end. */
const LARGEST = 32_767

type Writer = (n: number) => string

const decimal: Writer = (n) => String(n)
const fullWidth: Writer = (n) => decimal(n).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
/** Digit by digit: 一〇五. */
const digits =
  (zero: string): Writer =>
  (n) =>
    decimal(n).replace(/\d/g, (digit) => (digit === '0' ? zero : (DIGITS[Number(digit)] ?? digit)))

interface Counting {
  readonly digits: readonly string[]
  /** 十, 百, 千. */
  readonly units: readonly [string, string, string]
  readonly tenThousand: string
  /** 十一 and not 一十一. */
  readonly bareTen: boolean
  /** 百一 and not 一百零一 (Japanese). */
  readonly bare: boolean
}

const CHINESE: Counting = {
  digits: ['零', ...DIGITS.slice(1)],
  units: ['十', '百', '千'],
  tenThousand: '万',
  bareTen: true,
  bare: false,
}

/** Counted out: 一百零五, 二十一. */
function counted(counting: Counting): Writer {
  const below = (n: number): string => {
    const zero = counting.bare ? '' : (counting.digits[0] ?? '')
    let words = ''
    let gap = false
    for (let power = 3; power >= 0; power--) {
      const digit = Math.floor(n / 10 ** power) % 10
      if (digit === 0) {
        gap ||= words !== ''
        continue
      }
      const unit = power === 0 ? '' : (counting.units[power - 1] ?? '')
      const one = digit === 1 && power > 0 && (counting.bare || (counting.bareTen && power === 1 && words === ''))
      words += `${gap ? zero : ''}${one ? '' : (counting.digits[digit] ?? '')}${unit}`
      gap = false
    }
    return words
  }
  return (n) => {
    if (n === 0) return counting.digits[0] ?? ''
    const high = Math.floor(n / 10_000)
    const low = n % 10_000
    const gap = high > 0 && low > 0 && low < 1000 && !counting.bare ? (counting.digits[0] ?? '') : ''
    return `${high > 0 ? below(high) + counting.tenThousand : ''}${gap}${below(low)}`
  }
}

const thousands = counted(CHINESE)
const thousandsTraditional = counted({ ...CHINESE, tenThousand: '萬' })
/** Counted up to 99, digit by digit above (一○五): what Word's plain Chinese and Taiwanese counting does. */
const hundred: Writer = (n) => (n < 100 ? thousands(n) : digits('○')(n))

const legal = (own: readonly string[], units: Counting['units'], tenThousand: string): Writer =>
  counted({ digits: own, units, tenThousand, bareTen: false, bare: false })

const roman: Writer = (n) => {
  let rest = n
  let words = ''
  for (const [value, letters] of ROMAN) {
    for (; rest >= value; rest -= value) words += letters
  }
  return words
}
/** A … Z, AA, BB. */
const letters: Writer = (n) => (LETTERS[(n - 1) % 26] ?? '').repeat(Math.min(Math.ceil(n / 26), 10))
/** Signs that Unicode has one by one; decimal digits after the last. */
const signs =
  (first: number, count: number): Writer =>
  (n) =>
    n <= count ? String.fromCodePoint(first + n - 1) : decimal(n)
const cycle =
  (names: readonly string[]): Writer =>
  (n) =>
    names[n - 1] ?? decimal(n)
const ordinal: Writer = (n) => {
  const last = n % 100 >= 11 && n % 100 <= 13 ? 0 : n % 10
  return `${n}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`
}

const lower =
  (writer: Writer): Writer =>
  (n) =>
    writer(n).toLowerCase()

const WRITERS: Readonly<Record<string, Writer>> = {
  decimal,
  decimalHalfWidth: decimal,
  decimalZero: (n) => decimal(n).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  numberInDash: (n) => `- ${n} -`,
  hex: (n) => n.toString(16).toUpperCase(),
  ordinal,
  upperRoman: roman,
  lowerRoman: lower(roman),
  upperLetter: letters,
  lowerLetter: lower(letters),
  decimalEnclosedCircle: signs(0x2460, 20),
  decimalEnclosedCircleChinese: signs(0x2460, 20),
  decimalEnclosedFullstop: signs(0x2488, 20),
  decimalEnclosedParen: signs(0x2474, 20),
  ideographEnclosedCircle: signs(0x3280, 10),
  ideographDigital: digits('〇'),
  taiwaneseDigital: digits('○'),
  koreanDigital2: digits('零'),
  chineseCounting: hundred,
  taiwaneseCounting: hundred,
  chineseCountingThousand: thousands,
  taiwaneseCountingThousand: thousandsTraditional,
  japaneseCounting: counted({ ...CHINESE, bare: true }),
  japaneseDigitalTenThousand: digits('〇'),
  chineseLegalSimplified: legal(LEGAL, ['拾', '佰', '仟'], '万'),
  ideographLegalTraditional: legal(LEGAL_TRADITIONAL, ['拾', '佰', '仟'], '萬'),
  japaneseLegal: legal(LEGAL_JAPANESE, ['拾', '百', '阡'], '萬'),
  ideographTraditional: cycle(STEMS),
  ideographZodiac: cycle(BRANCHES),
  ideographZodiacTraditional: (n) => (STEMS[(n - 1) % 10] ?? '') + (BRANCHES[(n - 1) % 12] ?? ''),
  none: () => '',
  bullet: () => '',
}

/** The formats by the numbers that .doc and RTF give them ([MS-OSHARED] 2.2.1.3, MSONFC). */
const BY_CODE: readonly string[] = [
  ...['decimal', 'upperRoman', 'lowerRoman', 'upperLetter', 'lowerLetter', 'ordinal', 'cardinalText', 'ordinalText'],
  ...['hex', 'chicago', 'ideographDigital', 'japaneseCounting', 'aiueo', 'iroha', 'decimalFullWidth'],
  ...['decimalHalfWidth', 'japaneseLegal', 'japaneseDigitalTenThousand', 'decimalEnclosedCircle', 'decimalFullWidth2'],
  ...['aiueoFullWidth', 'irohaFullWidth', 'decimalZero', 'bullet', 'ganada', 'chosung', 'decimalEnclosedFullstop'],
  ...['decimalEnclosedParen', 'decimalEnclosedCircleChinese', 'ideographEnclosedCircle', 'ideographTraditional'],
  ...['ideographZodiac', 'ideographZodiacTraditional', 'taiwaneseCounting', 'ideographLegalTraditional'],
  ...['taiwaneseCountingThousand', 'taiwaneseDigital', 'chineseCounting', 'chineseLegalSimplified'],
  ...['chineseCountingThousand', 'decimal', 'koreanDigital', 'koreanCounting', 'koreanLegal', 'koreanDigital2'],
]

/** The name of a format by its code; decimal for one that is not known, none for 255. */
export const formatOfCode = (code: number): string => (code === 255 ? 'none' : (BY_CODE[code] ?? 'decimal'))

/**
 * A number as a label shows it.
 * @param format a name of ST_NumberFormat, or `custom:` with its first number (`custom:001` pads to three digits)
 */
export function labelNumber(format: string, n: number): string {
  if (n < 0 || n > LARGEST) return decimal(n)
  if (format.startsWith('custom:')) return decimal(n).padStart(format.length - 'custom:'.length, '0')
  const writer = WRITERS[format] ?? decimal
  if (n === 0 && format !== 'bullet' && format !== 'none')
    return /^decimal|Counting|Digital/.test(format) ? writer(0) : '0'
  return writer(n)
}
