import type { Disagreement, ReportPatterns } from './coded-units'
import { type CodedUnits, cohensKappa, contingencyOf, krippendorffsAlpha, percentAgreement } from './coefficients'

/** How far authors agree on one code, or on all of them. */
export interface Agreement {
  /** Id of the code; null for all codes together, where each code of each unit is a decision of its own. */
  code: string | null
  /** Units that at least two of the authors have read. */
  units: number
  /** Units that each author has coded, in their order, of those. */
  coded: readonly number[]
  /** Units that somebody has coded, and those that all who have read them have. */
  any: number
  all: number
  /** Pairs of decisions that are the same, 0 to 1. */
  percent: number | null
  /** Cohen's kappa; of more than two authors the mean over their pairs (Light 1971). Null where it says nothing. */
  kappa: number | null
  /** Krippendorff's alpha. */
  alpha: number | null
  /**
   * The code is so rare, or so common, that kappa is low though nearly all decisions are the same (Feinstein and Cicchetti
   * 1990): then percentages and counts tell more.
   */
  skewed: boolean
}

/** What authors agree on, and where they do not. */
export interface AgreementResult {
  codes: Agreement[]
  overall: Agreement
  disagreements: Disagreement[]
}

/** A share of the units below this, or above its counterpart, makes kappa paradoxical. */
const RARE = 0.05
/** So many decisions are the same in the paradoxical case. */
const NEARLY_ALL = 0.85
/** A kappa that is thought good (Landis and Koch 1977: substantial from 0.61 on). */
const GOOD = 0.61

type Counts = Map<string, number>

const add = (counts: Counts, pattern: string, weight: number): void =>
  void (weight !== 0 && counts.set(pattern, (counts.get(pattern) ?? 0) + weight))

const unitsOf = (counts: Counts): CodedUnits[] =>
  [...counts].map(([pattern, weight]) => ({
    values: [...pattern].map((sign) => (sign === '*' ? null : sign)),
    weight,
  }))

const isRead = ({ values }: CodedUnits): boolean => values.filter((value) => value !== null).length > 1

/** The mean of kappa over all pairs of authors of which it says something. */
function kappaOf(units: readonly CodedUnits[], authors: number): number | null {
  const pairs: number[] = []
  for (let a = 0; a < authors; a++)
    for (let b = a + 1; b < authors; b++) {
      const kappa = cohensKappa(contingencyOf(units, a, b, ['0', '1']))
      if (kappa !== null) pairs.push(kappa)
    }
  return pairs.length === 0 ? null : pairs.reduce((total, one) => total + one, 0) / pairs.length
}

function agreementOf(code: string | null, counts: Counts, authors: number): Agreement {
  const units = unitsOf(counts).filter(isRead)
  const weigh = (wanted: (unit: CodedUnits) => boolean): number =>
    units.reduce((total, unit) => (wanted(unit) ? total + unit.weight : total), 0)
  const coded = Array.from({ length: authors }, (_, at) => weigh(({ values }) => values[at] === '1'))
  const [percent, kappa] = [percentAgreement(units), kappaOf(units, authors)]
  const read = Array.from({ length: authors }, (_, at) => weigh(({ values }) => (values[at] ?? null) !== null))
  const share =
    coded.reduce((total, one) => total + one, 0) /
    Math.max(
      1,
      read.reduce((total, one) => total + one, 0),
    )
  const uneven = share < RARE || share > 1 - RARE
  return {
    code,
    units: weigh(() => true),
    coded,
    any: weigh(({ values }) => values.includes('1')),
    all: weigh(({ values }) => values.includes('1') && !values.includes('0')),
    percent,
    kappa,
    alpha: krippendorffsAlpha(units),
    skewed: uneven && (percent ?? 0) >= NEARLY_ALL && kappa !== null && kappa < GOOD,
  }
}

/** Puts the patterns of reports together. Codes that nobody has given are left out. */
export function agreementIn(reports: readonly ReportPatterns[], authors: number): AgreementResult {
  const totals: Counts = new Map()
  const codes = new Map<string, Counts>()
  for (const { total, blank, coded } of reports) {
    add(totals, blank, total)
    for (const [code, patterns] of coded) {
      const counts = codes.get(code) ?? new Map<string, number>()
      codes.set(code, counts)
      for (const [pattern, weight] of patterns) {
        add(counts, pattern, weight)
        // What is coded is not blank.
        add(counts, blank, -weight)
      }
    }
  }
  const overall: Counts = new Map()
  const found: Agreement[] = []
  for (const [code, counts] of codes) {
    for (const [pattern, weight] of totals) add(counts, pattern, weight)
    for (const [pattern, weight] of counts) add(overall, pattern, weight)
    found.push(agreementOf(code, counts, authors))
  }
  return {
    codes: found,
    overall: agreementOf(null, overall, authors),
    disagreements: reports.flatMap(({ disagreements }) => disagreements),
  }
}
