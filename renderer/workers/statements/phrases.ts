import type { UnitFamily } from '#shared/model/indicator'
import type { PhraseCount } from '#shared/statements/clusters'
import { unitOf } from '#shared/statements/units'
import { CODES, type Columns } from './columns'
import { rowsIn } from './filter'

interface Counted {
  phrase: number
  family: UnitFamily
  count: number
  reports: Set<number>
  sample: number
}

/** The phrases that are no known indicator, by family of unit, the commonest first. Rejected statements do not count. */
export function phrasesOf(columns: Columns): PhraseCount[] {
  const { integers, codes, words } = columns
  const rejected = CODES.status.indexOf('rejected')
  const families = Array.from({ length: words.unit.size }, (_, number) => unitOf(words.unit.at(number)).family)
  const found = new Map<string, Counted>()
  for (const row of rowsIn(columns, null)) {
    if (integers.canonical[row] !== 0 || codes.status[row] === rejected) continue
    const phrase = integers.indicator[row] ?? 0
    const family = families[integers.unit[row] ?? 0] ?? 'other'
    const name = `${phrase} ${family}`
    const known = found.get(name) ?? { phrase, family, count: 0, reports: new Set(), sample: row }
    known.count++
    known.reports.add(integers.report[row] ?? 0)
    found.set(name, known)
  }
  return [...found.values()]
    .sort((a, b) => b.count - a.count || b.reports.size - a.reports.size)
    .map(({ phrase, family, count, reports, sample }) => ({
      phrase: words.indicator.at(phrase),
      family,
      count,
      reports: reports.size,
      sample: { report: columns.reports[integers.report[sample] ?? 0]?.id ?? '', key: columns.keyOf(sample) },
    }))
}
