import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { displayKeys, runCommand } from '../../workbench'
import { chooseNone } from './choosing'
import type { QuotesController } from './controller'
import styles from './quotes.module.css'

/** What can be done with the chosen quotes, with the command and the key of each. */
const VERBS = [
  { word: 'add', command: 'addCode', keys: 'c' },
  { word: 'take', command: 'takeCode', keys: 'Shift+C' },
  { word: 'copy', command: 'copy', keys: 'Mod+C' },
  { word: 'remove', command: 'remove', keys: 'Delete' },
] as const

/** What can be done with the chosen quotes, under the list. */
export function BulkBar({ list }: { list: QuotesController }) {
  const { t, i18n } = useTranslation()
  const count = useStore(list.store, (state) => state.chosen.size)
  const working = useStore(list.store, (state) => state.working)
  if (count === 0) return null
  return (
    <section className={styles.bulk} aria-label={t('quotes.bulk.label')}>
      <span className={`${styles.chosen} db-figures`} role="status">
        {t('quotes.bulk.count', { count: count.toLocaleString(i18n.language) })}
      </span>
      {VERBS.map(({ word, command, keys }) => (
        <Button
          key={word}
          danger={word === 'remove'}
          disabled={working}
          title={displayKeys(keys)}
          onClick={() => runCommand(`quotes.${command}`)}
        >
          {t(`quotes.bulk.${word}`)}
        </Button>
      ))}
      <Button type="text" title="Esc" onClick={() => chooseNone(list)}>
        {t('quotes.bulk.clear')}
      </Button>
    </section>
  )
}
