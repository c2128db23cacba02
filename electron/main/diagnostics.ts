import { userInfo } from 'node:os'
import { app } from 'electron'
import type { Output } from '#shared/ipc/contract'
import type { SystemState } from '#shared/ipc/settings'
import { codeOf } from '../files/problem'

/** The user's name on this machine; '' where the system has none (a container without a user entry). */
export function userName(logFailure: (error: unknown) => void): string {
  try {
    return userInfo().username
  } catch (error) {
    logFailure(error)
    return ''
  }
}

/** The program and its version, as a package names what wrote it. */
export const programName = (): string => `${app.getName()} ${app.getVersion()}`

/** Version, runtime and state: the answer to `app:info`. */
export function appInfo(system: SystemState, user: string): Output<'app:info'> {
  return {
    version: app.getVersion(),
    electron: process.versions.electron,
    chromium: process.versions.chrome,
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    packaged: app.isPackaged,
    system,
    user,
  }
}

/** What a user sends along with a report of a defect: no names, no paths, no contents. */
export function diagnostics(info: Output<'app:info'>): string {
  const { user: _user, system, ...rest } = info
  return [...Object.entries(rest), ...Object.entries(system)].map(([name, value]) => `${name}: ${value}`).join('\n')
}

/** An error with its causes, for the clipboard. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause === undefined ? '' : `\ncause: ${describeError(error.cause)}`
  return `${error.stack ?? `${codeOf(error)}: ${error.message}`}${cause}`
}
