import type { Verdict } from '#shared/model/ledger'
import { indicatorById } from '#shared/statements/indicators'
import type { LedgerRow, LedgerScore, ScoreDimension } from './ledger-types'

const value: Record<ScoreDimension, (row: LedgerRow) => string> = {
  place: ({ place }) => place.code,
  year: ({ year }) => String(year),
  list: ({ target }) => target.list,
  category: ({ target }) => indicatorById(target.canonical)?.category ?? '',
  wording: ({ target }) => target.wording,
  type: ({ target }) => target.type,
}

const none = (): Record<Verdict, number> => ({
  met: 0,
  nearly: 0,
  partly: 0,
  missed: 0,
  silent: 0,
  pending: 0,
  incomparable: 0,
})

function scoreOf(group: LedgerScore['group'], rows: readonly LedgerRow[]): LedgerScore {
  const ids = new Set(rows.map(({ id }) => id))
  // A target that is said twice in a group counts once there, but once in each of two lists.
  const counted = rows.filter((row) => row.leftOut === null && (row.repeats === null || !ids.has(row.repeats)))
  const verdicts = none()
  for (const { verdict } of counted) verdicts[verdict] += 1
  const decided = verdicts.met + verdicts.nearly + verdicts.partly + verdicts.missed
  return {
    group,
    verdicts,
    exceeded: counted.filter(({ exceeded }) => exceeded).length,
    covered: counted.filter(({ verdict, coveredBy }) => verdict === 'silent' && coveredBy !== null).length,
    decided,
    share: decided === 0 ? null : verdicts.met / decided,
    leftOut: rows.length - counted.length,
  }
}

/**
 * Counts rows by verdict, apart for each value of the dimensions: `['place', 'list']` gives one score for each place and
 * list. No dimension gives one score over all rows.
 * @returns the groups in the order of their values; rows that do not count are in `leftOut`
 */
export function scoreLedger(rows: readonly LedgerRow[], by: readonly ScoreDimension[]): LedgerScore[] {
  const groups = new Map<string, { group: LedgerScore['group']; rows: LedgerRow[] }>()
  for (const row of rows) {
    const group = Object.fromEntries(by.map((dimension) => [dimension, value[dimension](row)]))
    const name = JSON.stringify(by.map((dimension) => group[dimension]))
    const known = groups.get(name)
    if (known) known.rows.push(row)
    else groups.set(name, { group, rows: [row] })
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { group, rows: own }]) => scoreOf(group, own))
}

const summed = (a: LedgerScore, b: LedgerScore): LedgerScore => {
  const verdicts = { ...a.verdicts }
  for (const verdict of Object.keys(verdicts) as Verdict[]) verdicts[verdict] += b.verdicts[verdict]
  const decided = a.decided + b.decided
  return {
    group: a.group,
    verdicts,
    exceeded: a.exceeded + b.exceeded,
    covered: a.covered + b.covered,
    decided,
    share: decided === 0 ? null : verdicts.met / decided,
    leftOut: a.leftOut + b.leftOut,
  }
}

/**
 * Adds scores of finer groups up to those of fewer dimensions, which the finer ones must have.
 * @returns the groups in the order of their values
 */
export function sumScores(scores: readonly LedgerScore[], by: readonly ScoreDimension[]): LedgerScore[] {
  const sums = new Map<string, LedgerScore>()
  for (const score of scores) {
    const name = JSON.stringify(by.map((dimension) => score.group[dimension]))
    const group = Object.fromEntries(by.map((dimension) => [dimension, score.group[dimension] ?? '']))
    const known = sums.get(name)
    sums.set(name, known ? summed(known, score) : { ...score, group })
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, score]) => score)
}
