import type { WebContents } from 'electron'

/**
 * Calls back whenever the page of these contents begins to load anew, and has forgotten what it knew. A frame inside it
 * that loads is no such thing: a window makes one where Chromium's IndexedDB answers it no more.
 */
export function onPageLoads(contents: Pick<WebContents, 'on'>, loads: () => void): void {
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) loads()
  })
}
