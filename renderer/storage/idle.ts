/** How long a busy window is waited for, in milliseconds. */
const PATIENCE = 500

/**
 * Resolves when the window has drawn what it was told and has nothing else to do, after half a second at the latest: for
 * what it does not show yet. At once where there is no window.
 */
export const untilIdle = (): Promise<void> =>
  new Promise((resolve) => {
    if (!('requestIdleCallback' in globalThis)) return resolve()
    requestIdleCallback(() => resolve(), { timeout: PATIENCE })
  })
