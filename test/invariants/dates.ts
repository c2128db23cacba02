import type { Span } from '#shared/model/anchor'

/*
 * Dates and sessions by patterns of their own, written without a look at the engine's: what they find for certain, no
 * statement may stand in. They know what calendars and assemblies look like, and nothing of statements.
 */

const HAN_DIGIT = '〇○零一二三四五六七八九'
const HAN_COUNT = '一二三四五六七八九十百'
const DASH = '[-—–―－~～至到]{1,2}'

const DATES: readonly RegExp[] = [
  // 2023年, 2019—2023年, 2023 年 1 月 5 日, ２０２３年
  new RegExp(
    `(?<![\\d.０-９])(?:(?:19|20)\\d{2}${DASH})?(?:19|20)\\d{2}\\s?年(?:度|初|底|末)?(?:\\s?\\d{1,2}\\s?月(?:\\s?\\d{1,2}\\s?日)?)?`,
    'gu',
  ),
  // 二〇二三年一月五日
  new RegExp(`[一二][${HAN_DIGIT}]{3}年(?:[${HAN_COUNT}]{1,3}月(?:[${HAN_COUNT}]{1,3}日)?)?`, 'gu'),
  // 1月5日, 1—11月, 截至11月底, 6月份
  new RegExp(
    `(?<![\\d.个])(?:(?:1[0-2]|[1-9])${DASH})?(?:1[0-2]|[1-9])\\s?月(?:\\s?\\d{1,2}\\s?日|份|底|末|初|中旬|上旬|下旬)?`,
    'gu',
  ),
  // 2023-01-05, 2023/1/5
  /(?<!\d)(?:19|20)\d{2}[-/.](?:1[0-2]|0?[1-9])[-/.](?:3[01]|[12]\d|0?[1-9])(?!\d)/gu,
]

const SESSIONS: readonly RegExp[] = [
  // 第十七届, 第3届, 第十六届人民代表大会第三次会议
  new RegExp(`第\\s?[${HAN_COUNT}\\d]{1,4}\\s?届`, 'gu'),
  new RegExp(
    `第\\s?[${HAN_COUNT}\\d]{1,4}\\s?次(?:全体)?(?:会议|全会|代表大会|党代会|人代会|党代表大会|人民代表大会)`,
    'gu',
  ),
  // 十七届人大三次会议, 市九届二次全会, 十九届五中全会
  new RegExp(
    `[${HAN_COUNT}\\d]{1,3}届(?:[${HAN_COUNT}\\d]{1,3}次(?:全体)?(?:会议|全会)|[${HAN_COUNT}]{1,2}中全会|人大|人民代表大会|政协|政府|市委|县委|区委|省委|全国)`,
    'gu',
  ),
  new RegExp(`(?:人大|人民代表大会|政协|委员会)[${HAN_COUNT}\\d]{1,3}次会议`, 'gu'),
]

const spansOf = (text: string, patterns: readonly RegExp[]): Span[] =>
  patterns
    .flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length })),
    )
    .sort((a, b) => a.start - b.start)

/** Where a text has dates, in order; spans may overlap. */
export const datesIn = (text: string): Span[] => spansOf(text, DATES)

/** Where a text has the number of an assembly's term or session, in order; spans may overlap. */
export const sessionsIn = (text: string): Span[] => spansOf(text, SESSIONS)
