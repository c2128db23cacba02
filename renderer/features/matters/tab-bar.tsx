import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { MattersController } from './controller'
import styles from './matters.module.css'
import { TABS, tabName } from './tabs'

/** The tables of the view, each with how many rows pass the filter. */
export function TabBar({ table }: { table: MattersController }) {
  const { t, i18n } = useTranslation()
  const bar = useRef<HTMLDivElement>(null)
  const tab = useStore(table.store, (state) => state.tab)
  const counts = useStore(table.store, (state) => state.counts)
  const keys = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const at = (TABS.indexOf(tab) + by + TABS.length) % TABS.length
    table.goToTab(TABS[at] ?? tab)
    bar.current?.querySelectorAll<HTMLElement>('[role=tab]')[at]?.focus()
  }
  return (
    <div
      ref={bar}
      role="tablist"
      tabIndex={-1}
      aria-label={t('matters.grid.tabs.label')}
      className={styles.tabs}
      onKeyDown={keys}
    >
      {TABS.map((one, index) => {
        const name = t(tabName(one))
        const count = counts[one].toLocaleString(i18n.language)
        return (
          <button
            key={one}
            type="button"
            role="tab"
            tabIndex={one === tab ? 0 : -1}
            aria-selected={one === tab}
            aria-label={t('matters.grid.tabs.tab', { name, count })}
            aria-keyshortcuts={String(index + 1)}
            title={`${name} (${index + 1})`}
            className={styles.tab}
            onClick={() => table.goToTab(one)}
          >
            {name}
            <span className="db-figures">{count}</span>
          </button>
        )
      })}
    </div>
  )
}
