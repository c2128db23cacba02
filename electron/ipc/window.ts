import type { Handlers } from './handle'

export interface WindowNeeds {
  /** The window has its listeners: what waited for it is sent. */
  windowReady(): void
}

/** Handlers of `window:*`. */
export const windowHandlers = (needs: WindowNeeds): Pick<Handlers, 'window:ready'> => ({
  'window:ready': () => {
    needs.windowReady()
    return null
  },
})
