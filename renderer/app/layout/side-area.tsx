import { X } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button'
import { Splitter } from '../../ui/splitter'
import { mendFocus } from '../areas'
import { type Side, viewsIn } from '../registry'
import styles from './layout.module.css'
import { closeSide, openSide, resizeSide, useSides } from './sides'
import { ViewFrame } from './view-frame'

const LIMITS: Record<Side, { min: number; max: number }> = {
  left: { min: 180, max: 560 },
  right: { min: 220, max: 640 },
  bottom: { min: 120, max: 560 },
}

const NO_PARAMS = {}

/** A side area: its views as tabs, one of them shown, with a movable edge. */
export function SideArea({ side }: { side: Side }) {
  const { t } = useTranslation()
  const { open, active, size } = useSides((state) => state[side])
  const params = useSides((state) => state.params)
  const views = viewsIn(side)
  const view = views.find((candidate) => candidate.type === active) ?? views[0]
  // What is closed with the focus in it leaves the keys on nothing.
  useEffect(() => (open ? () => mendFocus(document) : undefined), [open])
  if (!open || !view) return null
  const edge = (
    <Splitter
      label={t(`app.layout.resize.${side}`)}
      pane={side}
      size={size}
      {...LIMITS[side]}
      onResize={(wanted) => resizeSide(side, wanted)}
    />
  )
  return (
    <aside
      className={side === 'bottom' ? styles.bottom : styles.side}
      data-area={side}
      aria-label={t(`app.layout.side.${side}`)}
    >
      {side !== 'left' && edge}
      <div className={styles.sidePane} style={side === 'bottom' ? { height: size } : { width: size }}>
        <div className={styles.sideHead}>
          <div role="tablist" aria-label={t(`app.layout.side.${side}`)} className={styles.sideTabs}>
            {views.map((candidate) => (
              <button
                key={candidate.type}
                type="button"
                role="tab"
                aria-selected={candidate === view}
                tabIndex={candidate === view ? 0 : -1}
                className={styles.sideTab}
                onClick={() => openSide(side, candidate.type, params[candidate.type] ?? NO_PARAMS)}
                onKeyDown={(event) => {
                  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
                  if (!step) return
                  const next = views[(views.indexOf(candidate) + step + views.length) % views.length]
                  if (next) openSide(side, next.type, params[next.type] ?? NO_PARAMS)
                  const tabs = event.currentTarget.parentElement?.children
                  const target = next && tabs?.[views.indexOf(next)]
                  if (target instanceof HTMLElement) target.focus()
                }}
              >
                {t(candidate.titleKey)}
              </button>
            ))}
          </div>
          <IconButton icon={X} size={14} label={t('app.layout.closeSide')} onClick={() => closeSide(side)} />
        </div>
        <ViewFrame view={view} viewKey="" params={params[view.type] ?? NO_PARAMS} visible panel key={view.type} />
      </div>
      {side === 'left' && edge}
    </aside>
  )
}
