/** One labelled or extracted statement, as far as the scoring looks at it. */
export interface Scored {
  start: number
  quantity: string
  value: number
  high?: number | null | undefined
  unit: string
  comparator: string
  kind: string
  role: string
  year: string
  indicator: string
  canonical?: string
  article?: string
  scope?: string
  type?: string
  /** Which rule made it and how sure it is; an engine's statements only. */
  rule?: string
  confidence?: number
}

/** The ids that gold is labelled with; an engine may know more indicators, those count as none here. */
const LABELLED = new Set(
  (
    'gdp gdp_per_capita labour_productivity industrial_value_added fixed_asset_investment industrial_investment retail_sales ' +
    'public_budget_revenue tax_revenue income_all income_urban income_rural urban_new_jobs unemployment_rate urbanization_rate cpi foreign_trade ' +
    'foreign_investment domestic_capital energy_intensity market_entities new_market_entities key_projects key_project_investment livelihood_spending ' +
    'livelihood_spending_share technology_contracts high_tech_firms tourism_revenue tourist_visits old_communities elevators public_toilets parking_lots ' +
    'charging_piles skills_training good_air_days pm25 pm10'
  ).split(' '),
)

export const FIELDS = ['value', 'unit', 'comparator', 'kind', 'role', 'year', 'indicator', 'canonical'] as const
type Field = (typeof FIELDS)[number]
const CORE: readonly Field[] = ['value', 'kind', 'role', 'year', 'canonical']

const endOf = (s: Scored): number => s.start + s.quantity.length
const overlap = (a: Scored, b: Scored): boolean => a.start < endOf(b) && b.start < endOf(a)
const near = (a: number | null | undefined, b: number | null | undefined): boolean =>
  a == null && b == null ? true : a != null && b != null && Math.abs(a - b) < 1e-9
const loose = (s: string | undefined): string => (s ?? '').replace(/[“”"‘’'\s]/gu, '')

const SAME: Record<Field, (gold: Scored, ours: Scored) => boolean> = {
  value: (g, p) => near(g.value, p.value) && near(g.high, p.high ?? null),
  unit: (g, p) => loose(g.unit) === loose(p.unit),
  comparator: (g, p) => g.comparator === p.comparator,
  kind: (g, p) => g.kind === p.kind,
  role: (g, p) => g.role === p.role,
  year: (g, p) => g.year === '' || g.year === String(p.year ?? ''),
  indicator: (g, p) => {
    const a = loose(g.indicator)
    const b = loose(p.indicator)
    return b !== '' && (a.includes(b) || b.includes(a))
  },
  canonical: (g, p) => g.canonical === (p.canonical ?? ''),
}

export interface Tally {
  gold: number
  predicted: number
  matched: number
  goldCore: number
  predictedCore: number
  matchedCore: number
  right: Record<Field, number>
}

export interface Score {
  gold: number
  predicted: number
  precision: number
  recall: number
  f1: number
  fields: Record<Field, number>
  goldCore: number
  coreF1: number
}

/** A finding for people: what was wrong, missed or spurious. */
export type Report = (
  kind: 'wrong' | 'missed' | 'spurious',
  fields: readonly Field[],
  gold: Scored | null,
  ours: Scored | null,
) => void

/** A labelled statement with the extracted one that stands for it. */
export interface Pair {
  gold: Scored
  ours: Scored
}

/** Whether value, kind, role, year and canonical id are all right. */
export const coreRight = ({ gold, ours }: Pair): boolean => CORE.every((f) => SAME[f](known(gold), known(ours)))

/** Whether every field that is scored is right. */
export const allRight = ({ gold, ours }: Pair): boolean => FIELDS.every((f) => SAME[f](known(gold), known(ours)))

const known = (s: Scored): Scored => ({ ...s, canonical: LABELLED.has(s.canonical ?? '') ? (s.canonical ?? '') : '' })
const isStatement = (s: Scored): boolean => !s.type || s.type === 'statement'

/** The statements of the report itself, and how they pair up; what fits in the most fields goes first. */
export interface Matching {
  gold: readonly Scored[]
  ours: readonly Scored[]
  pairs: readonly Pair[]
}

/**
 * Pairs extracted with labelled statements of one file. Only statements of the report itself count; what is extracted
 * inside other articles' labelled statements is left out.
 */
export function matching(labelled: readonly Scored[], extracted: readonly Scored[]): Matching {
  const all = labelled.filter(isStatement).map(known)
  const gold = all.filter((g) => g.article === 'main')
  const other = all.filter((g) => g.article !== 'main')
  const ours = extracted
    .filter(isStatement)
    .map(known)
    .filter((p) => gold.some((g) => overlap(g, p)) || !other.some((o) => overlap(o, p)))
  const pairs: { score: number; g: Scored; p: Scored }[] = []
  for (const g of gold) {
    for (const p of ours) {
      if (overlap(g, p)) pairs.push({ score: FIELDS.filter((f) => SAME[f](g, p)).length, g, p })
    }
  }
  pairs.sort((a, b) => b.score - a.score)
  const usedGold = new Set<Scored>()
  const usedOurs = new Set<Scored>()
  const matched: Pair[] = []
  for (const { g, p } of pairs) {
    if (usedGold.has(g) || usedOurs.has(p)) continue
    usedGold.add(g)
    usedOurs.add(p)
    matched.push({ gold: g, ours: p })
  }
  return { gold, ours, pairs: matched }
}

/** Compares extracted with labelled statements of one file. */
export function tally(
  labelled: readonly Scored[],
  extracted: readonly Scored[],
  report: Report = () => undefined,
): Tally {
  const { gold, ours, pairs } = matching(labelled, extracted)
  const right = Object.fromEntries(FIELDS.map((f) => [f, 0])) as Record<Field, number>
  const usedGold = new Set(pairs.map((pair) => pair.gold))
  const usedOurs = new Set(pairs.map((pair) => pair.ours))
  let matchedCore = 0
  for (const { gold: g, ours: p } of pairs) {
    const wrong = FIELDS.filter((f) => !SAME[f](g, p))
    for (const f of FIELDS) if (!wrong.includes(f)) right[f]++
    if (g.canonical && CORE.every((f) => SAME[f](g, p))) matchedCore++
    if (wrong.length > 0) report('wrong', wrong, g, p)
  }
  for (const g of gold) if (!usedGold.has(g)) report('missed', [], g, null)
  for (const p of ours) if (!usedOurs.has(p)) report('spurious', [], null, p)
  return {
    gold: gold.length,
    predicted: ours.length,
    matched: usedGold.size,
    goldCore: gold.filter((g) => g.canonical).length,
    predictedCore: ours.filter((p) => p.canonical).length,
    matchedCore,
    right,
  }
}

/** Adds tallies up, to score files pooled. */
export function pool(tallies: readonly Tally[]): Tally {
  const right = Object.fromEntries(FIELDS.map((f) => [f, 0])) as Record<Field, number>
  const sum: Tally = { gold: 0, predicted: 0, matched: 0, goldCore: 0, predictedCore: 0, matchedCore: 0, right }
  for (const t of tallies) {
    sum.gold += t.gold
    sum.predicted += t.predicted
    sum.matched += t.matched
    sum.goldCore += t.goldCore
    sum.predictedCore += t.predictedCore
    sum.matchedCore += t.matchedCore
    for (const f of FIELDS) sum.right[f] += t.right[f]
  }
  return sum
}

const ratio = (a: number, b: number): number => (b ? Number((a / b).toFixed(4)) : 0)

/** Detection, shares of right fields among the matched, and core F1, rounded to four places. */
export function scoreOf(t: Tally): Score {
  return {
    gold: t.gold,
    predicted: t.predicted,
    precision: ratio(t.matched, t.predicted),
    recall: ratio(t.matched, t.gold),
    f1: ratio(2 * t.matched, t.predicted + t.gold),
    fields: Object.fromEntries(FIELDS.map((f) => [f, ratio(t.right[f], t.matched)])) as Record<Field, number>,
    goldCore: t.goldCore,
    coreF1: ratio(2 * t.matchedCore, t.predictedCore + t.goldCore),
  }
}
