import { message } from '#shared/model/identity'
import { unitOf } from '#shared/statements/units'
import type { MaterialStatement, ReportMaterial } from '../material'
import type { InsideRule, Verdict } from './audit-types'
import { figureOf, yearsOf } from './figures'
import { printed } from './interval'
import { levelsOf } from './levels'
import { thingOf } from './names'
import { arithmetic, candidate, step, termOf } from './reckon'
import { baseOf, isPlain } from './select'

/**
 * Parts that cannot be above their whole by definition. Both must stand in one sentence: elsewhere the whole may be that
 * of a new area or of the counties.
 */
const WHOLE_OF: Readonly<Record<string, string>> = {
  exports: 'foreign_trade',
  imports: 'foreign_trade',
  industrial_investment: 'fixed_asset_investment',
  private_investment: 'fixed_asset_investment',
  infrastructure_investment: 'fixed_asset_investment',
  real_estate_investment: 'fixed_asset_investment',
  tech_upgrade_investment: 'fixed_asset_investment',
  primary_value_added: 'gdp',
  secondary_value_added: 'gdp',
  services_value_added: 'gdp',
  industrial_value_added: 'gdp',
  rd_spending: 'gdp',
  public_budget_revenue: 'total_fiscal_revenue',
  livelihood_spending: 'budget_spending',
}

interface Pair {
  part: MaterialStatement
  whole: MaterialStatement
  /** The numbers of projects behind the amounts, the whole's first. */
  counts?: readonly MaterialStatement[]
}

const together = ({ part, whole }: Pair): boolean =>
  part.year === whole.year &&
  part.role === whole.role &&
  part.period === whole.period &&
  part.basis === whole.basis &&
  baseOf(part) === baseOf(whole)

function byDefinition(material: ReportMaterial): Pair[] {
  const levels = levelsOf(material)
  return levels.flatMap((part) =>
    levels
      .filter((whole) => thingOf(whole) === WHOLE_OF[part.canonical] && together({ part, whole }))
      .filter((whole) => whole.sentence.start === part.sentence.start)
      .map((whole) => ({ part, whole })),
  )
}

const PROJECTS = /^(?:实施|推进|安排)?(?:全[市区县州])?(?:重大|重点)(?:建设)?项目$/u

/** Projects that need not be among the major ones: signed, sought, planned, or of the whole province. */
const OTHER_PROJECTS = /签约|招商|引进|储备|谋划|策划|包装|入库|申报|争取|债|PPP|省|国家|规划|合作|央企/u

/** A number of projects with the total of their investment, told of in one sentence. */
interface Projects {
  count: MaterialStatement
  amount: MaterialStatement
}

function projectsOf({ statements }: ReportMaterial): Projects[] {
  const amounts = statements.filter((one) => one.measure === 'planned_total' && baseOf(one) === '元' && isPlain(one))
  return amounts.flatMap((amount) => {
    const count = statements.findLast(
      (one) =>
        one.start < amount.start &&
        one.sentence.start === amount.sentence.start &&
        one.kind === 'level' &&
        baseOf(one) === '个' &&
        isPlain(one) &&
        /项目$/u.test(one.indicator) &&
        amount.indicator.startsWith(one.indicator),
    )
    return count ? [{ count, amount }] : []
  })
}

/** 产业项目 beside 重大项目: fewer, so that they can be a part, and yet of more money. */
function byProjects(material: ReportMaterial): Pair[] {
  const all = projectsOf(material)
  const wholes = all.filter(({ count }) => PROJECTS.test(count.indicator) && count.subset === '')
  return wholes.flatMap((whole) =>
    all
      .filter(({ count }) => count.value <= whole.count.value && !OTHER_PROJECTS.test(count.indicator))
      .filter(({ count }) => count !== whole.count && !PROJECTS.test(count.indicator))
      .map((part): Pair => ({ part: part.amount, whole: whole.amount, counts: [whole.count, part.count] }))
      .filter(together),
  )
}

/** What an amount is of, with its number of projects: 产业项目44个总投资. */
const nameOf = ({ indicator }: MaterialStatement, count: MaterialStatement | undefined): string =>
  count ? indicator.replace(count.indicator, count.indicator + count.quantity) : indicator

function verdictOf(material: ReportMaterial, { part, whole, counts = [] }: Pair): Verdict {
  const figures = [whole, part, ...counts].map((statement) => figureOf(material, statement))
  const [expected, found] = [printed(whole), printed(part)]
  const { unit } = part
  const value = expected.value / unitOf(unit).factor
  const check = {
    place: material.report.place,
    years: yearsOf(figures),
    figures,
    arithmetic: arithmetic([step('whole', [termOf(figures, 0, { unit })], value, unit)], 1, unit, expected, found),
  }
  if (found.low <= expected.high) return { ...check, held: true, candidates: [] }
  return {
    ...check,
    held: false,
    severity: 'check',
    message: message('audit.rule.part.found', {
      part: nameOf(part, counts[1]),
      whole: nameOf(whole, counts[0]),
      expected: whole.quantity,
      found: part.quantity,
    }),
    candidates: ['subset', 'definition', 'misread'].map(candidate),
    breaks: [],
  }
}

/** 部分大于整体: exports above all trade, 产业项目 above 重大项目. */
export const partRule: InsideRule = (material) =>
  [...byDefinition(material), ...byProjects(material)].map((pair) => verdictOf(material, pair))
