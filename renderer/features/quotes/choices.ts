import type { ReportKind } from '#shared/model/report'
import type { Quote } from '../../storage'

/** A value that a filter can ask for, with how many quotes have it. */
export interface Choice<T extends string | number> {
  value: T
  name: string
  count: number
}

/** What the filters can offer. */
export interface Choices {
  /** How many quotes carry each code itself; '' for those without any. */
  codes: ReadonlyMap<string, number>
  places: Choice<string>[]
  years: Choice<number>[]
  kinds: Choice<ReportKind>[]
  authors: Choice<string>[]
}

const collator = new Intl.Collator('zh-CN')

/** Counts values with their names. */
class Counter<T extends string | number> {
  readonly #found = new Map<T, Choice<T>>()

  add(value: T, name: string): void {
    const known = this.#found.get(value)
    if (known) known.count++
    else this.#found.set(value, { value, name, count: 1 })
  }

  list(): Choice<T>[] {
    return [...this.#found.values()]
  }
}

const byName = <T extends string | number>(a: Choice<T>, b: Choice<T>): number => collator.compare(a.name, b.name)

/** What the filters can offer for some quotes. */
export function choicesOf(quotes: readonly Quote[]): Choices {
  const codes = new Map<string, number>()
  const [places, authors] = [new Counter<string>(), new Counter<string>()]
  const years = new Counter<number>()
  const kinds = new Counter<ReportKind>()
  for (const { report, author, codes: own } of quotes) {
    places.add(report?.place?.code ?? '', report?.place?.name ?? '')
    if (report && report.year !== null) years.add(report.year, String(report.year))
    if (report) kinds.add(report.kind, report.kind)
    authors.add(author, author)
    for (const code of own.length === 0 ? [''] : own) codes.set(code, (codes.get(code) ?? 0) + 1)
  }
  return {
    codes,
    places: places.list().sort(byName),
    years: years.list().sort((a, b) => b.value - a.value),
    kinds: kinds.list().sort((a, b) => b.count - a.count),
    authors: authors.list().sort(byName),
  }
}
