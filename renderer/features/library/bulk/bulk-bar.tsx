import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { displayKeys } from '../../../workbench'
import styles from './bulk.module.css'
import { type BulkAction, type BulkLine, openBulk, reportIds } from './state'

const ACTIONS: readonly { action: BulkAction; keys: string; least: number }[] = [
  { action: 'edit', keys: 'e', least: 0 },
  { action: 'confirm', keys: 'c', least: 1 },
  { action: 'reread', keys: 'r', least: 0 },
  { action: 'group', keys: 'g', least: 2 },
  { action: 'hide', keys: 'Delete', least: 0 },
]

interface BulkBarProps {
  lines: readonly BulkLine[]
  onClear: () => void
  /** Actions that make sense where it stands. */
  actions?: readonly BulkAction[]
}

/** What can be done with the marked lines, under the table. */
export function BulkBar({ lines, onClear, actions }: BulkBarProps) {
  const { t } = useTranslation()
  const reports = reportIds(lines).length
  return (
    <section className={styles.bar} aria-label={t('library.bulk.label')}>
      <span className={`${styles.count} db-figures`} role="status">
        {t('library.bulk.count', { count: lines.length })}
      </span>
      {ACTIONS.filter(({ action }) => !actions || actions.includes(action)).map(({ action, keys, least }) => (
        <Button
          key={action}
          title={displayKeys(keys)}
          disabled={reports < least}
          onClick={() => openBulk(action, lines)}
        >
          {t(`library.bulk.action.${action}`)}
        </Button>
      ))}
      <Button type="text" title="Esc" onClick={onClear}>
        {t('library.bulk.clear')}
      </Button>
    </section>
  )
}
