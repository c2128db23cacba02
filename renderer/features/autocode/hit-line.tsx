import { ChevronDown, ChevronRight, Tag } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { onOneLine } from '#shared/coding/scan/hits'
import { KwicCells } from '../../ui/kwic/kwic-cells'
import type { ScanHit } from '../../workers/scan/protocol'
import styles from './autocode.module.css'

interface LineProps {
  id: string
  /** Line of the list, from 0. */
  index: number
  top: number
  current: boolean
  onTick: () => void
  onGo: () => void
}

interface TickProps {
  checked: boolean
  partly?: boolean
  label: string
  onTick: () => void
}

const Tick = ({ checked, partly = false, label, onTick }: TickProps) => (
  // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the list, which handles the keys
  // biome-ignore lint/a11y/useSemanticElements: of a <table> all rows would have to exist
  <div role="gridcell" className={styles.tick}>
    <input
      type="checkbox"
      tabIndex={-1}
      checked={checked}
      ref={(box) => {
        if (box) box.indeterminate = partly
      }}
      aria-label={label}
      onChange={onTick}
    />
  </div>
)

interface GroupLineProps extends LineProps {
  label: string
  count: number
  ticked: number
  collapsed: boolean
}

/** The head of a report's hits. */
export function GroupLine({ id, index, top, current, label, count, ticked, collapsed, onTick, onGo }: GroupLineProps) {
  const { t } = useTranslation()
  const Arrow = collapsed ? ChevronRight : ChevronDown
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: as above
    // biome-ignore lint/a11y/useSemanticElements: as above
    <div
      id={id}
      role="row"
      aria-rowindex={index + 1}
      data-current={current}
      className={styles.group}
      style={{ transform: `translateY(${top}px)` }}
    >
      <Tick
        checked={ticked === count}
        partly={ticked > 0 && ticked < count}
        label={t('autocode.hits.tickGroup', { name: label })}
        onTick={onTick}
      />
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="gridcell" className={styles.groupCell}>
        <button type="button" tabIndex={-1} aria-expanded={!collapsed} className={styles.fold} onClick={onGo}>
          <Arrow size={14} aria-hidden />
          <strong>{label}</strong>
        </button>
        <span className="db-figures">{t('autocode.hits.ofGroup', { ticked, count })}</span>
      </div>
    </div>
  )
}

interface HitLineProps extends LineProps {
  hit: ScanHit
  ticked: boolean
  carried: boolean
  onOpen: () => void
}

/** A hit between what stands before and after it; all hits begin under each other. */
export function HitLine({ id, index, top, current, hit, ticked, carried, onTick, onGo, onOpen }: HitLineProps) {
  const { t } = useTranslation()
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: as above
    // biome-ignore lint/a11y/useSemanticElements: as above
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div
      id={id}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={ticked}
      data-current={current}
      data-carried={carried}
      className={styles.hit}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onGo}
      onDoubleClick={onOpen}
    >
      <Tick checked={ticked} label={t('autocode.hits.tick')} onTick={onTick} />
      <KwicCells before={hit.before} hit={onOneLine(hit.hit)} after={hit.after} />
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="gridcell" className={styles.carried}>
        {carried && (
          <span title={t('autocode.hits.carried')}>
            <Tag size={13} role="img" aria-label={t('autocode.hits.carried')} />
          </span>
        )}
      </div>
    </div>
  )
}
