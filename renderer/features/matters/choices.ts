import type { KnownMatters } from '../../storage'
import { type Tab, tabOf } from './tabs'

/** A value that a filter can ask for, with how many matters have it. */
export interface Choice<T extends string | number> {
  value: T
  name: string
  count: number
}

/** What the filters of a tab can offer. */
export interface Choices {
  places: Choice<string>[]
  years: Choice<number>[]
  /** Ids; '' for what is no indicator that we know. */
  indicators: Choice<string>[]
}

const collator = new Intl.Collator('zh-CN')

/** What the filters can offer for the matters of a tab. */
export function choicesOf(byReport: KnownMatters['byReport'], tab: Tab): Choices {
  const places = new Map<string, Choice<string>>()
  const years = new Map<number, Choice<number>>()
  const indicators = new Map<string, Choice<string>>()
  const add = <T extends string | number>(into: Map<T, Choice<T>>, value: T, name: string, by = 1) => {
    const known = into.get(value)
    if (known) known.count += by
    else into.set(value, { value, name, count: by })
  }
  for (const rows of byReport.values()) {
    const own = rows.filter(({ content }) => tabOf(content.type) === tab)
    const [first] = own
    if (!first) continue
    add(places, first.place?.code ?? '', first.place?.name ?? '', own.length)
    if (first.reportYear !== null) add(years, first.reportYear, String(first.reportYear), own.length)
    for (const { content } of own) if ('canonical' in content) add(indicators, content.canonical, content.canonical)
  }
  return {
    places: [...places.values()].sort((a, b) => collator.compare(a.name, b.name)),
    years: [...years.values()].sort((a, b) => b.value - a.value),
    indicators: [...indicators.values()].sort((a, b) => b.count - a.count),
  }
}
