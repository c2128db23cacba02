import type { TFunction } from 'i18next'
import { ChevronDown, ChevronRight } from 'lucide-react'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { matterName } from '#shared/model/matter'
import type { LinePlace } from '../../ui/grid/virtual-grid'
import { useDictionary } from '../indicators'
import { type Group, type Grouping, stepsOf } from './groups'
import type { Line } from './lines'
import styles from './matters.module.css'
import { indicatorOf, tableWords } from './words'

interface GroupRowProps extends LinePlace {
  line: Extract<Line, { type: 'group' }>
  by: Grouping
  index: number
  columns: number
  onGo: (index: number, event: MouseEvent) => void
  onFold: (key: string, folded: boolean) => void
}

/** The stages of a venture in words: 谋划 2022 → 开工 2023. */
export const timelineOf = (rows: Parameters<typeof stepsOf>[0], t: TFunction): string =>
  stepsOf(rows)
    .map(({ stage, year }) => t('matters.grid.timeline', { stage: t(`matters.stage.${stage}`), year }))
    .join(' → ')

/** What a group is called. */
function useName({ value, entries }: Group, by: Grouping): string {
  const { t, i18n } = useTranslation()
  const dictionary = useDictionary()
  const first = entries[0]?.row
  if (!first) return ''
  if (by === 'place') return value === '' ? t('matters.grid.noPlace') : (first.place?.name ?? value)
  if (by === 'year') return value === '' ? t('matters.grid.noYear') : value
  if (by === 'indicator')
    return indicatorOf(first, tableWords(i18n.language, dictionary)) || t('matters.grid.noIndicator')
  return value === '' ? t('matters.grid.group.alone') : matterName(first.content)
}

/** The head of a group, with how many matters it has and how many of them are open. */
export function GroupRow({ id, top, current, line, by, index, columns, onGo, onFold }: GroupRowProps) {
  const { t, i18n } = useTranslation()
  const { group, folded } = line
  const name = useName(group, by)
  const { count, open } = group
  const timeline =
    by === 'name' && group.value !== ''
      ? timelineOf(
          group.entries.map(({ row }) => row),
          t,
        )
      : ''
  const Arrow = folded ? ChevronRight : ChevronDown
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid, which handles the keys
    // biome-ignore lint/a11y/useSemanticElements: of a <table> all rows would have to exist
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      data-current={current}
      className={styles.group}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => onGo(index, event)}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="gridcell" aria-colspan={columns} className={styles.groupCell}>
        <button
          type="button"
          tabIndex={-1}
          aria-expanded={!folded}
          className={styles.fold}
          onClick={(event) => {
            if (!event.ctrlKey && !event.metaKey && !event.shiftKey) onFold(line.key, !folded)
          }}
        >
          <Arrow size={14} aria-hidden />
          <strong>{name}</strong>
        </button>
        <span className="db-figures">
          {t('matters.grid.group.count', { count: count.toLocaleString(i18n.language) })}
        </span>
        {open > 0 && (
          <span className={`${styles.open} db-figures`}>
            {t('matters.grid.group.open', { count: open.toLocaleString(i18n.language) })}
          </span>
        )}
        {timeline !== '' && <span className={styles.timeline}>{timeline}</span>}
      </div>
    </div>
  )
}
