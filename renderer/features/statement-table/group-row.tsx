import { ChevronDown, ChevronRight } from 'lucide-react'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Grouping, RowGroup } from '../../workers/statements/protocol'
import { nameOf, useDictionary } from '../indicators'
import styles from './statement-table.module.css'

interface GroupRowProps {
  id: string
  group: RowGroup
  by: Grouping
  collapsed: boolean
  index: number
  top: number
  current: boolean
  columns: number
  onGo: (index: number, column: null, event: MouseEvent) => void
  onCollapse: (value: string, collapsed: boolean) => void
}

/** What a group is called. */
function useName({ value, label }: RowGroup, by: Grouping): string {
  const { t, i18n } = useTranslation()
  const dictionary = useDictionary()
  if (by === 'status') return t(`statementTable.status.${value}`)
  if (by === 'indicator') return nameOf(dictionary, value, i18n.language, t) || t('statementTable.unclassified')
  return label || value || t(`statementTable.without.${by}`)
}

/** The head of a group, with how many rows it has and how many of them are not settled. */
export function GroupRow({ id, group, by, collapsed, index, top, current, columns, onGo, onCollapse }: GroupRowProps) {
  const { t } = useTranslation()
  const name = useName(group, by)
  const Arrow = collapsed ? ChevronRight : ChevronDown
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid, which handles the keys
    // biome-ignore lint/a11y/useSemanticElements: of a <table> all rows would have to exist
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      data-current={current}
      className={styles.group}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => onGo(index, null, event)}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="gridcell" aria-colspan={columns} className={styles.groupCell}>
        <button
          type="button"
          tabIndex={-1}
          aria-expanded={!collapsed}
          className={styles.fold}
          onClick={(event) => {
            if (!event.ctrlKey && !event.metaKey && !event.shiftKey) onCollapse(group.value, !collapsed)
          }}
        >
          <Arrow size={14} aria-hidden />
          <strong>{name}</strong>
        </button>
        <span className="db-figures">{t('statementTable.group.count', { count: group.count })}</span>
        {group.suggested > 0 && (
          <span className={`${styles.open} db-figures`}>
            {t('statementTable.group.open', { count: group.suggested })}
          </span>
        )}
      </div>
    </div>
  )
}
