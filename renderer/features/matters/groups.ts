import type { VentureLink } from '#shared/model/matter'
import type { MatterRow } from '../../storage'
import type { Entry } from './entries'
import { rowKey, type Tab } from './tabs'

/** What a table can be grouped by; `name`: ventures that are the same one. */
export const GROUPINGS = ['place', 'year', 'indicator', 'name'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** The groupings that a tab can have. */
export const groupingsOf = (tab: Tab): readonly Grouping[] => {
  if (tab === 'relative_target' || tab === 'rank') return ['place', 'year', 'indicator']
  return tab === 'venture' ? ['place', 'year', 'name'] : ['place', 'year']
}

/** A group of entries. */
export interface Group {
  /** Code of the place, year, id or phrase of the indicator, set of ventures; '' for what has none. */
  value: string
  entries: readonly Entry[]
  /** Its rows, items of lists too, and how many of them are not settled. */
  count: number
  open: number
}

/** Which ventures are the same one, by the user's word: the set of each row that has a partner, as its first name. */
export class SameSets {
  readonly #parents = new Map<string, string>()
  readonly #members = new Map<string, string[]>()

  constructor(links: readonly VentureLink[]) {
    for (const { a, b, verdict } of links) if (verdict === 'same') this.#join(rowKey(a), rowKey(b))
    for (const key of this.#parents.keys()) {
      const root = this.#root(key)
      this.#members.set(root, [...(this.#members.get(root) ?? []), key])
    }
  }

  /** The set of a row, null for one that is linked with no other. */
  of(key: string): string | null {
    return this.#parents.has(key) ? this.#root(key) : null
  }

  /** The keys of the rows of a set. */
  members(set: string): readonly string[] {
    return this.#members.get(set) ?? []
  }

  #root(key: string): string {
    let root = key
    for (let up = this.#parents.get(root); up !== undefined && up !== root; up = this.#parents.get(root)) root = up
    this.#parents.set(key, root)
    return root
  }

  #join(a: string, b: string): void {
    for (const key of [a, b]) if (!this.#parents.has(key)) this.#parents.set(key, key)
    const [one, other] = [this.#root(a), this.#root(b)].sort()
    if (one !== undefined && other !== undefined) this.#parents.set(other, one)
  }
}

/** What an entry's group is called by; '' for entries that have none. */
function groupOf({ key, row }: Entry, by: Grouping, sets: SameSets): string {
  const { content, place, reportYear } = row
  if (by === 'place') return place?.code ?? ''
  if (by === 'year') return reportYear === null ? '' : String(reportYear)
  if (by === 'indicator') return 'canonical' in content ? content.canonical || content.indicator : ''
  return sets.of(key) ?? ''
}

function withCounts(value: string, entries: readonly Entry[]): Group {
  let [count, open] = [0, 0]
  const add = ({ status }: MatterRow) => {
    count++
    if (status === 'suggested') open++
  }
  for (const { row, items } of entries) {
    add(row)
    for (const item of items) add(item)
  }
  return { value, entries, count, open }
}

const yearOf = ({ row }: Entry): number => row.reportYear ?? 0

/**
 * Entries in groups: years the latest first, the others as their first entries come; what has none comes last. Inside a
 * group they keep their order, but for one venture's rows, which go by the year of the report.
 */
export function grouped(entries: readonly Entry[], by: Grouping, sets: SameSets): Group[] {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const value = groupOf(entry, by, sets)
    const own = groups.get(value)
    if (own) own.push(entry)
    else groups.set(value, [entry])
  }
  const last = groups.get('') ?? []
  groups.delete('')
  const made = [...groups].map(([value, own]): Group => {
    if (by === 'name') own.sort((a, b) => yearOf(a) - yearOf(b))
    return withCounts(value, own)
  })
  if (by === 'year') made.sort((a, b) => Number(b.value) - Number(a.value))
  return last.length > 0 ? [...made, withCounts('', last)] : made
}

/** A stage with the year in which it is told. */
export interface Step {
  stage: string
  year: string
}

/** The stages of one venture through the years: 谋划 2022, 开工 2023; one that is told again is told once. */
export function stepsOf(rows: readonly MatterRow[]): Step[] {
  const steps = rows.flatMap(({ content, reportYear }): Step[] => {
    if (content.type !== 'venture' || content.stage === '') return []
    // A span of years tells when it is built, the report when that is told.
    const year = content.year.includes('-') ? '' : content.year
    return [{ stage: content.stage, year: year || String(reportYear ?? '') }]
  })
  steps.sort((a, b) => (a.year < b.year ? -1 : a.year > b.year ? 1 : 0))
  return steps.filter(({ stage }, index) => steps[index - 1]?.stage !== stage)
}
