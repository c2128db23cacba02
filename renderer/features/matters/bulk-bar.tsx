import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useSession } from '../../storage'
import { displayKeys } from '../../workbench'
import { settle, VERBS } from './actions'
import { chooseNone } from './choosing'
import type { MattersController } from './controller'
import styles from './matters.module.css'

const KEYS = { accept: 'a', reject: 'r', reset: 'u' } as const

/** What can be done with the chosen matters, under the table. */
export function BulkBar({ table }: { table: MattersController }) {
  const { t, i18n } = useTranslation()
  const session = useSession()
  const count = useStore(table.store, (state) => state.chosen.size)
  const working = useStore(table.store, (state) => state.working)
  if (count === 0) return null
  return (
    <section className={styles.bulk} aria-label={t('matters.grid.bulk.label')}>
      <span className={`${styles.chosen} db-figures`} role="status">
        {t('matters.grid.bulk.count', { count: count.toLocaleString(i18n.language) })}
      </span>
      {VERBS.map((verb) => (
        <Button
          key={verb}
          disabled={working}
          title={displayKeys(KEYS[verb])}
          onClick={() => void settle(session, table, verb)}
        >
          {t(`matters.grid.verb.${verb}`)}
        </Button>
      ))}
      <Button type="text" title="Esc" onClick={() => chooseNone(table)}>
        {t('matters.grid.bulk.clear')}
      </Button>
    </section>
  )
}
