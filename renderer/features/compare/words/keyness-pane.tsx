import { InputNumber, Select } from 'antd'
import { useCallback, useEffect, useMemo } from 'react'
import type { Keyness, KeyWord } from '#shared/compare/keyness'
import type { CsvCell } from '#shared/exchange/csv'
import { ChartFigure, rankedBars } from '../../../charts'
import type { Mark } from '../brush'
import { useChartBrush } from '../use-brushing'
import type { Words } from '../words'
import { Choice, PaneHead } from './controls'
import tables from './keyness.module.css'
import { KeynessTable } from './keyness-table'
import { LineList } from './line-list'
import { Nothing, PaneFrame } from './pane-frame'
import type { PaneProps } from './pane-types'
import { KEY_LEVELS, KEY_ORDERS, pick, useWordsState, type WordsState } from './state'
import { useAnswer } from './use-answer'
import { listedLine } from './where'
import styles from './words.module.css'

/** So many words of each side are told. */
const MOST = 200
/** And so many are drawn as bars. */
const BARS = 25
/** So many places of a word are listed. */
const LINES = 500

/** The words of a side in the order asked for. */
export function wordsOf(found: Keyness, side: 'a' | 'b', order: WordsState['keyOrder']): KeyWord[] {
  const own = found.words.filter((word) => word.side === side)
  return order === 'g2' ? own : own.toSorted((x, y) => Math.abs(y.logRatio) - Math.abs(x.logRatio) || y.g2 - x.g2)
}

/** 特征词: the words that set one place apart from another one, or from all others. */
export function KeynessPane({ comparison, wanted, store, words, visible, change, onTable, onPlan }: PaneProps) {
  const { t, number } = words
  const { reports, places, years } = wanted
  const wantedAgainst = useWordsState(store, (state) => state.against)
  const [least, level] = [useWordsState(store, (state) => state.least), useWordsState(store, (state) => state.level)]
  const order = useWordsState(store, (state) => state.keyOrder)
  const shape = useWordsState(store, (state) => state.shape)
  const picked = useWordsState(store, (state) => state.picked.keyness) ?? ''
  const place = places.find(({ code }) => code === comparison.chart.place) ?? places[0]
  const other = places.find(({ code }) => code === wantedAgainst && code !== place?.code)
  const key = reports.map(({ report, place: own }) => `${report}:${own.code}`).join(' ')
  const [code, against] = [place?.code ?? '', other?.code ?? '']
  const query = useMemo(() => {
    const all = key === '' ? [] : key.split(' ').map((one) => one.split(':'))
    const of = (test: (own: string) => boolean) => all.flatMap(([id = '', own = '']) => (test(own) ? [id] : []))
    const sides = { a: of((own) => own === code), b: of((own) => (against === '' ? own !== code : own === against)) }
    return sides.a.length > 0 && sides.b.length > 0 ? { ...sides, choice: { least, p: level, most: MOST } } : null
  }, [key, code, against, least, level])
  const asked = useAnswer('keyness', query, null)
  const found = asked.answer
  const names = useMemo(
    () => ({ a: place?.short ?? '', b: other?.short ?? t('wordViews.rest') }),
    [place?.short, other?.short, t],
  )
  const sides = useMemo(() => found && { a: wordsOf(found, 'a', order), b: wordsOf(found, 'b', order) }, [found, order])
  const drawn = useMemo(() => (sides ? [...sides.a.slice(0, BARS), ...sides.b.slice(0, BARS)] : []), [sides])
  const plan = useMemo(
    () =>
      drawn.length > 0
        ? rankedBars({
            items: drawn.map((word) => ({
              label: word.word,
              // One side to the right, the other one to the left.
              value: (order === 'g2' ? word.g2 : Math.abs(word.logRatio)) * (word.side === 'a' ? 1 : -1),
              group: names[word.side],
            })),
            format: (value) => Math.abs(value).toFixed(1),
            label: t('wordViews.keynessLabel', names),
          })
        : null,
    [drawn, order, names, t],
  )
  const marks = useMemo(() => {
    const told = years.length === 1 ? { told: String(years[0]) } : {}
    // All other places together are no place.
    const of = (code: string): Mark | null => (code === '' ? null : { place: code, ...told })
    return { a: of(code), b: of(against) }
  }, [code, against, years])
  const brush = useChartBrush(
    useCallback((index: number): Mark | null => marks[drawn[index]?.side ?? 'a'], [marks, drawn]),
  )
  useEffect(() => onPlan(plan), [plan, onPlan])
  useEffect(() => {
    onTable(found && (() => savedRows(found, names, words)))
  }, [found, names, words, onTable])
  const lines = useMemo(
    () => (picked === '' || !query ? null : { reports: [...query.a, ...query.b], word: picked, most: LINES }),
    [picked, query],
  )
  const listed = useAnswer('lines', lines, null)
  const describe = (word: KeyWord): string[] => [
    word.word,
    ...(['a', 'b'] as const).map((side) =>
      t('wordViews.wordSide', {
        name: names[side],
        count: word[side].count,
        expected: word[side].expected.toFixed(1),
        rate: word[side].rate.toFixed(1),
        reports: word[side].reports,
      }),
    ),
    t('wordViews.wordFigures', { g2: word.g2.toFixed(2), ratio: word.logRatio.toFixed(2), p: word.p ?? '' }),
  ]
  const show = (word: string): void => pick(store, 'keyness', word)
  const option = ({ code: value, name: label }: (typeof places)[number]) => ({ value, label })
  return (
    <>
      <PaneHead
        wanted={wanted}
        store={store}
        words={words}
        lead={
          <>
            <Select
              size="small"
              className={styles.place ?? ''}
              aria-label={t('wordViews.placeA')}
              value={place?.code ?? null}
              options={places.map(option)}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(chosen) => change({ chart: { ...comparison.chart, place: chosen } })}
            />
            <span>{t('wordViews.versus')}</span>
            <Select
              size="small"
              className={styles.place ?? ''}
              aria-label={t('wordViews.placeB')}
              value={other?.code ?? ''}
              options={[
                { value: '', label: t('wordViews.rest') },
                ...places.filter((one) => one !== place).map(option),
              ]}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(chosen) => store.setState({ against: chosen })}
            />
          </>
        }
      >
        <div className={styles.labelled}>
          <span aria-hidden>{t('wordViews.least')}</span>
          <InputNumber
            size="small"
            className={styles.least ?? ''}
            aria-label={t('wordViews.least')}
            min={1}
            max={999}
            precision={0}
            value={least}
            onChange={(next) => store.setState({ least: next ?? 1 })}
          />
        </div>
        <Select
          size="small"
          aria-label={t('wordViews.level')}
          value={level}
          options={KEY_LEVELS.map((p) => ({ value: p, label: `p < ${p}` }))}
          onChange={(next) => store.setState({ level: next })}
        />
        <Choice
          name="keyOrder"
          value={order}
          values={KEY_ORDERS}
          words={words}
          onChange={(keyOrder) => store.setState({ keyOrder })}
        />
      </PaneHead>
      <PaneFrame asked={asked} words={words}>
        {query === null ? (
          <Nothing>
            <p>{t(places.length < 2 ? 'wordViews.onePlace' : 'wordViews.noReports')}</p>
          </Nothing>
        ) : found && found.words.length === 0 && !asked.progress ? (
          <Nothing>
            <p>{t('wordViews.noWords', { compared: found.compared, least })}</p>
          </Nothing>
        ) : (
          sides &&
          (shape === 'chart' && plan ? (
            <div className={styles.chart}>
              <ChartFigure
                tabled
                plan={plan}
                label={t('wordViews.keynessLabel', names)}
                describe={(index) => (drawn[index] ? describe(drawn[index]) : [])}
                onOpen={(index) => show(drawn[index]?.word ?? '')}
                {...brush}
              />
            </div>
          ) : (
            <div className={tables.sides}>
              {(['a', 'b'] as const).map((side) => (
                <KeynessTable
                  key={side}
                  side={side}
                  names={names}
                  mark={marks[side]}
                  rows={sides[side]}
                  passing={found?.passing[side] ?? 0}
                  store={store}
                  picked={picked}
                  words={words}
                  describe={describe}
                  onPick={show}
                />
              ))}
            </div>
          ))
        )}
        {found && (
          <p className={styles.footnote}>
            {t('wordViews.keynessNote', {
              ...names,
              sizeA: number(found.a.size),
              reportsA: found.a.reports,
              sizeB: number(found.b.size),
              reportsB: found.b.reports,
              compared: number(found.compared),
            })}
          </p>
        )}
        {lines && (
          <LineList
            title={t('wordViews.linesOf', { word: picked })}
            lines={
              listed.answer && !listed.progress ? listed.answer.lines.map((line) => listedLine(line, wanted)) : null
            }
            total={listed.answer?.total ?? 0}
            store={store}
            comparison={comparison.id}
            visible={visible}
            words={words}
            onClose={() => pick(store, 'keyness', '')}
          />
        )}
      </PaneFrame>
    </>
  )
}

/** A line for each word, with all figures. */
function savedRows(found: Keyness, names: { a: string; b: string }, { t }: Words): CsvCell[][] {
  const two = (value: number): number => Number(value.toFixed(4))
  const side = (name: string) =>
    ['count', 'expected', 'rate', 'wordReports'].map((head) => `${name} ${t(`wordViews.column.${head}`)}`)
  return [
    [
      ...['word', 'more', 'g2', 'p', 'logRatio'].map((head) => t(`wordViews.column.${head}`)),
      ...side(names.a),
      ...side(names.b),
    ],
    ...found.words.map(({ word, side: more, g2, p, logRatio, a, b }) => [
      ...[word, names[more], two(g2), p, two(logRatio)],
      ...[a, b].flatMap(({ count, expected, rate, reports }) => [count, two(expected), two(rate), reports]),
    ]),
  ]
}
