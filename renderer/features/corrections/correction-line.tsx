import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { onOneLine } from '#shared/coding/scan/hits'
import type { ListedCorrection } from '../../storage'
import { IconButton } from '../../ui/icon-button'
import styles from './corrections.module.css'
import type { LineProps } from './lines'
import { Tick } from './tick'

interface Props extends LineProps {
  listed: ListedCorrection
  selected: boolean
  onTick: () => void
  onGo: () => void
  onOpen: () => void
  onTakeBack: () => void
}

/** A correction between what stands before and after it, where it is, who made it and when. */
export function CorrectionLine({ id, index, top, current, listed, selected, onTick, onGo, onOpen, onTakeBack }: Props) {
  const { t, i18n } = useTranslation()
  const { correction, report, source, before, after } = listed
  const { anchor, replacement, author, createdAt } = correction
  const nothing = t('corrections.list.nothing')
  const at = new Date(createdAt).toLocaleString(i18n.language, { dateStyle: 'short', timeStyle: 'short' })
  const quote = onOneLine(anchor.quote) || nothing
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the list, which handles the keys
    // biome-ignore lint/a11y/useSemanticElements: of a <table> all rows would have to exist
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div
      id={id}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={selected}
      data-current={current}
      className={styles.correction}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onGo}
      onDoubleClick={onOpen}
    >
      <Tick checked={selected} label={t('corrections.list.selectOne', { quote })} onTick={onTick} />
      {/* biome-ignore-start lint/a11y/useFocusableInteractive: as above */}
      {/* biome-ignore-start lint/a11y/useSemanticElements: as above */}
      <div role="gridcell" className={styles.cell} title={source.name}>
        {report?.place?.short ?? (report?.title || source.name)}
      </div>
      <div role="gridcell" className={`${styles.cell} db-figures`}>
        {report?.year ?? ''}
      </div>
      <div role="gridcell" className={styles.before}>
        <bdi>{onOneLine(before)}</bdi>
      </div>
      <div role="gridcell" className={styles.change}>
        <del>{quote}</del>
        <span aria-hidden>→</span>
        <ins>{onOneLine(replacement) || nothing}</ins>
        <span className={styles.after}>{onOneLine(after)}</span>
      </div>
      <div role="gridcell" className={styles.cell} title={at}>
        {author}
      </div>
      <div role="gridcell" className={`${styles.cell} ${styles.time} db-figures`}>
        {at}
      </div>
      <div role="gridcell" className={styles.tool}>
        <IconButton icon={Undo2} size={13} label={t('corrections.list.removeOne')} onClick={onTakeBack} />
      </div>
      {/* biome-ignore-end lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore-end lint/a11y/useFocusableInteractive: as above */}
    </div>
  )
}
