import { useTranslation } from 'react-i18next'
import { onOneLine } from '#shared/coding/scan/hits'
import type { ScanHit } from '../../workers/scan/protocol'
import styles from './corrections.module.css'
import type { LineProps } from './lines'
import { Tick } from './tick'

interface HeadProps extends LineProps {
  label: string
  count: number
  taken: number
  onTick: () => void
  onGo: () => void
}

/** The head of a report's places. */
export function OccurrenceHead({ id, index, top, current, label, count, taken, onTick, onGo }: HeadProps) {
  const { t } = useTranslation()
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the list, which handles the keys
    // biome-ignore lint/a11y/useSemanticElements: of a <table> all rows would have to exist
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div
      id={id}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={taken > 0}
      data-current={current}
      className={styles.head}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onGo}
    >
      <Tick
        checked={taken === count}
        partly={taken > 0 && taken < count}
        label={t('corrections.occurrences.tickGroup', { label, count })}
        onTick={onTick}
      />
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="gridcell" className={styles.cell}>
        <strong>{t('corrections.occurrences.group', { label, count })}</strong>
      </div>
    </div>
  )
}

interface Props extends LineProps {
  hit: ScanHit
  taken: boolean
  /** What would stand there. */
  replacement: string
  onTick: () => void
  onGo: () => void
  onOpen: () => void
}

/** A place in its surroundings: what stands there, and what would. */
export function OccurrenceRow({ id, index, top, current, hit, taken, replacement, onTick, onGo, onOpen }: Props) {
  const { t } = useTranslation()
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: as above
    // biome-ignore lint/a11y/useSemanticElements: as above
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div
      id={id}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={taken}
      data-current={current}
      className={styles.occurrence}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onGo}
      onDoubleClick={onOpen}
    >
      <Tick checked={taken} label={t('corrections.occurrences.tick', { label: hit.label })} onTick={onTick} />
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="gridcell" className={styles.before}>
        <bdi>{hit.before}</bdi>
      </div>
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="gridcell" className={styles.change}>
        {taken ? <del>{onOneLine(hit.hit)}</del> : <span className={styles.kept}>{onOneLine(hit.hit)}</span>}
        {taken && <ins>{onOneLine(replacement)}</ins>}
        <span className={styles.after}>{hit.after}</span>
      </div>
    </div>
  )
}
