import { Button, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Report } from '#shared/model/report'
import { setMainVersion, ungroupReport, useLive, useSession, versionsOf } from '../../../storage'
import { attempt } from '../../places'
import { formatsFor } from '../formats'
import styles from './inspector.module.css'

/** The versions of one report (审议稿, 通过稿, 摘登, 网页, Word): which is the main one, and which belongs elsewhere. */
export function Versions({ report }: { report: Report }) {
  const { t, i18n } = useTranslation()
  const session = useSession()
  const versions = useLive((db) => versionsOf(db, report.id), [report.id]) ?? []
  const { figure } = formatsFor(i18n.language)
  const label = t('library.inspector.versions')
  return (
    <section aria-label={label}>
      <h3 className={styles.subtitle}>{label}</h3>
      <ul className={styles.versions}>
        {versions.map(({ report: version, source }) => (
          <li key={version.id} data-own={version.id === report.id}>
            <Radio
              checked={version.main}
              onChange={() => void attempt(setMainVersion(session, version.id))}
              aria-label={t('library.versions.makeMain', { name: source.name })}
            />
            <span className={styles.version}>
              <span>{source.name}</span>
              <span className={styles.quiet}>
                {[
                  t(`library.kind.${version.kind}`),
                  t(`library.format.${source.format}`),
                  t('library.versions.length', { count: figure.format(version.end - version.start) }),
                ].join(' · ')}
              </span>
            </span>
            <Button size="small" type="text" onClick={() => void attempt(ungroupReport(session, version.id))}>
              {t('library.versions.out')}
            </Button>
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>{t('library.versions.what')}</p>
    </section>
  )
}
