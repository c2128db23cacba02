import {
  type DockviewApi,
  DockviewReact,
  type DockviewReadyEvent,
  type IDockviewPanelHeaderProps,
  type IDockviewPanelProps,
} from 'dockview-react'
import { X } from 'lucide-react'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { attachHost, displayKeys, openView } from '../../workbench'
import { enterView, isFocusLost } from '../areas'
import { viewOf } from '../registry'
import 'dockview-react/dist/styles/dockview.css'
import './dock.css'
import { createHost, hasOwnTitle, locationOf, TAB_COMPONENT } from './host'
import styles from './layout.module.css'
import { recallLayout, rememberLayout } from './memory'
import { onSides, useSides } from './sides'
import { ViewFrame } from './view-frame'

const THEME = { name: 'duibiao', className: 'dockview-theme-duibiao' }

/** A change of the layout is kept this long after it, in milliseconds: a drag makes many. */
const REMEMBER_AFTER = 300

function Panel({ params, api }: IDockviewPanelProps) {
  const location = locationOf(params)
  const view = viewOf(location?.type ?? '')
  const [visible, setVisible] = useState(api.isVisible)
  useEffect(() => {
    const changed = api.onDidVisibilityChange((event) => setVisible(event.isVisible))
    return () => changed.dispose()
  }, [api])
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!visible) return
    // A view that was hidden while it had the focus leaves it on nothing that is seen: the shown one takes it.
    const next = requestAnimationFrame(() => {
      if (api.isActive && isFocusLost(document)) enterView(document, () => frame.current)
    })
    return () => cancelAnimationFrame(next)
  }, [visible, api])
  if (!location || !view) return null
  return <ViewFrame frame={frame} view={view} viewKey={location.key} params={location.params} visible={visible} />
}

function Tab({ api, params }: IDockviewPanelHeaderProps) {
  const { t } = useTranslation()
  const view = viewOf(locationOf(params)?.type ?? '')
  // A view that has its text at once sets its title before an effect of the tab would hear of it.
  const hear = useCallback(
    (told: () => void) => {
      const changed = api.onDidTitleChange(told)
      return () => changed.dispose()
    },
    [api],
  )
  const title = useSyncExternalStore(hear, () => api.title)
  const tab = useRef<HTMLDivElement>(null)
  // Where there are more tabs than have room, the one in front is seen, also when it or the bar gets another width.
  useEffect(() => {
    const { current } = tab
    const bar = current?.closest('.dv-scrollable')
    if (!current || !bar) return
    const show = () => {
      if (api.isVisible) current.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    }
    const observer = new ResizeObserver(show)
    observer.observe(current)
    observer.observe(bar)
    const changed = api.onDidVisibilityChange(show)
    return () => {
      observer.disconnect()
      changed.dispose()
    }
  }, [api])
  const kind = view ? t(view.titleKey) : ''
  // Dockview names the tab for screen readers by its title, so the kind's name is set there too.
  useEffect(() => {
    if (!hasOwnTitle(api.id)) api.setTitle(kind)
  }, [api, kind])
  if (!view) return null
  const shown = title ?? kind
  const Icon = view.icon
  return (
    <div
      ref={tab}
      className={styles.tab}
      title={shown}
      onAuxClick={(event) => {
        if (event.button === 1) api.close()
      }}
    >
      <Icon size={14} strokeWidth={1.75} aria-hidden className={styles.tabIcon} />
      <span className={styles.tabTitle}>{shown}</span>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: no button may lie inside a tab; keys close it by command */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
      <span
        className={styles.tabClose}
        title={t('app.layout.closeTab', { title: shown })}
        onPointerDown={(event) => event.stopPropagation()}
        onClick={(event) => {
          event.stopPropagation()
          api.close()
        }}
      >
        <X size={13} strokeWidth={1.75} aria-hidden />
      </span>
    </div>
  )
}

function Watermark() {
  const { t } = useTranslation()
  return (
    <div className={styles.watermark}>
      <p>{t('app.layout.empty')}</p>
      <p>{t('app.layout.emptyHint', { keys: displayKeys('Mod+K') })}</p>
    </div>
  )
}

const COMPONENTS = { [TAB_COMPONENT]: Panel }

/** The tabs and splits in the middle, as dockview shows them; brings back the project's layout. */
export function Dock({ project }: { project: string }) {
  const { t, i18n } = useTranslation()
  const [api, setApi] = useState<DockviewApi | null>(null)
  const ready = useCallback((event: DockviewReadyEvent) => setApi(event.api), [])

  useEffect(() => {
    if (!api) return
    const { host, dispose } = createHost(api)
    const detach = attachHost(host)
    if (!recallLayout(project, api)) openView({ type: 'library', key: '', params: {} })
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(() => rememberLayout(project, api), REMEMBER_AFTER)
    }
    const now = () => rememberLayout(project, api)
    const changed = api.onDidLayoutChange(later)
    const sides = onSides(later)
    window.addEventListener('pagehide', now)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', now)
      sides()
      changed.dispose()
      detach()
      dispose()
    }
  }, [api, project])

  const dock = useRef<HTMLDivElement>(null)
  const room = useSides(({ left, right, bottom }) => [left, right, bottom].map((side) => side.open && side.size).join())
  // Dockview hears of another size a frame or more later: a text that is opened meanwhile would be drawn at both.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the side areas leave
  useLayoutEffect(() => {
    if (dock.current) api?.layout(dock.current.clientWidth, dock.current.clientHeight)
  }, [api, room])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the messages follow the language
  const messages = useMemo(
    () => ({
      closeTab: (title: string) => t('app.layout.closeTab', { title }),
      closeTabPlain: () => t('app.layout.close'),
      panelOpened: () => '',
      panelClosed: () => '',
    }),
    [i18n.language],
  )

  return (
    <DockviewReact
      ref={dock}
      className={styles.dock ?? ''}
      theme={THEME}
      components={COMPONENTS}
      defaultTabComponent={Tab}
      watermarkComponent={Watermark}
      defaultRenderer="always"
      disableFloatingGroups
      announcements={false}
      messages={messages}
      onReady={ready}
    />
  )
}
