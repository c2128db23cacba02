import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { DICTIONARIES, type Language } from '#shared/locales/translate'

/**
 * Starts i18next with both dictionaries bundled: nothing is loaded, a switch is live. Keys are those of
 * `shared/locales` (`library.title`); a string missing in English shows in Chinese.
 */
export async function startTranslation(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    supportedLngs: ['zh-CN', 'en'],
    resources: { 'zh-CN': { translation: DICTIONARIES['zh-CN'] }, en: { translation: DICTIONARIES.en } },
    // React escapes already.
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  document.documentElement.lang = language
}

/** Switches the language of the running window. */
export async function switchLanguage(language: Language): Promise<void> {
  document.documentElement.lang = language
  if (i18next.language !== language) await i18next.changeLanguage(language)
}
