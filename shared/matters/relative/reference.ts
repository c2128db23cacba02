import type { Dictionary } from '../../statements/dictionary'
import { OWNER } from './words.data'

/** A reference is no longer. */
const REACH = 32
const STOP = /[，；。：！？（）“”…\n]/u
/** Names that a 、 may join to one reference: 全国、全省平均水平. */
const JOINED = new RegExp(`^[、和与及]${OWNER}`, 'u')
const FIGURE = /\d(?!\d*年)/u
/** What others are measured by. */
const KNOWN =
  /平均|均值|增速|增幅|增长|速度|涨幅|GDP|生产总值|上年|去年|往年|前年|同期|预期|面上|目标|计划|收入|水平|标准|全[国省市区州县盟]|全自治区|总体|控制线|底线|红线|限额|年初|疫情前|指标|城镇|省会|同类|历史|总和|之和|^(?:国家|自治区|全?省)$|第[一二三]产业|国家[一二三]级/u
/** What follows makes a class of what is compared: 高于全省平均水平|的企业. */
const CLASS = /的(?!平均|水平|增速|增长|增幅|速度|目标|标准|良好|态势|要求|整体|总体|总和|指标|任务)/u
const BEHIND = /(?:的(?:良好|态势|势头|目标|要求)|并|而?且|为目标).*$|(?:以上|左右)$/u

/**
 * What stands behind 高于, 快于, as written; '' where it is a figure, or nothing that others are measured by.
 * @param from where it begins in the view
 */
export function readReference(text: string, from: number): string {
  const near = text.slice(from, from + REACH)
  let to = near.search(STOP)
  if (to < 0) to = near.length
  let words = near.slice(0, to)
  for (let cut = words.indexOf('、'); cut >= 0; cut = words.indexOf('、', cut + 1))
    if (!JOINED.test(words.slice(cut))) {
      words = words.slice(0, cut)
      break
    }
  words = words.replace(BEHIND, '')
  if (words.length < 2 || FIGURE.test(words) || CLASS.test(words) || !KNOWN.test(words)) return ''
  // A number straight behind, as in 高于全省2.1个百分点, was cut off by its unit only where the clause ends.
  return /\d/u.test(text.charAt(from + words.length)) ? '' : words
}

const SCOPE = new RegExp(`^(?:同期)?(?<scope>${OWNER}(?:[、和与及]?${OWNER})*)`, 'u')
const ABOVE = /下达|省定|国定|市定|上级|考核|控制目标|国家|规定/u
const ECONOMY = /^(?:全[国省市区州县])?(?:同期)?(?:国民)?(?:经济|GDP|地区生产总值|生产总值)(?:社会)?(?:发展)?/u
const TAIL = /(?:的)?(?:平均|同期|整体|总体)*(?:水平|增长速度|增速|增幅|增长率|涨幅|增长|速度|提高|上涨幅度|幅度)+$/u

/** What a reference names: an indicator, and whose. */
interface Held {
  canonical: string
  scope: string
}

/**
 * The indicator and the place that a reference names: 经济增长 → gdp of the place's own, 全市平均水平 → 全市.
 * @param told a task or figure that was set from above
 */
export function heldBy(reference: string, told: boolean, dictionary: Dictionary): Held {
  if (reference === '') return { canonical: '', scope: '' }
  if (told) return { canonical: '', scope: '上级' }
  const place = SCOPE.exec(reference)?.groups?.scope ?? ''
  const rest = reference.slice(place.length).replace(TAIL, '')
  const canonical =
    ECONOMY.test(reference) || ECONOMY.test(reference.slice(place.length)) ? 'gdp' : dictionary.match(rest, null)
  return { canonical, scope: place || (ABOVE.test(reference) ? '上级' : 'own') }
}
