import type { MaterialStatement } from '../material'

/** Growth of these is given at constant prices, their level at current ones. */
const REAL = new Set([
  'gdp',
  'gdp_per_capita',
  'labour_productivity',
  'primary_value_added',
  'secondary_value_added',
  'services_value_added',
  'total_industrial_value_added',
  'private_value_added',
])

/** Growth of these is that of the levels. */
const NOMINAL = new Set([
  'public_budget_revenue',
  'total_fiscal_revenue',
  'tax_revenue',
  'budget_spending',
  'retail_sales',
  'income_all',
  'income_urban',
  'income_rural',
  'foreign_trade',
  'exports',
  'imports',
  'deposits',
  'loans',
  'market_entities',
  'tourism_revenue',
  'tourist_visits',
  'grain_output',
  'foreign_investment',
  'livelihood_spending',
])

/** How growth and levels of a statement's indicator hang together. */
export type Pricing = 'real' | 'nominal'

/** 可比价, 不变价, 实际增长. */
const CONSTANT_PRICES = /可比价|不变价|实际增|实际分别|实际年均|扣除(?:价格|物价)/u

/** 现价, 名义增长. */
const CURRENT_PRICES = /现价|名义/u

/** 同口径, 可比口径, 剔除, 扣除留抵退税: the growth is not that of the levels that stand beside it. */
const OTHER_RANGE = /口径|可比|剔除|扣除|不含|还原/u

/** The clause of a figure up to it, and the one ahead of that where it has no figure: 按同口径相比，分别增长. */
const UP_TO = /(?:(?<=^|[，,；;。\n])[^，,；;。\n\d０-９]*[，,])?[^，,；;。\n]*$/u

/** The clause around a figure, from stop to stop, with the bracket behind it: 年均增长15.1%（按可比价计算）. */
function clauseOf(text: string, { start, quantity }: MaterialStatement): string {
  const end = start + quantity.length
  const before = UP_TO.exec(text.slice(Math.max(0, start - REACH), start))?.[0] ?? ''
  const after = /^(?:[(（][^()（）]*[)）])?[^，,；;。\n]*/u.exec(text.slice(end, end + REACH))?.[0] ?? ''
  return before + after
}

const REACH = 40

/**
 * How a stated growth is to be held against levels; null where it is not: an indicator whose levels are not those of
 * the growth (fixed-asset investment, firms above the threshold), one that is not known, or a growth on a basis of its
 * own (同口径).
 * @param text of the report: what its clause says of the basis, where the statement tells of none
 */
export function pricingOf(text: string, growth: MaterialStatement): Pricing | null {
  const { canonical } = growth
  const words = `${growth.basis} ${growth.base} ${clauseOf(text, growth)}`
  const known = REAL.has(canonical) ? 'real' : NOMINAL.has(canonical) ? 'nominal' : null
  if (known === null) return null
  if (CONSTANT_PRICES.test(words)) return 'real'
  if (OTHER_RANGE.test(words)) return null
  return CURRENT_PRICES.test(words) ? 'nominal' : known
}
