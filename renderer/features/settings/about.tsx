import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../../bridge'
import { runCommand } from '../../workbench'
import styles from './settings.module.css'

/** What this program is, which version, what it runs on, and its licence. */
export function About() {
  const { t } = useTranslation()
  const info = usePreferences((state) => state.info)
  return (
    <>
      <h2 className={styles.subheading}>{t('settings.about.title')}</h2>
      <p className={styles.hint}>{t('settings.about.what')}</p>
      {info && (
        <dl className={`${styles.about} db-selectable db-figures`}>
          <dt>{t('settings.about.version')}</dt>
          <dd>{info.packaged ? info.version : t('settings.about.fromSource', { version: info.version })}</dd>
          <dt>Electron</dt>
          <dd>{info.electron}</dd>
          <dt>Chromium</dt>
          <dd>{info.chromium}</dd>
          <dt>Node.js</dt>
          <dd>{info.node}</dd>
          <dt>{t('settings.about.platform')}</dt>
          <dd>{info.platform}</dd>
          <dt>{t('settings.about.licence')}</dt>
          <dd>
            Apache-2.0{' '}
            <Button type="link" size="small" onClick={() => runCommand('view.licences')}>
              {t('settings.licences.title')}
            </Button>
          </dd>
        </dl>
      )}
    </>
  )
}
