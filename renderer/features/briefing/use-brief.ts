import { useMemo } from 'react'
import { type DeskInput, deskCells, deskTable } from '#shared/exchange/document/desk-table'
import { type NamedQuote, quotesOf } from '#shared/exchange/document/quotes'
import type { BriefingWish } from '#shared/model/briefing-draft'
import type { Words, WorkingComparison } from '../compare'
import { tableContext } from './context'
import { briefingPaper, ledgerTables, ledgerYears, type MadePaper } from './papers'
import type { Desk } from './use-desk'
import { useFacts } from './use-facts'
import { type LedgerRows, useLedgerRows } from './use-ledger-rows'
import { type Picture, usePictures } from './use-pictures'

/** Ledgers of more places than these are not made for a briefing: nobody reads forty of them. */
export const MOST_LEDGERS = 12

/** A briefing with what there is to choose from. */
export interface Brief {
  paper: MadePaper | null
  /** Data years that have a table. */
  years: readonly string[]
  /** All sentences behind the tables, left out or not. */
  quotes: readonly NamedQuote[]
  /** Charts as they came out; null while they are drawn for the first time. */
  pictures: readonly Picture[] | null
  ledger: LedgerRows & { years: readonly number[]; year: number | null }
}

const NONE: readonly string[] = []

/** 瀍河回族区、西工区 · 2022年. */
function subtitleOf(inputs: readonly Omit<DeskInput, 'context'>[], years: readonly string[], words: Words): string {
  const [first] = inputs
  const known = first?.matrices[0]?.places ?? []
  const names = (first?.places ?? []).map((code) => known.find((place) => place.code === code)?.name ?? code)
  const shown = names.slice(0, 6).join(words.t('tables.between'))
  const places = names.length > 6 ? words.t('briefing.andMore', { places: shown, count: names.length }) : shown
  const dated = years.map((year) =>
    year === '' ? words.t('compare.latest.label') : words.t('briefing.ofYear', { year }),
  )
  return [places, ...dated].filter((part) => part !== '').join(' · ')
}

/** Makes the briefing of a comparison. */
export function useBrief(
  working: WorkingComparison,
  desk: Desk,
  wish: BriefingWish,
  words: Words,
  visible: boolean,
): Brief {
  const { comparison, records } = working
  const { parts } = wish
  const years = useMemo(() => wish.years ?? (desk.fullest === '' ? NONE : [desk.fullest]), [wish.years, desk.fullest])
  const inputs = useMemo(() => years.map((year) => desk.inputOf(year)), [desk, years])
  const cells = useMemo(() => inputs.flatMap(deskCells), [inputs])
  const sources = useMemo(() => cells.flatMap(({ chosen }) => chosen?.origin.source ?? []), [cells])
  const facts = useFacts(sources)
  const pictures = usePictures(records, comparison, wish.charts, words, visible && parts.charts)
  const codes = useMemo(() => comparison.places.slice(0, MOST_LEDGERS), [comparison.places])
  const ledgers = useLedgerRows(codes, visible && parts.ledger)
  const told = useMemo(() => ledgerYears(ledgers.rows ?? []), [ledgers.rows])
  const year = wish.ledgerYear !== null && told.years.includes(wish.ledgerYear) ? wish.ledgerYear : told.latest
  const quotes = useMemo(() => {
    if (!facts) return []
    const names = new Map(inputs[0]?.matrices[0]?.places.map(({ code, name }) => [code, name]))
    return quotesOf(
      cells,
      (source) => facts.get(source),
      (place, reportYear) => `${names.get(place) ?? place}${reportYear === null ? '' : ` ${reportYear}`}`,
    )
  }, [facts, cells, inputs])
  const paper = useMemo(() => {
    const waits = !facts || (parts.charts && !pictures && wish.charts.length > 0) || (parts.ledger && !ledgers.rows)
    if (waits) return null
    const context = tableContext(words, facts)
    return briefingPaper({
      wish,
      title: wish.title.trim() === '' ? words.t('briefing.titleOf', { name: comparison.name }) : wish.title,
      subtitle: subtitleOf(inputs, years, words),
      tables: inputs.map((input) => deskTable({ ...input, context })).filter(({ rows }) => rows.length > 0),
      pictures: (pictures ?? []).flatMap(({ picture }) => picture ?? []),
      ledgers: ledgerTables(ledgers.rows ?? [], year, wish.headline, words.language, words.indicator),
      quotes: quotes.filter(({ key }) => !wish.leftOut.includes(key)),
      language: words.language,
    })
  }, [facts, pictures, ledgers.rows, wish, parts, words, comparison.name, inputs, years, year, quotes])
  return { paper, years, quotes, pictures, ledger: { ...ledgers, years: told.years, year } }
}
