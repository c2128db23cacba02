/** Characters of a line looked at on either side of a break. */
const REACH = 16

const AMOUNT = String.raw`\d[余多]?[十百千]?[万亿]{0,2}`
/** Units and classifiers that a number's line break stands before. */
const UNIT_START =
  /^(?:[%％‰年月日元人户个家项名所座处条件套倍亩吨台辆天场期对只米次万亿]|公[里顷斤]|平方|立方|千[米瓦克]|美元|百分点|微克|毫克|兆瓦|工作日|小时|分钟)/u
/** Units that a break stands inside of. */
const LONG_UNIT =
  /^(?:个百分点|百分点|平方公里|平方千米|平方米|立方米|公里|公顷|公斤|千米|千瓦时|千瓦|美元|港元|欧元|人民币|人次|户次|件次|场次|台套|个工作日|工作日|个小时|小时|分钟|个月|微克|毫克|兆瓦|万千瓦|吨标准煤|吨标煤|元人民币)/u

/**
 * Whether a line break stands inside a number, inside its unit or between the two: 61.⏎9亿元, 160亿⏎元, 3—⏎5家.
 * @param above the end of the line above, @param below the beginning of the one below, both without blanks at the break
 */
export function isNumberSplit(above: string, below: string): boolean {
  if (SENTENCE_ENDS.includes(above.charAt(above.length - 1))) return false
  const tail = above.slice(-REACH).replace(BLANKS, '')
  if (!/\d|百分/u.test(tail)) return false
  const head = below.slice(0, REACH).replace(BLANKS, '')
  if (/\d$/u.test(tail) && /^(?:19|20)\d\d年/u.test(head)) return false
  if (/\d$/u.test(tail)) return /^(?:\d|[.．]\d|[—－～~-]{1,2}\d)/u.test(head) || UNIT_START.test(head)
  if (/\d[.．]$/u.test(tail)) return /^\d{1,3}(?!\d)/u.test(head) && isMeasured(head.replace(/^\d+/u, ''))
  if (/\d[%％万亿]*(?:[—－～~-]{1,2})$/u.test(tail)) return /^\d/u.test(head)
  if (/百分之?$/u.test(tail)) return /^之?[一二三四五六七八九十百零点]/u.test(head)
  const amount = LAST_AMOUNT.exec(tail)
  if (!amount) return false
  const begun = tail.length - amount.index - amount[0].length
  const unit = LONG_UNIT.exec(tail.slice(amount.index + amount[0].length) + head)
  return begun === 0 ? isMeasured(head) : unit !== null && unit[0].length > begun
}
/** Behind these no number goes on: most lines end so. An empty line has none, and is told by what it holds. */
const SENTENCE_ENDS = ['。', '；', '：', '！', '？', '”', '）']
const BLANKS = /[ \t\u00a0\u3000]/gu
const LAST_AMOUNT = new RegExp(String.raw`${AMOUNT}(?=[\u4e00-\u9fff]{0,4}$)`, 'u')

const isMeasured = (head: string): boolean => UNIT_START.test(head) || /^[余多]?[十百千]?[万亿]/u.test(head)
