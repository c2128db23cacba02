import { Columns3, TriangleAlert } from 'lucide-react'
import type { Head, Laid, Line } from '#shared/compare/layout'
import { openSideBySide } from './beside'
import styles from './compare.module.css'
import { headText, lineKey, sharesTo } from './table-lines'
import type { Words } from './words'

interface TableHeadProps {
  laid: Laid
  /** The columns in sight. */
  columns: readonly Line[]
  /** How many columns are out of sight on either side. */
  spacers: { before: number; after: number }
  words: Words
}

/** A heading and how many of the columns in sight it stands over. */
interface Run {
  head: Head | undefined
  line: Line
  span: number
}

function runsOf(columns: readonly Line[], level: number): Run[] {
  const runs: Run[] = []
  for (const [at, line] of columns.entries()) {
    const last = runs.at(-1)
    if (last && sharesTo(columns[at - 1], line, level)) last.span += 1
    else runs.push({ head: line.heads[level], line, span: 1 })
  }
  return runs
}

/** A series: its name with what sets it apart, its unit, the way to its passages. */
function IndicatorHead({ head, laid, words }: { head: Head; laid: Laid; words: Words }) {
  const indicator = laid.matrix.indicators[head.index]
  if (!indicator) return null
  const name = words.series(indicator)
  const beside = words.t('passages.of', { indicator: words.indicator(indicator.indicator) })
  return (
    <div className={styles.indicatorName}>
      <span title={name}>{name}</span>
      {indicator.unit !== '' && <small className={styles.unit}>{indicator.unit}</small>}
      <button
        type="button"
        className={styles.beside}
        title={beside}
        aria-label={beside}
        onClick={() => openSideBySide(indicator.id, laid.matrix)}
      >
        <Columns3 size={13} aria-hidden />
      </button>
    </div>
  )
}

/** What to know of a column of the matrix, where the line names its indicator and its year. */
function Warning({ line, laid, words }: { line: Line; laid: Laid; words: Words }) {
  const at = (dimension: Head['dimension']) => line.heads.find((head) => head.dimension === dimension)?.index
  const [indicator, year] = [at('indicator'), at('year')]
  if (indicator === undefined || year === undefined) return null
  const warnings = laid.matrix.columns[indicator * laid.matrix.years.length + year]?.warnings ?? []
  if (warnings.length === 0) return null
  const text = warnings.map(words.phrase).join('\n')
  return (
    <span role="img" aria-label={text} title={text}>
      <TriangleAlert size={11} className={styles.warningMark} aria-hidden />
    </span>
  )
}

const spacer = (count: number) => (count > 0 ? <td aria-hidden className={styles.spacer} /> : null)

/** The headings of the columns, a row for each dimension that stands on them. */
export function TableHead({ laid, columns, spacers, words }: TableHeadProps) {
  const levels = Math.max(1, columns[0]?.heads.length ?? 0)
  const corner = (laid.rows.find(({ kind }) => kind === 'cells')?.heads ?? [])
    .filter(({ dimension }) => dimension !== 'role')
    .map(({ dimension }) => words.t(`compare.export.columns.${dimension}`))
  return (
    <thead>
      {Array.from({ length: levels }, (_, level) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a level is its number
        <tr key={level} style={{ '--level': level } as React.CSSProperties}>
          {level === 0 && (
            <th scope="col" rowSpan={levels} className={styles.corner}>
              {corner.join(' › ')}
            </th>
          )}
          {spacer(spacers.before)}
          {runsOf(columns, level).map(({ head, line, span }) => (
            <th
              key={lineKey({ kind: line.kind, heads: line.heads.slice(0, level + 1) })}
              scope={level === levels - 1 ? 'col' : 'colgroup'}
              colSpan={span}
              className={`${head?.dimension === 'indicator' ? styles.indicatorHead : styles.yearHead} ${styles.newGroup}`}
            >
              {head?.dimension === 'indicator' ? (
                <IndicatorHead head={head} laid={laid} words={words} />
              ) : (
                head && <span title={headText(head, laid, words)}>{headText(head, laid, words)}</span>
              )}
              {!head && words.t('compare.export.columns.value')}
              {level === levels - 1 && <Warning line={line} laid={laid} words={words} />}
            </th>
          ))}
          {spacer(spacers.after)}
        </tr>
      ))}
    </thead>
  )
}
