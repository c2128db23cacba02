import { Languages, Moon, Sun } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../../bridge'
import { StatusButton } from '../../ui/status-button'
import { change } from './change'

/** Status bar: the language in force; a click takes the other. */
export function LanguageStatus() {
  const { t } = useTranslation()
  const language = usePreferences((state) => state.system.language)
  return (
    <StatusButton
      icon={Languages}
      label={t('settings.language.other')}
      onClick={() => change({ language: language === 'en' ? 'zh-CN' : 'en' })}
    >
      {language === 'en' ? 'English' : '中文'}
    </StatusButton>
  )
}

/** Status bar: light or dark; a click takes the other. */
export function ThemeStatus() {
  const { t } = useTranslation()
  const dark = usePreferences((state) => state.system.dark)
  return (
    <StatusButton
      icon={dark ? Moon : Sun}
      label={t('settings.theme.other')}
      onClick={() => change({ theme: dark ? 'light' : 'dark' })}
    >
      {t(dark ? 'settings.theme.dark' : 'settings.theme.light')}
    </StatusButton>
  )
}
