import { Button, Checkbox, Segmented } from 'antd'
import type { TFunction } from 'i18next'
import { Undo2 } from 'lucide-react'
import { memo, type Ref, useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartFigure, type ChartHandle, type ChartPlan, type GridPosition, heatGrid, yearBars } from '../../charts'
import type { SearchCount } from '../../workers/search/protocol'
import type { SearchController } from './controller'
import { byPlace, byYear, type Counted, figureOf, markAt } from './counts'
import { countsOf } from './narrowing'
import { FIGURES, type Looks } from './remembered'
import styles from './search.module.css'
import { useSearch } from './use-search'

/** Marks of the figure are cells of a table: rows of places (one of all places), columns of years. */
type FigurePlan = ChartPlan<GridPosition>

interface Words {
  t: TFunction
  number: (value: number) => string
}

const placed = <T,>(plan: ChartPlan<T>, at: (subject: T) => GridPosition): FigurePlan => ({
  ...plan,
  marks: plan.marks.map((mark) => ({ ...mark, subject: at(mark.subject) })),
})

function planOf(counted: Counted, { kind, perCharacters }: Looks, { t, number }: Words): FigurePlan {
  const values = counted.rows.map(({ tallies }) => tallies.map((tally) => figureOf(tally, perCharacters)))
  const shared = { format: number, missing: t('search.figure.missing') }
  const columns = counted.years.map(String)
  if (kind === 'places') {
    const rows = counted.rows.map(({ place }) => place?.short ?? '')
    return heatGrid({ ...shared, rows, columns, values, colour: 'sequential', label: t('search.figure.ofPlaces') })
  }
  const items = columns.map((label, at) => ({ label, value: values[0]?.[at] ?? null }))
  return placed(yearBars({ ...shared, items, label: t('search.figure.ofYear') }), (column) => ({ row: 0, column }))
}

interface FigureProps {
  controller: SearchController
  chart: Ref<ChartHandle>
}

/** Hits by place and year; a mark narrows the search to what it counts. */
export function Figure({ controller, chart }: FigureProps) {
  const counts = useSearch(controller, countsOf)
  // Drawing takes as long as a search: the lines are there before it, and `duibiao:search` ends without it. The counts
  // by place and year are there as numbers by then; the chart follows.
  return <DrawnFigure controller={controller} chart={chart} counts={useDeferredValue(counts)} />
}

const DrawnFigure = memo(function DrawnFigure({
  controller,
  chart,
  counts,
}: FigureProps & { counts: readonly SearchCount[] }) {
  const { t, i18n } = useTranslation()
  const looks = useSearch(controller, (state) => state.looks)
  const narrowed = useSearch(controller, (state) => state.narrowed)
  const { kind, perCharacters } = looks
  const counted = useMemo(() => (kind === 'years' ? byYear : byPlace)(counts), [counts, kind])
  const number = useMemo(() => {
    const digits = perCharacters ? 2 : 0
    return new Intl.NumberFormat(i18n.language, { maximumFractionDigits: digits }).format
  }, [i18n.language, perCharacters])
  const plan = useMemo(() => planOf(counted, looks, { t, number }), [counted, looks, t, number])
  const describe = ({ row, column }: GridPosition): string[] => {
    const found = counted.rows[row]
    const tally = found?.tallies[column]
    const year = counted.years[column] ?? ''
    const heading = found?.place
      ? t('search.figure.placeMark', { place: found.place.name, year })
      : t('search.figure.mark', { year })
    if (!tally || tally.of === 0) return [heading, t('search.figure.none')]
    const density = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 }).format(
      figureOf(tally, true) ?? 0,
    )
    const { hits, reports, of } = tally
    return [heading, t('search.figure.hits', { hits, reports, of }), t('search.figure.density', { value: density })]
  }
  const lit = useMemo(() => {
    if (!narrowed) return undefined
    const { place, year } = narrowed.mark
    return ({ row, column }: GridPosition) =>
      counted.years[column] === year && counted.rows[row]?.place?.code === place?.code
  }, [narrowed, counted])
  const open = ({ row, column }: GridPosition) => {
    const mark = markAt(counted, row, column)
    if (mark) controller.narrow(mark, counts)
  }
  return (
    <div className={styles.figure} data-kind={kind}>
      <ChartFigure
        ref={chart}
        plan={plan}
        label={t(`search.figure.${kind === 'years' ? 'ofYear' : 'ofPlaces'}`)}
        describe={describe}
        onOpen={open}
        {...(lit ? { lit } : {})}
      >
        <Segmented
          size="small"
          aria-label={t('search.figure.label')}
          value={kind}
          options={FIGURES.map((value) => ({ value, label: t(`search.figure.${value}`) }))}
          onChange={(value) => controller.look({ kind: value })}
        />
        <Checkbox checked={perCharacters} onChange={({ target }) => controller.look({ perCharacters: target.checked })}>
          {t('search.figure.perCharacters')}
        </Checkbox>
        {narrowed && (
          <Button size="small" icon={<Undo2 size={13} aria-hidden />} onClick={() => controller.widen()}>
            {t('search.figure.widen')}
          </Button>
        )}
        {counted.elsewhere > 0 && (
          <span className={styles.aside}>{t('search.figure.elsewhere', { count: counted.elsewhere })}</span>
        )}
      </ChartFigure>
    </div>
  )
})
