import type { SeriesBreak } from '#shared/model/audit'

/** A built-in break as it is listed. */
export interface BreakRow extends Pick<SeriesBreak, 'places' | 'indicators' | 'year' | 'cause'> {
  /** Names it: `id`, and the key of its words under `audit.break.*` (without `-` and what follows). */
  id: string
  /** What its words need besides the year. */
  params?: Record<string, string | number>
}

const NATIONAL_ACCOUNTS = [
  'gdp',
  'gdp_per_capita',
  'labour_productivity',
  'primary_value_added',
  'secondary_value_added',
  'services_value_added',
  'total_industrial_value_added',
  'private_value_added',
]

/**
 * An economic census revises the level of its own year, but its results come out about a year later: reports still gave
 * that year as first reckoned, and the next year on the revised base. Levels as reports tell them break after it.
 */
const census = (year: number, indicators: readonly string[]): BreakRow => ({
  id: `census-${year}`,
  places: [],
  indicators: [...indicators],
  year: year + 1,
  cause: 'census',
  params: { census: year },
})

/** A population census gives the people of its own year, in time for the reports on it. */
const population = (year: number): BreakRow => ({
  id: `population-${year}`,
  places: [],
  indicators: ['resident_population', 'urbanization_rate', 'gdp_per_capita'],
  year,
  cause: 'census',
  params: { census: year },
})

const territory = (year: number, what: string, ...places: string[]): BreakRow => ({
  id: `territory-${year}-${what}`,
  places,
  indicators: [],
  year,
  cause: 'division',
  params: { what },
})

/**
 * Breaks that hold everywhere, and changes of territory that the lineage of divisions does not tell (a county that went
 * to another city). Only what is beyond doubt; the data year is the first one that reports of the place itself give on
 * the new footing.
 */
export const BREAK_ROWS: readonly BreakRow[] = [
  census(2004, NATIONAL_ACCOUNTS),
  census(2008, NATIONAL_ACCOUNTS),
  census(2013, [...NATIONAL_ACCOUNTS, 'retail_sales']),
  census(2018, [...NATIONAL_ACCOUNTS, 'retail_sales']),
  census(2023, [...NATIONAL_ACCOUNTS, 'retail_sales']),
  population(2000),
  population(2010),
  population(2020),
  // 城乡一体化住户调查: 农民人均纯收入 gave way to 可支配收入; urban income was surveyed anew as well.
  { id: 'income', places: [], indicators: ['income_rural'], year: 2014, cause: 'definition' },
  { id: 'survey', places: [], indicators: ['income_urban', 'income_all'], year: 2014, cause: 'method' },
  // 规模以上工业: from 5 to 20 million yuan of turnover; 固定资产投资: projects from 0.5 to 5 million yuan.
  {
    id: 'scale',
    places: [],
    indicators: ['industrial_value_added', 'industrial_output', 'industrial_profit', 'above_scale_industrial'],
    year: 2011,
    cause: 'definition',
  },
  { id: 'investment', places: [], indicators: ['fixed_asset_investment'], year: 2011, cause: 'definition' },
  // Eleven government funds were moved into the public budget; 营改增 and a new sharing of VAT from May 2016.
  { id: 'funds', places: [], indicators: ['public_budget_revenue'], year: 2015, cause: 'definition' },
  { id: 'vat', places: [], indicators: ['public_budget_revenue', 'tax_revenue'], year: 2016, cause: 'definition' },
  territory(2011, '巢湖', '340100', '340200', '340500'),
  territory(2016, '简阳', '510100', '512000'),
  territory(2016, '枞阳', '340700', '340800'),
  territory(2016, '寿县', '340400', '341500'),
  territory(2020, '公主岭', '220100', '220300'),
  territory(2021, '洛阳', '410304', '410307'),
]
