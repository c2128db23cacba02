import { app, nativeTheme } from 'electron'
import type { Settings, SystemState } from '#shared/ipc/settings'
import { languageOf } from '#shared/locales/translate'

/** The language and theme in force: the user's choice, or the system's where none was made. */
export function systemState(settings: Settings): SystemState {
  return {
    language: settings.language === 'system' ? languageOf(app.getLocale()) : settings.language,
    dark: nativeTheme.shouldUseDarkColors,
  }
}

/** Puts the user's theme in force; Chromium's own parts (menus, scroll bars) follow it. */
export function applyTheme(settings: Settings): void {
  nativeTheme.themeSource = settings.theme
}
