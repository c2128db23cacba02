import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Output } from '#shared/ipc/contract'
import type { Result } from '#shared/ipc/result'
import { Settings, type SystemState } from '#shared/ipc/settings'
import { listen } from './listen'
import { request } from './request'

/** What this program is and runs on. */
export type AppInfo = Output<'app:info'>

export interface Preferences {
  /** What the user set; kept by main. */
  settings: Settings
  /** Language and theme in force, after `system` is resolved. */
  system: SystemState
  /** Null until main answered. */
  info: AppInfo | null
}

const store = createStore<Preferences>(() => ({
  settings: Settings.parse({}),
  system: { language: 'zh-CN', dark: false },
  info: null,
}))

/** Writes that main has not answered yet: what it says meanwhile is older than what the user set since. */
let unanswered = 0

/** Reads settings and system state from main and follows their changes. */
export async function loadPreferences(): Promise<Result<null>> {
  listen('settings:changed', (settings) => {
    if (unanswered === 0) store.setState({ settings })
  })
  listen('system:changed', (system) => store.setState({ system }))
  const [info, settings] = await Promise.all([request('app:info', null), request('settings:read', null)])
  if (info.ok) store.setState({ info: info.value, system: info.value.system })
  if (settings.ok) store.setState({ settings: settings.value })
  if (!info.ok) return info
  return settings.ok ? { ok: true, value: null } : settings
}

/** Settings, system state and program info as they are now. */
export const preferences = (): Preferences => store.getState()

/** Calls the listener after each change; returns the function that stops it. */
export const onPreferences = (listener: (now: Preferences) => void): (() => void) => store.subscribe(listener)

/** Settings, system state and program info as React state. */
export const usePreferences = <T>(select: (state: Preferences) => T): T => useStore(store, select)

/** Changes some settings; every window hears of it through `settings:changed`. */
export async function changeSettings(patch: Partial<Settings>): Promise<Result<Settings>> {
  const before = store.getState().settings
  store.setState({ settings: { ...before, ...patch } })
  unanswered += 1
  const result = await request('settings:write', { ...before, ...patch })
  unanswered -= 1
  if (unanswered === 0) store.setState({ settings: result.ok ? result.value : before })
  return result
}

/** The name written on everything made: the one set, else the system's user name. */
export const currentAuthor = (): string => store.getState().settings.author || (store.getState().info?.user ?? '')
