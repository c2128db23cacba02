import type { ReportKind } from '#shared/model/report'
import type { Quote } from '../../storage'
import type { CodeIndex } from './code-index'

/** Which quotes are shown; an empty list lets all through. */
export interface QuoteFilter {
  /** Looked for in the words and in the memo. */
  text: string
  /** Ids, each with what stands below it; '' for quotes without a code. */
  codes: readonly string[]
  /** Codes of divisions; '' for quotes of no known place. */
  places: readonly string[]
  years: readonly number[]
  kinds: readonly ReportKind[]
  authors: readonly string[]
  made: 'hand' | 'rule' | null
  /** Only those with a memo. */
  memo: boolean
  /** Id of the one report. */
  report: string | null
}

export const NO_FILTER: QuoteFilter = {
  text: '',
  codes: [],
  places: [],
  years: [],
  kinds: [],
  authors: [],
  made: null,
  memo: false,
  report: null,
}

/** A line of the list: a quote, or one of its codes where each code has a line of its own. */
export interface Entry {
  key: string
  quote: Quote
  /** The code that it stands for; null for all of them, and for a quote without codes. */
  code: string | null
}

const oneOf = <T>(wanted: readonly T[]): ((value: T) => boolean) => {
  const set = new Set(wanted)
  return set.size === 0 ? () => true : (value) => set.has(value)
}

/** The test of a filter, its sets made once. */
function passes(filter: QuoteFilter): (quote: Quote) => boolean {
  const place = oneOf(filter.places)
  const year = oneOf(filter.years)
  const kind = oneOf(filter.kinds)
  const author = oneOf(filter.authors)
  const wanted = filter.text.trim().toLocaleLowerCase()
  // Chinese has no case: tens of thousands of texts need not be made small for it.
  const cased = wanted !== wanted.toLocaleUpperCase()
  const holds = (words: string): boolean => (cased ? words.toLocaleLowerCase() : words).includes(wanted)
  return (quote) => {
    const { report, memo, rule } = quote
    if (filter.report !== null && report?.id !== filter.report) return false
    if (filter.memo && memo.trim() === '') return false
    if (filter.made !== null && (filter.made === 'rule') !== (rule !== null)) return false
    if (filter.kinds.length > 0 && (!report || !kind(report.kind))) return false
    if (filter.years.length > 0 && (report?.year == null || !year(report.year))) return false
    if (!place(report?.place?.code ?? '') || !author(quote.author)) return false
    return wanted === '' || holds(quote.text) || holds(memo)
  }
}

/**
 * The lines that a filter lets through, in the order given.
 * @param each true: a line for each code of a quote, and only for codes that are asked for
 */
export function entriesOf(quotes: readonly Quote[], filter: QuoteFilter, codes: CodeIndex, each: boolean): Entry[] {
  const pass = passes(filter)
  const wanted = filter.codes.length > 0 ? codes.below(filter.codes.filter((id) => id !== '')) : null
  const uncoded = filter.codes.includes('')
  const entries: Entry[] = []
  for (const quote of quotes) {
    if (!pass(quote)) continue
    const own = wanted ? quote.codes.filter((code) => wanted.has(code)) : quote.codes
    if (wanted && own.length === 0 && !(uncoded && quote.codes.length === 0)) continue
    if (!each || quote.codes.length === 0) entries.push({ key: quote.id, quote, code: null })
    else for (const code of own) entries.push({ key: `${quote.id} ${code}`, quote, code })
  }
  return entries
}

/** A filter that is in force: its box, and one of the values chosen there. */
export interface Chip {
  box: 'codes' | 'places' | 'years' | 'kinds' | 'authors' | 'made' | 'memo' | 'report'
  value: string | number
}

const LISTS = ['codes', 'places', 'years', 'kinds', 'authors'] as const

/** The filters that are in force, one for every value; the text has its own box. */
export const chipsOf = (filter: QuoteFilter): Chip[] => [
  ...LISTS.flatMap((box) => filter[box].map((value): Chip => ({ box, value }))),
  ...(filter.made === null ? [] : [{ box: 'made' as const, value: filter.made }]),
  ...(filter.memo ? [{ box: 'memo' as const, value: '' }] : []),
  ...(filter.report === null ? [] : [{ box: 'report' as const, value: filter.report }]),
]

/** What a filter is without one of its values. */
export function withoutChip(filter: QuoteFilter, { box, value }: Chip): Partial<QuoteFilter> {
  const held = filter[box]
  return { [box]: Array.isArray(held) ? held.filter((other) => other !== value) : NO_FILTER[box] }
}

/** True where something is filtered out. */
export const isFiltering = (filter: QuoteFilter): boolean => filter.text.trim() !== '' || chipsOf(filter).length > 0
