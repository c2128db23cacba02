import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { openLine } from './commands'
import { formatsFor } from './formats'
import { placesAbove, useGazetteer } from './gazetteer'
import { RepairedTag } from './repaired-tag'
import type { LibraryLine } from './rows'
import styles from './source-table.module.css'
import { select } from './state'

interface SourceRowProps {
  id: string
  line: LibraryLine
  /** Place among the lines, from 0. */
  index: number
  /** Pixels from the first row. */
  top: number
  selected: boolean
}

function PlaceCell({ line }: { line: LibraryLine }) {
  const { t } = useTranslation()
  const gazetteer = useGazetteer()
  const { report } = line
  if (!report) return <span className={styles.quiet}>{t('library.noReport')}</span>
  if (!report.place) return <span className={styles.warning}>{t('library.noPlace')}</span>
  const above = placesAbove(gazetteer, report.place)[0]
  return (
    <span className={styles.place}>
      <span>{report.place.name}</span>
      {above && <span className={styles.above}>{above.name}</span>}
      {report.repairedFrom !== null && <RepairedTag line={line} from={report.repairedFrom} />}
    </span>
  )
}

/** One row of the library; drawn again only when something in it has changed. */
export const SourceRow = memo(function SourceRow(props: SourceRowProps) {
  const { id, line, index, top, selected } = props
  const { t, i18n } = useTranslation()
  const { report, source, reading } = line
  const { figure, time } = formatsFor(i18n.language)
  const cells: { key: string; figures?: boolean; content: React.ReactNode; title?: string }[] = [
    { key: 'place', content: <PlaceCell line={line} /> },
    { key: 'year', content: report?.year ?? '—' },
    { key: 'kind', content: t(`library.kind.${report?.kind ?? 'none'}`) },
    { key: 'title', content: report?.title ?? '', title: report?.title ?? '' },
    { key: 'file', content: source.name, title: source.name },
    { key: 'encoding', content: t(`library.encoding.${reading.encoding}`) },
    {
      key: 'characters',
      figures: true,
      content: figure.format(report ? report.end - report.start : reading.characters),
    },
    { key: 'statements', figures: true, content: figure.format(line.statements) },
    { key: 'annotations', figures: true, content: figure.format(line.annotations) },
    { key: 'imported', content: time.format(new Date(source.importedAt)) },
  ]
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid, which handles the keys
    // biome-ignore lint/a11y/useSemanticElements: of a <table> all rows would have to exist
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={`${styles.row} db-figures`}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => select(line.id)}
      onDoubleClick={() => openLine(line)}
    >
      {cells.map(({ key, figures, content, title }) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid
        // biome-ignore lint/a11y/useSemanticElements: see above
        <div key={key} role="gridcell" className={figures ? styles.figure : styles.cell} title={title}>
          {content}
        </div>
      ))}
    </div>
  )
})
