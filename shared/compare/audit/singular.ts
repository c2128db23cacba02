import type { MaterialStatement } from '../material'
import { thingOf } from './names'

/**
 * Things (`thingOf`) of which a place has one figure a year. Others (projects, toilets, jobs) are told of in parts, and two
 * figures of one name are mostly two things.
 */
const SINGULAR = new Set([
  'gdp',
  'gdp_per_capita',
  'primary_value_added',
  'secondary_value_added',
  'services_value_added',
  'industrial_value_added',
  'fixed_asset_investment',
  'retail_sales',
  'public_budget_revenue',
  'income_all',
  'income_urban',
  'income_rural:纯收入',
  'income_rural:可支配收入',
  'foreign_trade',
  'exports',
  'imports',
  'urbanization_rate',
  'resident_population',
  'grain_output',
])

/** Whether a figure is the one figure that its place has of the indicator. */
export const isSingular = (statement: MaterialStatement): boolean =>
  statement.subset === '' && statement.part_of === '' && SINGULAR.has(thingOf(statement))
