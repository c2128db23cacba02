import { useCallback, useEffect, useMemo } from 'react'
import { type CodeCell, type CodeColumn, codePlaces } from '#shared/compare/code-places'
import type { CsvCell } from '#shared/exchange/csv'
import { heatGrid } from '../../../charts'
import { useAnnotationFacts } from '../../../storage'
import type { Mark } from '../brush'
import type { Words } from '../words'
import { Choice, PaneHead } from './controls'
import { HeatBody } from './heat-body'
import { NoCodes } from './no-codes'
import { Nothing, PaneFrame } from './pane-frame'
import type { PaneProps } from './pane-types'
import { openPassages } from './passages'
import { CODE_MEASURES, CODES_BY, useWordsState, type WordsState } from './state'
import { useAnswer } from './use-answer'
import { type KnownCodes, useCodes } from './use-codes'
import styles from './words.module.css'

const measured = (cell: CodeCell | undefined, measure: WordsState['codeMeasure']): number => cell?.[measure] ?? 0

const written = (value: number, measure: WordsState['codeMeasure']): string =>
  value === 0 ? '—' : measure === 'per10k' ? value.toFixed(value < 10 ? 1 : 0) : String(value)

const nameOf = ({ place, year }: CodeColumn): string => [place.short, year].filter((part) => part !== null).join(' ')

/** 编码 × 地区: how often and how much places speak of what is coded. */
export function CodesPane({ comparison, wanted, store, words, visible, onTable, onPlan }: PaneProps) {
  const { t, number } = words
  const { reports } = wanted
  const by = useWordsState(store, (state) => state.codesBy)
  const measure = useWordsState(store, (state) => state.codeMeasure)
  const book = useCodes()
  const facts = useAnnotationFacts()
  const ids = reports.map(({ report }) => report).join(' ')
  const query = useMemo(() => (ids === '' ? null : { reports: ids.split(' ') }), [ids])
  const round = useMemo(() => [facts, book], [facts, book])
  const asked = useAnswer('codes', query, round)
  const table = useMemo(() => {
    if (!asked.answer || !book) return null
    const met = new Set(asked.answer.flatMap((report) => report.codes.map(({ code }) => code)))
    const rows = book.codes.filter(({ id }) => met.has(id)).map(({ id }) => id)
    return { rows, columns: codePlaces(asked.answer, rows, by) }
  }, [asked.answer, book, by])
  const describe = useMemo(
    () => (row: number, column: number) => {
      const [own, cell] = [table?.columns[column], table?.columns[column]?.cells[row]]
      if (!own || !cell) return ''
      const { passages, characters, per10k } = cell
      const said = { name: nameOf(own), code: book?.pathOf(cell.code) ?? '', passages }
      return t('wordViews.codeCell', { ...said, characters: number(characters), rate: per10k.toFixed(1) })
    },
    [table, book, t, number],
  )
  const plan = useMemo(
    () =>
      table && book
        ? heatGrid({
            rows: table.rows.map(book.nameOf),
            columns: table.columns.map(nameOf),
            values: table.rows.map((_, row) => table.columns.map(({ cells }) => measured(cells[row], measure))),
            format: (value) => written(value, measure),
            colour: 'sequential',
            label: t('wordViews.codesLabel'),
            missing: t('wordViews.missing'),
          })
        : null,
    [table, book, measure, t],
  )
  const markOf = useCallback(
    (row: number | null, column: number | null): Mark => {
      const own = column === null ? undefined : table?.columns[column]
      const code = row === null ? undefined : table?.rows[row]
      return {
        ...(own ? { place: own.place.code } : {}),
        ...(own && own.year !== null ? { told: String(own.year) } : {}),
        ...(code === undefined ? {} : { codes: [code] }),
      }
    },
    [table],
  )
  useEffect(() => onPlan(plan), [plan, onPlan])
  useEffect(() => {
    onTable(table && book && (() => savedRows(table.columns, book, words)))
  }, [table, book, words, onTable])
  const most = Math.max(
    0.0001,
    ...(table?.columns.flatMap(({ cells }) => cells.map((cell) => measured(cell, measure))) ?? []),
  )
  const open = (row: number, column: number): boolean => {
    const [own, cell] = [table?.columns[column], table?.columns[column]?.cells[row]]
    if (!own || !cell || cell.passages === 0) return false
    openPassages({ code: cell.code, places: [own.place.code], years: own.years })
    return true
  }
  return (
    <>
      <PaneHead wanted={wanted} store={store} words={words}>
        <Choice
          name="by"
          value={by}
          values={CODES_BY}
          words={words}
          onChange={(codesBy) => store.setState({ codesBy })}
        />
        <Choice
          name="codeMeasure"
          value={measure}
          values={CODE_MEASURES}
          words={words}
          onChange={(codeMeasure) => store.setState({ codeMeasure })}
        />
      </PaneHead>
      <PaneFrame asked={asked} words={words}>
        {query === null ? (
          <Nothing>
            <p>{t('wordViews.noReports')}</p>
          </Nothing>
        ) : table?.rows.length === 0 ? (
          <NoCodes words={words} />
        ) : (
          table &&
          book && (
            <HeatBody
              view="codes"
              store={store}
              plan={plan}
              describe={describe}
              markOf={markOf}
              label={t('wordViews.codesLabel')}
              corner={t('wordViews.code')}
              rows={table.rows.map((id) => ({ key: id, text: book.nameOf(id), depth: book.depthOf(id) }))}
              columns={table.columns.map((column) => ({
                key: column.key,
                text: column.place.short,
                ...(column.year === null ? {} : { below: String(column.year) }),
              }))}
              cell={(row, column) => {
                const value = measured(table.columns[column]?.cells[row], measure)
                const [text, title] = [written(value, measure), describe(row, column)]
                return { text, tone: value / most, title, opens: value > 0 }
              }}
              comparison={comparison.id}
              visible={visible}
              onOpen={open}
            />
          )
        )}
        {table && table.rows.length > 0 && <p className={styles.footnote}>{t('wordViews.codesNote')}</p>}
      </PaneFrame>
    </>
  )
}

/** A line for each code of each column. */
function savedRows(columns: readonly CodeColumn[], book: KnownCodes, { t }: Words): CsvCell[][] {
  const heads = ['code', 'place', 'placeCode', 'year', 'passages', 'coded', 'rate', 'all', 'reports']
  return [
    heads.map((head) => t(`wordViews.column.${head}`)),
    ...columns.flatMap(({ place, years, characters, reports, cells }) =>
      cells.map((cell) => [
        ...[book.pathOf(cell.code), place.name, place.code, years.join('、'), cell.passages, cell.characters],
        ...[Number(cell.per10k.toFixed(3)), characters, reports],
      ]),
    ),
  ]
}
