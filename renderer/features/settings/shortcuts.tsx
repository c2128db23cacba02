import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { displayKeys, runCommand } from '../../workbench'
import styles from './settings.module.css'

/** The way to the sheet that lists every key. */
export function Shortcuts() {
  const { t } = useTranslation()
  return (
    <>
      <h2 className={styles.subheading}>{t('settings.keys.title')}</h2>
      <p>
        <Button onClick={() => runCommand('app.shortcuts')}>
          {t('settings.keys.open')} <kbd className={styles.key}>{displayKeys('Mod+/')}</kbd>
        </Button>
      </p>
    </>
  )
}
