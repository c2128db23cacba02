import { useTranslation } from 'react-i18next'
import { usePreferences } from '../../../bridge'
import styles from './reading.module.css'
import { readingStyle } from './reading-type'
import { useGround } from './use-ground'

/** A sentence in the type that is set. */
export function ReadingSample() {
  const { t } = useTranslation()
  const settings = usePreferences((state) => state.settings)
  const ground = useGround()
  return (
    <p
      className={`${styles.sample} db-selectable`}
      lang="zh-CN"
      style={readingStyle(settings)}
      {...(ground && { 'data-ground': ground })}
    >
      {t('settings.reading.sample')}
    </p>
  )
}
