import { ChevronDown, ChevronRight } from 'lucide-react'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodeIndex } from './code-index'
import { COLUMNS, type Group, type Grouping } from './order'
import styles from './quotes.module.css'

interface GroupRowProps {
  id: string
  group: Group
  by: Grouping
  codes: CodeIndex
  folded: boolean
  index: number
  top: number
  current: boolean
  onGo: (index: number, event: MouseEvent) => void
  onFold: (value: string, folded: boolean) => void
}

/** What a group is called. */
function useName({ value, entries }: Group, by: Grouping, codes: CodeIndex): string {
  const { t } = useTranslation()
  const report = entries[0]?.quote.report
  if (by === 'code') return codes.path(value) || t('quotes.noCode')
  if (by === 'place') return (value !== '' && report?.place?.name) || t('quotes.noPlace')
  if (value === '' || !report) return t('quotes.noReport')
  return [report.place?.short, report.year, report.title]
    .filter((part) => part !== undefined && part !== null)
    .join(' ')
}

/** The head of a group, with how many quotes it has. */
export function GroupRow({ id, group, by, codes, folded, index, top, current, onGo, onFold }: GroupRowProps) {
  const { t, i18n } = useTranslation()
  const name = useName(group, by, codes)
  const color = by === 'code' ? codes.get(group.value)?.color : undefined
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
      <div role="gridcell" aria-colspan={COLUMNS.length + 1} className={styles.groupCell}>
        <button
          type="button"
          tabIndex={-1}
          aria-expanded={!folded}
          className={styles.groupFold}
          onClick={(event) => {
            if (!event.ctrlKey && !event.metaKey && !event.shiftKey) onFold(group.value, !folded)
          }}
        >
          <Arrow size={14} aria-hidden />
          {color && <i style={{ backgroundColor: color }} />}
          <strong>{name}</strong>
        </button>
        <span className="db-figures">
          {t('quotes.group.count', { count: group.entries.length.toLocaleString(i18n.language) })}
        </span>
      </div>
    </div>
  )
}
