import { Button, type InputRef } from 'antd'
import { ClipboardList } from 'lucide-react'
import { startTransition, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { LedgerFigure, LedgerRow } from '#shared/compare/ledger/ledger-types'
import { listReports, useLive, useSession } from '../../storage'
import { registerCommands, runCommand, takeAsked, tellPosition, type ViewProps } from '../../workbench'
import { type Candidate, candidatesOf } from './candidates'
import { CitedDialog } from './cited-dialog'
import { ledgerCommands } from './commands'
import { Detail } from './detail'
import { exportLedger } from './exports'
import { FilterBar } from './filter-bar'
import { figureText } from './format'
import { Head } from './head'
import styles from './ledger.module.css'
import {
  bestYear,
  choicesOf,
  firstChoice,
  type LedgerLine,
  type PlaceChoice,
  placeChoices,
  positionOf,
  shownLines,
} from './lines'
import { RowGrid } from './row-grid'
import { ScoresTab } from './scores-tab'
import { SettingsDialog } from './settings-dialog'
import { follow, keepShown, ledgerState, positionIn, useLedgerState } from './state'
import { useLedgers } from './use-ledger'
import { type LedgerWords, useLedgerWords } from './use-words'

/** Nothing to show, and what to do. */
function Empty({
  state,
  year,
  words,
}: {
  state: 'noReports' | 'noTargets' | 'filtered'
  year: number | null
  words: LedgerWords
}) {
  const { t } = words
  return (
    <div className={styles.empty}>
      <ClipboardList size={36} strokeWidth={1.25} aria-hidden />
      <h2 className={styles.heading}>{t(`ledgerView.empty.${state}.title`)}</h2>
      <p>{t(`ledgerView.empty.${state}.what`, { year: year ?? '' })}</p>
      {state === 'noReports' && (
        <Button onClick={() => runCommand('view.library')}>{t('ledgerView.empty.library')}</Button>
      )}
    </div>
  )
}

/** The report that answers for the year is not in the library: which one to import. */
function Unanswered({
  place,
  year,
  words,
}: {
  place: PlaceChoice | undefined
  year: number | null
  words: LedgerWords
}) {
  if (!place || year === null || !place.years.includes(year) || place.years.includes(year + 1)) return null
  return (
    <p className={styles.notice} role="note">
      {words.t('ledgerView.noNext', { place: place.name, year, next: year + 1 })}
    </p>
  )
}

/** Begins with the place and year of the last time, else with those that most can be told of. */
function usePlaces(): readonly PlaceChoice[] | undefined {
  const { project } = useSession()
  const reports = useLive(listReports, [])
  const places = useMemo(() => reports && placeChoices(reports), [reports])
  useEffect(() => keepShown(project.id), [project.id])
  const place = useLedgerState((state) => state.place)
  useEffect(() => {
    if (!places || places.length === 0) return
    const known = places.find(({ code }) => code === place)
    const { year } = ledgerState.getState()
    if (known && year !== null && !known.years.includes(year)) ledgerState.setState({ year: bestYear(known.years) })
    const first = known ? null : firstChoice(places)
    if (first) ledgerState.setState({ place: first.place, year: first.year, beside: [] })
  }, [places, place])
  return places
}

/** What one can look for in a row. */
const textOf =
  ({ t, indicator }: LedgerWords) =>
  ({ target, result, ruling }: LedgerRow): string =>
    [
      target.phrase,
      indicator(target.indicator),
      figureText(target, t),
      target.wording,
      result?.phrase,
      result && figureText(result, t),
      ruling?.note,
    ]
      .filter(Boolean)
      .join('\n')

function useLines(rows: readonly LedgerRow[], untargeted: readonly LedgerFigure[], words: LedgerWords) {
  const filter = useLedgerState((state) => state.filter)
  const order = useLedgerState((state) => state.order)
  const group = useLedgerState((state) => state.group)
  const folded = useLedgerState((state) => state.folded)
  return useMemo(
    () => shownLines(rows, untargeted, { filter, order, group, folded }, textOf(words)),
    [rows, untargeted, filter, order, group, folded, words],
  )
}

function useCurrent(lines: readonly LedgerLine[], words: LedgerWords) {
  const selected = useLedgerState((state) => state.selected)
  const last = useRef(0)
  const at = positionOf(lines, selected, last.current)
  const line = lines[at]
  if (line?.key === selected) last.current = at
  const row = line?.type === 'row' ? line.row : null
  const candidates = useMemo((): readonly Candidate[] => (row ? candidatesOf(row, words) : []), [row, words])
  return { at, row, figure: line?.type === 'result' ? line.figure : null, candidates }
}

/** 目标完成台账: what a place promised for a year, what it delivered, and the sentence behind every mark. */
export function LedgerView({ viewKey, params, visible }: ViewProps) {
  const session = useSession()
  const words = useLedgerWords()
  const places = usePlaces()
  const { tab, place, year, beside } = useLedgerState((state) => state)
  const codes = useMemo(
    () => (place === null ? [] : tab === 'scores' ? [place, ...beside] : [place]),
    [place, beside, tab],
  )
  const made = useLedgers(codes, visible && place !== null)
  // Without a place nothing is being made.
  const ledgers = places?.length === 0 ? { ...made, progress: null } : made
  const ledger = ledgers.places.get(place ?? '')
  const rows = useMemo(() => (ledger?.rows ?? []).filter((row) => year === null || row.year === year), [ledger, year])
  const untargeted = useMemo(
    () => (ledger?.untargeted ?? []).filter((figure) => year === null || Number(figure.year.slice(-4)) === year),
    [ledger, year],
  )
  const lines = useLines(rows, untargeted, words)
  const choices = useMemo(() => choicesOf(rows), [rows])
  const { at, row, figure, candidates } = useCurrent(lines, words)
  // The list follows the keys at once, the detail when there is time, or before anything is typed into it.
  const [told, setTold] = useState(row)
  useEffect(() => startTransition(() => setTold(row)), [row])
  const grid = useRef<HTMLDivElement>(null)
  const area = useRef<HTMLDivElement>(null)
  const box = useRef<InputRef>(null)
  useEffect(() => {
    if (takeAsked('ledger', viewKey)) follow(params)
  }, [viewKey, params])
  useEffect(() => tellPosition('ledger', viewKey, positionIn), [viewKey])
  const chosen = places?.find(({ code }) => code === place)
  useEffect(() => {
    if (!visible) return
    const focus = (selector: string) => area.current?.querySelector<HTMLElement>(selector)?.focus()
    const focusDetail = (selector: string) => {
      flushSync(() => setTold(row))
      focus(selector)
    }
    return registerCommands(
      ledgerCommands({
        session,
        row: tab === 'rows' ? row : null,
        figure: tab === 'rows' ? figure : null,
        candidates,
        years: chosen?.years ?? [],
        filled: rows.length > 0,
        focusNote: () => focusDetail('[data-note]'),
        focusVerdict: () => focusDetail('[data-overrule]'),
        focusFilter: () => box.current?.focus(),
        focusPlace: () => focus('[data-ledger-place] input'),
        exportAs: (type) => exportLedger({ session, ledgers: ledgers.places, lines, words, type }),
      }),
    )
  }, [visible, session, row, figure, candidates, chosen, rows, lines, ledgers.places, tab, words])
  const shown = lines.filter(({ type }) => type === 'row').length
  const filled = lines.length > 0
  const empty =
    !places || ledgers.progress
      ? null
      : places.length === 0
        ? 'noReports'
        : rows.length === 0
          ? 'noTargets'
          : 'filtered'
  return (
    <div ref={area} className={styles.view} data-key-scope="ledger">
      <Head places={places ?? []} made={ledgers} words={words} counts={{ rows: rows.length, shown }} />
      {ledgers.failed && (
        <p role="alert" className={styles.failed}>
          {words.say(ledgers.failed)}
        </p>
      )}
      {tab === 'scores' ? (
        <ScoresTab places={places ?? []} ledgers={ledgers} visible={visible} words={words} />
      ) : (
        <>
          <Unanswered place={chosen} year={year} words={words} />
          <FilterBar choices={choices} words={words} boxRef={box} />
          {filled ? (
            <div className={styles.body}>
              <RowGrid lines={lines} at={at} visible={visible} words={words} scroller={grid} />
              {told && (
                <Detail
                  key={told.id}
                  row={told}
                  rows={rows}
                  candidates={told === row ? candidates : candidatesOf(told, words)}
                  words={words}
                  onLeave={() => grid.current?.focus()}
                />
              )}
            </div>
          ) : (
            empty && <Empty state={empty} year={year} words={words} />
          )}
        </>
      )}
      <SettingsDialog words={words} />
      <CitedDialog places={places ?? []} rows={rows} words={words} />
    </div>
  )
}
