import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLive } from '../../../storage'
import { openBulk } from '../bulk/state'
import { formatsFor } from '../formats'
import type { LibraryLine } from '../rows'
import styles from './inspector.module.css'

/** How the file was read: format, encoding and why; what was left out; and the way to have it read otherwise. */
export function ReadingPart({ line }: { line: LibraryLine }) {
  const { t, i18n } = useTranslation()
  const { reading } = line
  const { figure } = formatsFor(i18n.language)
  const pages = useLive(async (db) => (await db.texts.get(reading.id))?.pages.length ?? 0, [reading.id]) ?? 0
  return (
    <section aria-label={t('library.inspector.reading')}>
      <h3 className={styles.subtitle}>{t('library.inspector.reading')}</h3>
      <dl className={`${styles.facts} db-selectable db-figures`}>
        <dt>{t('library.column.format')}</dt>
        <dd>{t(`library.format.${reading.format}`)}</dd>
        {reading.encoding && (
          <>
            <dt>{t('library.column.encoding')}</dt>
            <dd>{t(`library.encoding.${reading.encoding}`)}</dd>
          </>
        )}
        <dt>{t('library.inspector.because')}</dt>
        <dd>{t(reading.encodingReason.key, reading.encodingReason.params)}</dd>
        <dt>{t('library.column.characters')}</dt>
        <dd>{figure.format(reading.characters)}</dd>
        {pages > 0 && (
          <>
            <dt>{t('library.inspector.pages')}</dt>
            <dd>{figure.format(pages)}</dd>
          </>
        )}
        {reading.remarks.length > 0 && (
          <>
            <dt>{t('library.inspector.remarks')}</dt>
            <dd>
              {reading.remarks.map(({ key, params }) => (
                <p key={`${key} ${JSON.stringify(params)}`} className={styles.remark}>
                  {t(key, params)}
                </p>
              ))}
            </dd>
          </>
        )}
      </dl>
      <Button size="small" onClick={() => openBulk('reread', [line])}>
        {t('library.inspector.reread')}
      </Button>
    </section>
  )
}
