import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { besideAbove } from '#shared/search/tracking/above'
import { type HitCell, HitGrid } from './hit-grid'
import { firstText, lagText, lastText, usePlaceName } from './names'
import type { PaneProps } from './overview-pane'
import styles from './phrases.module.css'

const NONE: HitCell = { text: '' }

/** 首次与末次使用: every place that uses a wording, with the level above it beside. */
export function AbovePane({ tracker, tracked, use, term, visible }: PaneProps) {
  const { t } = useTranslation()
  const nameOf = usePlaceName(tracked.use.places)
  const rows = useMemo(
    () =>
      besideAbove(use, tracked.use, term).map(({ place, ends, above, state, aboveEnds, lag, bound }) => {
        const first = {
          text: firstText(ends, t),
          hit: ends.first,
          ...(ends.silentBefore === null ? { hint: t('phrases.first.hint') } : {}),
        }
        const upper =
          above === null
            ? [NONE, NONE, NONE]
            : [
                { text: nameOf(above) },
                aboveEnds
                  ? { text: firstText(aboveEnds, t), hit: aboveEnds.first }
                  : { text: t(`phrases.above.${state}`) },
                { text: lag === null ? '–' : lagText(lag, bound, t) },
              ]
        return {
          key: place.code,
          name: place.name,
          cells: [first, { text: lastText(ends, t), hit: ends.last }, ...upper],
        }
      }),
    [use, tracked, term, nameOf, t],
  )
  const heads = ['place', 'first', 'last', 'above', 'aboveFirst', 'lag'].map((head) => t(`phrases.column.${head}`))
  if (rows.length === 0) return <p className={styles.nothing}>{t('phrases.unused')}</p>
  return (
    <div className={styles.split}>
      <HitGrid
        name="above"
        label={t('phrases.tab.above')}
        heads={heads}
        widths="minmax(110px, 1fr) minmax(110px, 1fr) minmax(130px, 1.2fr) minmax(90px, 1fr) minmax(140px, 1.2fr) minmax(120px, 1fr)"
        rows={rows}
        tracker={tracker}
        visible={visible}
      />
      <p className={styles.note}>{t('phrases.above.note')}</p>
    </div>
  )
}
