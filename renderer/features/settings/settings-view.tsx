import { Input, Segmented } from 'antd'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#shared/ipc/settings'
import { usePreferences } from '../../bridge'
import { WatchedFolders } from '../import'
import { About } from './about'
import { change } from './change'
import { ReadingControls } from './reading/reading-controls'
import { ReadingSample } from './reading/reading-sample'
import styles from './settings.module.css'
import { Shortcuts } from './shortcuts'

function Row({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset per line would be read out as a form of its own
    <div className={styles.row} role="group" aria-labelledby={id}>
      <div className={styles.label} id={id}>
        {label}
      </div>
      <div className={styles.control}>
        {children}
        {hint && <p className={styles.hint}>{hint}</p>}
      </div>
    </div>
  )
}

/** The author's name; written when the field is left or Enter is pressed, not with each letter. */
function AuthorField() {
  const { t } = useTranslation()
  const author = usePreferences((state) => state.settings.author)
  const user = usePreferences((state) => state.info?.user ?? '')
  const [value, setValue] = useState(author)
  useEffect(() => setValue(author), [author])
  const keep = () => {
    if (value.trim() !== author) void change({ author: value.trim() })
  }
  return (
    <Input
      value={value}
      maxLength={100}
      placeholder={user}
      aria-label={t('settings.author.label')}
      onChange={(event) => setValue(event.target.value)}
      onBlur={keep}
      onPressEnter={keep}
    />
  )
}

/** 设置 */
export function SettingsView() {
  const { t } = useTranslation()
  const settings = usePreferences((state) => state.settings)
  const options = <K extends keyof Settings>(key: K, values: readonly Settings[K][]) =>
    values.map((value) => ({ value, label: t(`settings.${key}.${value}`) }))
  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <h1 className={styles.heading}>{t('settings.title')}</h1>
        <Row label={t('settings.language.label')}>
          <Segmented
            aria-label={t('settings.language.label')}
            value={settings.language}
            options={options('language', ['system', 'zh-CN', 'en'])}
            onChange={(language) => change({ language })}
          />
        </Row>
        <Row label={t('settings.theme.label')}>
          <Segmented
            aria-label={t('settings.theme.label')}
            value={settings.theme}
            options={options('theme', ['system', 'light', 'dark'])}
            onChange={(theme) => change({ theme })}
          />
        </Row>
        <Row label={t('settings.author.label')} hint={t('settings.author.hint')}>
          <AuthorField />
        </Row>
        <Row label={t('import.watch.label')} hint={t('import.watch.hint')}>
          <WatchedFolders />
        </Row>
        <h2 className={styles.subheading}>{t('settings.reading.title')}</h2>
        <ReadingControls />
        <ReadingSample />
        <Shortcuts />
        <About />
      </div>
    </div>
  )
}
