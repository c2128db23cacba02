import { useCallback, useEffect, useMemo } from 'react'
import { type AttentionColumn, attentionTable } from '#shared/compare/attention'
import type { CsvCell } from '#shared/exchange/csv'
import type { TopicRule } from '#shared/model/topic'
import { topicsWith } from '#shared/text/topics'
import { heatGrid, stackedBars } from '../../../charts'
import { listTopics, useLive } from '../../../storage'
import { openView } from '../../../workbench'
import { openPassages } from '../../passages'
import { latestOfEach } from '../beside'
import type { Mark } from '../brush'
import type { Words } from '../words'
import { Choice, PaneHead } from './controls'
import { HeatBody } from './heat-body'
import type { HeatHead } from './heat-table'
import { LineList, type ListedLine } from './line-list'
import { Nothing, PaneFrame } from './pane-frame'
import type { PaneProps } from './pane-types'
import { ATTENTION_BY, ATTENTION_CHARTS, OUTLOOKS, pick, useWordsState } from './state'
import { useAnswer } from './use-answer'
import styles from './words.module.css'

const NONE: readonly TopicRule[] = []
/** 12.3%; — for what is nothing at all. */
const percent = (share: number): string => (share === 0 ? '—' : `${(share * 100).toFixed(1)}%`)

const nameOf = ({ place, year }: Pick<AttentionColumn, 'place' | 'year'>): string =>
  [place?.short, year].filter((part) => part !== undefined && part !== null).join(' ')

const cautionOf = ({ partial }: AttentionColumn, { t }: Words): string | undefined =>
  partial.length === 0
    ? undefined
    : t('wordViews.partial', { kinds: partial.map((kind) => t(`compare.reportKind.${kind}`)).join('、') })

function headOf(column: AttentionColumn, words: Words): HeatHead {
  const { key, place, year } = column
  const caution = cautionOf(column, words)
  return {
    key,
    text: place?.short ?? String(year),
    ...(place && year !== null ? { below: String(year) } : {}),
    ...(caution === undefined ? {} : { caution }),
  }
}

/** 注意力: how much of their text places and years give to each topic. */
export function AttentionPane({ comparison, wanted, store, words, visible, onTable, onPlan }: PaneProps) {
  const { t, number } = words
  const { reports } = wanted
  const by = useWordsState(store, (state) => state.attentionBy)
  const outlook = useWordsState(store, (state) => state.outlook)
  const shape = useWordsState(store, (state) => state.shape)
  const drawing = useWordsState(store, (state) => state.attentionChart)
  const picked = useWordsState(store, (state) => state.picked.attention) ?? ''
  const rules = useLive(listTopics, []) ?? NONE
  const ids = reports.map(({ report }) => report).join(' ')
  const query = useMemo(() => (ids === '' ? null : { reports: ids.split(' ') }), [ids])
  const asked = useAnswer('attention', query, rules)
  const table = useMemo(() => {
    const order = topicsWith(rules).map(({ id }) => id)
    return asked.answer && attentionTable(asked.answer, { by, outlook: outlook === 'all' ? null : outlook, order })
  }, [asked.answer, by, outlook, rules])
  const topicName = useMemo(
    () => (id: string | null) =>
      id === null
        ? t('wordViews.noTopic')
        : (rules.find((rule) => rule.id === id)?.name ?? t(`topics.name.${id}`, { defaultValue: id })),
    [rules, t],
  )
  const describe = useMemo(
    () => (row: number, column: number) => {
      const [own, cell] = [table?.columns[column], table?.columns[column]?.cells[row]]
      if (!own || !cell) return ''
      const { characters, share, parts } = cell
      const said = { name: nameOf(own), topic: topicName(cell.topic), share: percent(share), sections: parts.length }
      const caution = cautionOf(own, words)
      return [t('wordViews.attentionCell', { ...said, characters: number(characters) }), caution ?? '']
        .filter((line) => line !== '')
        .join('\n')
    },
    [table, topicName, words, t, number],
  )
  const plan = useMemo(() => {
    if (!table || table.columns.length === 0) return null
    const parts = table.topics.map(topicName)
    const wholes = table.columns.map((column) => `${nameOf(column)}${column.partial.length > 0 ? '*' : ''}`)
    const rest = table.topics.indexOf(null)
    const label = t('wordViews.attentionLabel')
    return drawing === 'stacked'
      ? stackedBars({
          ...{ parts, wholes, format: percent, label },
          ...(rest < 0 ? {} : { rest }),
          shares: table.columns.map(({ cells }) => cells.map(({ share }) => share)),
        })
      : heatGrid({
          ...{ rows: parts, columns: wholes, label, colour: 'sequential', missing: t('wordViews.missing') },
          values: parts.map((_, row) => table.columns.map(({ cells }) => (cells[row]?.share ?? 0) * 100)),
          format: (value) => `${value.toFixed(1)}%`,
        })
  }, [table, topicName, drawing, t])
  const markOf = useCallback(
    (row: number | null, column: number | null): Mark => {
      const { place = null, year = null } = (column === null ? null : table?.columns[column]) ?? {}
      const topic = row === null ? undefined : (table?.topics[row] ?? '')
      return {
        ...(place === null ? {} : { place: place.code }),
        ...(year === null ? {} : { told: String(year) }),
        ...(topic === undefined ? {} : { topic }),
      }
    },
    [table],
  )
  useEffect(() => onPlan(plan), [plan, onPlan])
  useEffect(() => {
    onTable(table && (() => savedRows(table.columns, topicName, words)))
  }, [table, topicName, words, onTable])

  const most = Math.max(0.0001, ...(table?.columns.flatMap(({ cells }) => cells.map(({ share }) => share)) ?? []))
  const open = (row: number, column: number): boolean => {
    const [own, cell] = [table?.columns[column], table?.columns[column]?.cells[row]]
    const [longest] = cell?.parts ?? []
    if (!own || !cell || !longest) return false
    pick(store, 'attention', `${own.key}|${cell.topic ?? ''}`)
    const { source, report, start, end } = longest
    openView({ type: 'reader', key: source, params: { report, start, end: Math.min(end, start + 1) } })
    return true
  }
  const listed = useMemo((): { title: string; lines: ListedLine[] } | null => {
    const column = table?.columns.find(({ key }) => picked.startsWith(`${key}|`))
    const cell = column?.cells.find(({ topic }) => picked === `${column.key}|${topic ?? ''}`)
    if (!column || !cell) return null
    const places = new Map(reports.map((one) => [one.report, `${one.place.short} ${one.year}`]))
    const lines = cell.parts.map((part) => ({
      key: `${part.report} ${part.start} ${part.outlook}`,
      where: places.get(part.report) ?? '',
      before: t('wordViews.characters', { count: number(part.characters) }),
      hit: part.title === '' ? t('wordViews.untitled') : part.title,
      after: part.outlook === 'none' ? '' : t(`wordViews.outlook.${part.outlook}`),
      ...{ source: part.source, report: part.report, start: part.start, end: Math.min(part.end, part.start + 1) },
    }))
    return { title: t('wordViews.sectionsOf', { name: nameOf(column), topic: topicName(cell.topic) }), lines }
  }, [table, picked, reports, topicName, t, number])

  const flagged = table?.columns.some(({ partial }) => partial.length > 0) ?? false
  return (
    <>
      <PaneHead wanted={wanted} store={store} words={words}>
        <Choice
          name="by"
          value={by}
          values={ATTENTION_BY}
          words={words}
          onChange={(attentionBy) => store.setState({ attentionBy })}
        />
        <Choice
          name="outlook"
          value={outlook}
          values={OUTLOOKS}
          words={words}
          onChange={(next) => store.setState({ outlook: next })}
        />
        {shape === 'chart' && (
          <Choice
            name="attentionChart"
            value={drawing}
            values={ATTENTION_CHARTS}
            words={words}
            onChange={(attentionChart) => store.setState({ attentionChart })}
          />
        )}
      </PaneHead>
      <PaneFrame asked={asked} words={words}>
        {query === null || table?.columns.length === 0 ? (
          <Nothing>
            <p>{t('wordViews.noReports')}</p>
          </Nothing>
        ) : (
          table && (
            <HeatBody
              view="attention"
              store={store}
              plan={plan}
              describe={describe}
              markOf={markOf}
              label={t('wordViews.attentionLabel')}
              corner={t('wordViews.topic')}
              rows={table.topics.map((topic) => ({ key: topic ?? '', text: topicName(topic) }))}
              columns={table.columns.map((column) => headOf(column, words))}
              cell={(row, column) => {
                const share = table.columns[column]?.cells[row]?.share ?? 0
                return { text: percent(share), tone: share / most, title: describe(row, column), opens: share > 0 }
              }}
              comparison={comparison.id}
              visible={visible}
              onOpen={open}
              rowLink={{
                label: (row) => t('wordViews.beside', { topic: topicName(table.topics[row] ?? null) }),
                opens: (row) => table.topics[row] != null,
                open: (row) => {
                  const topic = table.topics[row]
                  if (topic != null) openPassages({ type: 'topic', id: topic }, latestOfEach(reports))
                },
              }}
            />
          )
        )}
        {table && table.columns.length > 0 && (
          <p className={styles.footnote}>
            {t('wordViews.attentionNote')} {flagged && t('wordViews.partialNote')}
          </p>
        )}
        {listed && (
          <LineList
            {...listed}
            total={listed.lines.length}
            store={store}
            comparison={comparison.id}
            visible={visible}
            words={words}
            onClose={() => pick(store, 'attention', '')}
          />
        )}
      </PaneFrame>
    </>
  )
}

/** A line for each topic of each column. */
function savedRows(
  columns: readonly AttentionColumn[],
  topicName: (id: string | null) => string,
  { t }: Words,
): CsvCell[][] {
  const heads = ['place', 'placeCode', 'year', 'topic', 'characters', 'share', 'all', 'reports', 'kinds', 'sections']
  return [
    heads.map((head) => t(`wordViews.column.${head}`)),
    ...columns.flatMap(({ place, year, characters, reports, partial, cells }) =>
      cells.map((cell) => [
        ...[place?.name ?? '', place?.code ?? '', year, topicName(cell.topic), cell.characters],
        ...[Number(cell.share.toFixed(6)), characters, reports],
        partial.map((kind) => t(`compare.reportKind.${kind}`)).join('、'),
        cell.parts.length,
      ]),
    ),
  ]
}
