import { useTranslation } from 'react-i18next'
import { KwicCells } from '../../ui/kwic/kwic-cells'
import type { SearchLine } from '../../workers/search/protocol'
import styles from './search.module.css'

interface HitLineProps {
  id: string
  /** Place in the list, from 0. */
  place: number
  top: number
  current: boolean
  ticked: boolean
  /** Undefined while it is read. */
  line: SearchLine | undefined
  onTick: () => void
  onGo: () => void
  onOpen: () => void
}

/** A hit between what stands before and after it; all hits begin under each other. */
export function HitLine({ id, place, top, current, ticked, line, onTick, onGo, onOpen }: HitLineProps) {
  const { t } = useTranslation()
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the list, which handles the keys
    // biome-ignore lint/a11y/useSemanticElements: of a <table> all rows would have to exist
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div
      id={id}
      role="row"
      // The row of headings is the first.
      aria-rowindex={place + 2}
      aria-selected={ticked}
      data-current={current}
      className={styles.hit}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onGo}
      onDoubleClick={onOpen}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="gridcell" className={styles.tick}>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={ticked}
          aria-label={t('search.hits.tick')}
          onChange={onTick}
          onClick={(event) => event.stopPropagation()}
        />
      </div>
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="gridcell" className={styles.place} title={line?.label}>
        {line ? (line.place?.short ?? line.label) : t('search.hits.loading')}
      </div>
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="gridcell" className={`${styles.quiet} db-figures`}>
        {line?.year}
      </div>
      <KwicCells before={line?.before ?? ''} hit={line?.hit ?? ''} after={line?.after ?? ''} />
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="gridcell" className={`${styles.quiet} ${styles.section}`} title={line?.section}>
        {line?.section}
      </div>
    </div>
  )
}
