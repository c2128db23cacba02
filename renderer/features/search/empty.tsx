import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { parseQuery } from '#shared/search/parse'
import { useLive } from '../../storage'
import { runCommand } from '../../workbench'
import { isCombined, type SearchController } from './controller'
import { hasLookedThrough, looseningsOf } from './question'
import styles from './search.module.css'
import { useSearch } from './use-search'

/** What stands where the hits would be when there are none: why, and what to do. */
export function Empty({ controller }: { controller: SearchController }) {
  const { t } = useTranslation()
  const answered = useSearch(controller, (state) => state.answered)
  const asking = useSearch(controller, (state) => state.asking)
  const found = useSearch(controller, (state) => state.found)
  const hasTexts = useLive(
    async (db) =>
      (await db.sources
        .filter(({ hidden }) => !hidden)
        .limit(1)
        .count()) > 0,
    [],
  )
  if (asking || hasTexts === undefined) return <div className={styles.empty} />
  if (!hasTexts)
    return (
      <div className={styles.empty}>
        <p>{t('search.empty.noTexts')}</p>
        <Button type="primary" onClick={() => runCommand('import.files')}>
          {t('search.empty.import')}
        </Button>
      </div>
    )
  if (!answered || !found)
    return (
      <div className={styles.empty}>
        <p>{t('search.empty.start')}</p>
        <p className={styles.hint}>{t('search.empty.startHint')}</p>
      </div>
    )
  const { query } = parseQuery(answered.query)
  const loosenings = looseningsOf(answered, query !== null && isCombined(query))
  return (
    <div className={styles.empty}>
      <p>{t(`search.empty.${hasLookedThrough(found) ? 'nothing' : 'nothingLeft'}`)}</p>
      {loosenings.length > 0 && (
        <fieldset className={styles.loosen} aria-label={t('search.empty.loosen')}>
          <span className={styles.hint}>{t('search.empty.loosen')}</span>
          {loosenings.map((what) => (
            <Button key={what} size="small" onClick={() => controller.loosen(what)}>
              {t(`search.loosen.${what}`)}
            </Button>
          ))}
        </fieldset>
      )}
    </div>
  )
}
