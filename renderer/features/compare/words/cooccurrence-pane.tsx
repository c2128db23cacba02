import { useCallback, useEffect, useMemo } from 'react'
import { type CoPair, type CoTable, pairKey } from '#shared/compare/cooccurrence'
import type { CsvCell } from '#shared/exchange/csv'
import { heatGrid } from '../../../charts'
import { useAnnotationFacts } from '../../../storage'
import type { Mark } from '../brush'
import type { Words } from '../words'
import { Choice, PaneHead } from './controls'
import { HeatBody } from './heat-body'
import { LineList } from './line-list'
import { NoCodes } from './no-codes'
import { Nothing, PaneFrame } from './pane-frame'
import type { PaneProps } from './pane-types'
import { openPassages } from './passages'
import { CO_MEASURES, CO_UNITS, pick, useWordsState, type WordsState } from './state'
import { useAnswer } from './use-answer'
import { type KnownCodes, useCodes } from './use-codes'
import { listedLine } from './where'
import styles from './words.module.css'

const measured = (pair: CoPair | undefined, measure: WordsState['coMeasure']): number => pair?.[measure] ?? 0

const written = (value: number, measure: WordsState['coMeasure']): string =>
  value === 0 ? '—' : measure === 'jaccard' ? value.toFixed(2) : String(value)

/** 编码共现: which codes stand together. */
export function CooccurrencePane({ comparison, wanted, store, words, visible, onTable, onPlan }: PaneProps) {
  const { t } = words
  const { reports, places, years } = wanted
  const unit = useWordsState(store, (state) => state.coUnit)
  const measure = useWordsState(store, (state) => state.coMeasure)
  const picked = useWordsState(store, (state) => state.picked.cooccurrence) ?? ''
  const book = useCodes()
  const facts = useAnnotationFacts()
  const ids = reports.map(({ report }) => report).join(' ')
  const query = useMemo(() => (ids === '' ? null : { reports: ids.split(' '), unit }), [ids, unit])
  const asked = useAnswer('cooccurrence', query, facts)
  const table = asked.answer
  const codes = useMemo(
    () => book?.codes.filter(({ id }) => (table?.counts.get(id) ?? 0) > 0).map(({ id }) => id) ?? [],
    [book, table],
  )
  const pairOf = useMemo(
    () => (row: number, column: number) => table?.pairs.get(pairKey(codes[row] ?? '', codes[column] ?? '')),
    [table, codes],
  )
  const describe = useMemo(
    () => (row: number, column: number) => {
      const [a, b] = [codes[row] ?? '', codes[column] ?? '']
      if (a === b)
        return t('wordViews.ownCell', {
          code: book?.pathOf(a) ?? '',
          count: table?.counts.get(a) ?? 0,
          unit: t(`wordViews.coUnit.${unit}`),
        })
      const pair = pairOf(row, column)
      return t('wordViews.coCell', {
        a: book?.pathOf(a) ?? '',
        b: book?.pathOf(b) ?? '',
        unit: t(`wordViews.coUnit.${unit}`),
        count: pair?.count ?? 0,
        jaccard: (pair?.jaccard ?? 0).toFixed(2),
      })
    },
    [codes, book, table, pairOf, unit, t],
  )
  const plan = useMemo(
    () =>
      codes.length > 0 && book
        ? heatGrid({
            rows: codes.map(book.nameOf),
            columns: codes.map(book.nameOf),
            values: codes.map((_, row) =>
              codes.map((_, column) => (row === column ? null : measured(pairOf(row, column), measure))),
            ),
            format: (value) => written(value, measure),
            colour: 'sequential',
            label: t('wordViews.coLabel'),
            missing: t('wordViews.itself'),
          })
        : null,
    [codes, book, pairOf, measure, t],
  )
  const markOf = useCallback(
    (row: number | null, column: number | null): Mark => {
      const pair = [row, column].flatMap((at) => (at === null ? [] : (codes[at] ?? [])))
      return { codes: [...new Set(pair)] }
    },
    [codes],
  )
  useEffect(() => onPlan(plan), [plan, onPlan])
  useEffect(() => {
    onTable(table && book && (() => savedRows(table, book, words, t(`wordViews.coUnit.${unit}`))))
  }, [table, book, words, unit, t, onTable])
  const most = Math.max(0.0001, ...[...(table?.pairs.values() ?? [])].map((pair) => measured(pair, measure)))
  const open = (row: number, column: number): boolean => {
    const [a, b] = [codes[row] ?? '', codes[column] ?? '']
    if (a === b) {
      openPassages({ code: a, places: places.map(({ code }) => code), years })
      return true
    }
    if (pairOf(row, column)) pick(store, 'cooccurrence', pairKey(a, b))
    return false
  }
  const pair = table?.pairs.get(picked)
  const spans = useMemo(
    () => pair && { spans: pair.passages.map(({ report, start, end }) => ({ report, start, end })) },
    [pair],
  )
  const found = useAnswer('excerpts', spans ?? null, null)
  return (
    <>
      <PaneHead wanted={wanted} store={store} words={words}>
        <Choice
          name="coUnit"
          value={unit}
          values={CO_UNITS}
          words={words}
          onChange={(coUnit) => store.setState({ coUnit })}
        />
        <Choice
          name="coMeasure"
          value={measure}
          values={CO_MEASURES}
          words={words}
          onChange={(coMeasure) => store.setState({ coMeasure })}
        />
      </PaneHead>
      <PaneFrame asked={asked} words={words}>
        {query === null ? (
          <Nothing>
            <p>{t('wordViews.noReports')}</p>
          </Nothing>
        ) : table && book && codes.length === 0 ? (
          <NoCodes words={words} />
        ) : (
          table &&
          book && (
            <HeatBody
              view="cooccurrence"
              store={store}
              plan={plan}
              describe={describe}
              markOf={markOf}
              label={t('wordViews.coLabel')}
              corner={t('wordViews.code')}
              rows={codes.map((id) => ({ key: id, text: book.nameOf(id), depth: book.depthOf(id) }))}
              columns={codes.map((id) => ({ key: id, text: book.nameOf(id) }))}
              cell={(row, column) => {
                const title = describe(row, column)
                if (row === column)
                  return { text: String(table.counts.get(codes[row] ?? '') ?? 0), tone: 0, title, opens: true }
                const value = measured(pairOf(row, column), measure)
                return { text: written(value, measure), tone: value / most, title, opens: value > 0 }
              }}
              comparison={comparison.id}
              visible={visible}
              onOpen={open}
            />
          )
        )}
        {codes.length > 0 && <p className={styles.footnote}>{t('wordViews.coNote')}</p>}
        {pair && book && (
          <LineList
            title={t('wordViews.together', { a: book.pathOf(pair.a), b: book.pathOf(pair.b) })}
            lines={found.answer && !found.progress ? found.answer.map((line) => listedLine(line, wanted)) : null}
            total={pair.count}
            store={store}
            comparison={comparison.id}
            visible={visible}
            words={words}
            onClose={() => pick(store, 'cooccurrence', '')}
          />
        )}
      </PaneFrame>
    </>
  )
}

/** A line for each pair that occurs, the most frequent first. */
function savedRows({ counts, pairs }: CoTable, book: KnownCodes, { t }: Words, unit: string): CsvCell[][] {
  const heads = ['codeA', 'codeB', 'unit', 'both', 'countA', 'countB', 'jaccard']
  const inOrder = [...pairs.values()].sort((x, y) => y.count - x.count || y.jaccard - x.jaccard)
  return [
    heads.map((head) => t(`wordViews.column.${head}`)),
    ...inOrder.map(({ a, b, count, jaccard }) => [
      ...[book.pathOf(a), book.pathOf(b), unit, count, counts.get(a) ?? 0, counts.get(b) ?? 0],
      Number(jaccard.toFixed(4)),
    ]),
  ]
}
