import { app, type Session, type WebContents } from 'electron'
import { isAllowedRequest, isGranted } from './session-rules'

/** Closes a session: no permissions, no devices, no network, no spell-check dictionaries to fetch. */
export function secureSession(session: Session, devServer: string | null): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) =>
    decide(isGranted(permission, details.requestingUrl)),
  )
  session.setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission, origin))
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isAllowedRequest(details.url, devServer) }))
  session.setSpellCheckerEnabled(false)
  // Off is not enough: Chromium fetches the dictionary of its languages all the same.
  session.setSpellCheckerLanguages([])
  session.on('will-download', (event) => event.preventDefault())
}

/** Closes every window's contents: no way to another page, no new window, no webview. */
export function secureContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-navigate', (event) => refuseNavigation(event, contents))
    contents.on('will-frame-navigate', (event) => refuseNavigation(event, contents))
  })
}

/** A page may load itself again, nothing else. */
function refuseNavigation(event: { url: string; preventDefault(): void }, contents: WebContents): void {
  if (event.url !== contents.getURL()) event.preventDefault()
}
