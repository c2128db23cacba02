import type { Handlers } from './handle'

export interface WindowNeeds {
  /** The window has its listeners: what waited for it is sent. */
  windowReady(contents: unknown): void
  /** Opens another window of the workbench. */
  openWindow(): Promise<void>
}

/** Handlers of `window:*`. */
export const windowHandlers = (needs: WindowNeeds): Pick<Handlers, 'window:ready' | 'window:new'> => ({
  'window:ready': (_input, asking) => {
    needs.windowReady(asking)
    return null
  },
  'window:new': async () => {
    await needs.openWindow()
    return null
  },
})
