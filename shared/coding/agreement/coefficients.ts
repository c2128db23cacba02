/*
 * Coefficients of agreement for nominal codes, over units that several coders have given a value, or none where a coder
 * has not seen the unit. Units that are alike are counted together (`weight`).
 */

/** Units that were coded alike: a value for each coder, null where the coder has not seen them. */
export interface CodedUnits {
  values: readonly (string | null)[]
  /** How many such units there are. */
  weight: number
}

/** How often the values of two coders come together: `counts[a][b]` units with the a-th value by one, the b-th by the other. */
export type Contingency = readonly (readonly number[])[]

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0)

/**
 * Cohen's kappa of two coders: how far they agree beyond what their own frequencies would give by chance (J. Cohen, "A
 * coefficient of agreement for nominal scales", Educational and Psychological Measurement 20, 1960).
 * @returns at most 1; null where there are no units, or both gave one and the same value to all of them
 */
export function cohensKappa(counts: Contingency): number | null {
  const rows = counts.map(sum)
  const columns = counts.map((_, at) => sum(counts.map((row) => row[at] ?? 0)))
  const total = sum(rows)
  if (total === 0) return null
  const observed = sum(counts.map((row, at) => row[at] ?? 0)) / total
  const chance = sum(rows.map((row, at) => (row / total) * ((columns[at] ?? 0) / total)))
  // One value for all: there is nothing to agree on beyond chance.
  if (rows.some((row, at) => row === total && columns[at] === total)) return null
  return (observed - chance) / (1 - chance)
}

/**
 * Krippendorff's alpha for nominal values, any number of coders and missing values (K. Krippendorff, "Computing
 * Krippendorff's alpha-reliability", 2011, section C): one less the disagreement observed by that expected. Units that
 * fewer than two coders have seen do not count.
 * @returns at most 1; null where no two values can be paired, or all are the same
 */
export function krippendorffsAlpha(units: Iterable<CodedUnits>): number | null {
  const totals = new Map<string, number>()
  let disagreeing = 0
  for (const { values, weight } of units) {
    const known = values.filter((value) => value !== null)
    if (known.length < 2) continue
    const own = new Map<string, number>()
    for (const value of known) own.set(value, (own.get(value) ?? 0) + 1)
    for (const [value, count] of own) {
      totals.set(value, (totals.get(value) ?? 0) + weight * count)
      disagreeing += (weight * count * (known.length - count)) / (known.length - 1)
    }
  }
  const all = sum([...totals.values()])
  const expected = sum([...totals.values()].map((count) => count * (all - count)))
  return expected === 0 ? null : 1 - ((all - 1) * disagreeing) / expected
}

/**
 * How many of the pairs of values that two coders gave one unit are the same, 0 to 1; each pair of coders counts alike.
 * @returns null where no two values can be paired
 */
export function percentAgreement(units: Iterable<CodedUnits>): number | null {
  let [same, pairs] = [0, 0]
  for (const { values, weight } of units)
    for (const [at, one] of values.entries())
      for (const other of values.slice(at + 1)) {
        if (one === null || other === null) continue
        pairs += weight
        if (one === other) same += weight
      }
  return pairs === 0 ? null : same / pairs
}

/** How two coders' values come together; units that one of them has not seen are left out. */
export function contingencyOf(
  units: Iterable<CodedUnits>,
  a: number,
  b: number,
  values: readonly string[],
): Contingency {
  const counts = values.map(() => values.map(() => 0))
  for (const { values: given, weight } of units) {
    const [row, column] = [given[a] ?? null, given[b] ?? null]
    if (row === null || column === null) continue
    const line = counts[values.indexOf(row)]
    const at = values.indexOf(column)
    if (line && at >= 0) line[at] = (line[at] ?? 0) + weight
  }
  return counts
}
