import type { Money } from '#shared/model/matter'
import type { Given } from '../given'

/** Who pays for a list or an item. */
export interface Funds {
  total: Money | null
  own: Money | null
  above: Money | null
  private: Money | null
}

type Payer = keyof Funds

/** An amount that is no rate: 320元/年·人 is one. */
const AMOUNT = /(\d[\d,]*(?:\.\d+)?)(?:余|多)?([百千]?[万亿]元|元)(?!\/)/gu
/** Who pays, by the words straight before an amount; the first that fits. */
const PAYERS: readonly (readonly [Payer, RegExp])[] = [
  [
    'private',
    /(?:社会|民间|企业|市场化?)(?:资本|资金|投资|力量|捐赠|自筹|投入)?(?:投资|投入|出资)?(?:约|近|超过?|达到?|共)?$/u,
  ],
  [
    'above',
    /(?:上级|中央|国家|省级?|自治区)[^，。；、（）]{0,8}(?:资金|补助|投资|债券|专项|投入|补贴|财政)(?:约|近|超过?|达到?|共)?$/u,
  ],
  ['above', /(?:争取|上争)[^，。；、（）]{0,6}(?:资金|补助)?(?:约|近|超过?|达到?|共)?$/u],
  [
    'own',
    /(?:(?:[市区县州盟旗]|地方|本)级?(?:政府|财政|本级|级)|(?<!省)政府|(?<!中央|省级?)财政|本级|自筹)[^，。；、（）]{0,6}(?:投资|投入|安排|出资|资金|承担|配套|筹措)?(?:资金)?(?:约|近|超过?|达到?|共)?$/u,
  ],
  [
    'total',
    /(?:总投资|投资总额|总投入|(?:拟|计划|预计|共|总|概算)?(?:投资|投入|安排|筹措|整合)[^，。；、（）\d]{0,8}|资金)(?:约|近|超过?|达到?|共|为)?$/u,
  ],
]
/** 拟投资8.05亿元（政府投资2.64亿元…）, 其中区政府投资: the amount before a part is the whole. */
const PLANNED = /(?:拟|计划|预计|共|累计|总)(?:投资|投入|安排)[^，。；、（）\d]{0,8}$/u
const BEFORE = 18

/**
 * The money that a stretch of the view tells, by who pays. Where two amounts answer to the same payer the first counts,
 * and none where they are of different things (`alone`).
 */
export function fundsIn(given: Given, from: number, to: number, alone: boolean): Funds {
  const found: Funds = { total: null, own: null, above: null, private: null }
  const words = given.text.slice(from, to)
  if (!words.includes('元')) return found
  const told: Payer[] = []
  AMOUNT.lastIndex = 0
  for (let m = AMOUNT.exec(words); m; m = AMOUNT.exec(words)) {
    const before = words.slice(Math.max(0, m.index - BEFORE), m.index)
    const payer = payerOf(before, found.total === null)
    const value = Number((m[1] ?? '').replaceAll(',', ''))
    if (payer === null || !Number.isFinite(value)) continue
    told.push(payer)
    if (found[payer]) continue
    const { start, end } = given.spanOf(from + m.index, from + m.index + m[0].length)
    found[payer] = { start, quantity: given.report.input.text.slice(start, end), value, unit: m[2] ?? '' }
  }
  if (alone && told.filter((payer) => payer === 'total').length > 1) found.total = null
  return found
}

function payerOf(before: string, first: boolean): Payer | null {
  if (first && PLANNED.test(before) && !/其中|（|上级|社会/u.test(before)) return 'total'
  return PAYERS.find(([, words]) => words.test(before))?.[0] ?? null
}
