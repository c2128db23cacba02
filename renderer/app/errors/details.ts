import { preferences } from '../../bridge'

/** What is copied of an error: itself, where it came from, and what the program runs on. No text of the user's. */
export function errorDetails(error: unknown, trace = ''): string {
  const { info } = preferences()
  const said = error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error)
  const runtime = info
    ? `Duibiao ${info.version} · Electron ${info.electron} · Chromium ${info.chromium} · ${info.platform}`
    : navigator.userAgent
  return [said, trace.trim(), runtime, new Date().toISOString()].filter(Boolean).join('\n\n')
}
