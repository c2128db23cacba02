import { ConfigProvider } from 'antd'
import en from 'antd/es/locale/en_US'
import zhCN from 'antd/es/locale/zh_CN'
import { useEffect, useSyncExternalStore } from 'react'
import { usePreferences } from '../bridge'
import { ErrorBoundary } from './errors/error-boundary'
import { switchLanguage } from './i18n'
import type { Opening } from './project/open'
import { ProjectGate } from './project/project-gate'
import { antdTheme } from './theme'

const calmQuery = window.matchMedia('(prefers-reduced-motion: reduce)')
const useCalm = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      calmQuery.addEventListener('change', changed)
      return () => calmQuery.removeEventListener('change', changed)
    },
    () => calmQuery.matches,
  )

/** Sets the theme on the page, which theme.css takes from there. */
function usePageAttributes(): void {
  const dark = usePreferences((state) => state.system.dark)
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  }, [dark])
}

/** The whole window: theme and language around the project, whose opening has begun. */
export function App({ opening }: { opening: Opening }) {
  const { language, dark } = usePreferences((state) => state.system)
  const calm = useCalm()
  usePageAttributes()
  useEffect(() => {
    void switchLanguage(language)
  }, [language])
  return (
    <ConfigProvider
      theme={antdTheme(dark, calm)}
      locale={language === 'en' ? en : zhCN}
      componentSize="small"
      wave={{ disabled: calm }}
      button={{ autoInsertSpace: false }}
    >
      <ErrorBoundary titleKey="app.error.window">
        <ProjectGate first={opening} />
      </ErrorBoundary>
    </ConfigProvider>
  )
}
