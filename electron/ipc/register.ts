import { CHANNELS, type Channel } from '#shared/ipc/channels'
import { type AppNeeds, appHandlers } from './app'
import { type BackupHandlerNeeds, backupHandlers } from './backup'
import { type ClipboardNeeds, clipboardHandlers } from './clipboard'
import { type ExportNeeds, exportHandlers } from './export'
import { type FileNeeds, fileHandlers } from './file'
import { type AnswerNeeds, answer, type Handlers, type RequestEvent } from './handle'
import { type ImportNeeds, importHandlers } from './import'
import { type JournalNeeds, journalHandlers } from './journal'
import { type PackageNeeds, packageHandlers } from './package'
import { type ProjectNeeds, projectHandlers } from './project'
import { type SettingsNeeds, settingsHandlers } from './settings'
import { type TextNeeds, textHandlers } from './text'
import { type WatchHandlerNeeds, watchHandlers } from './watch'
import { type WindowNeeds, windowHandlers } from './window'

/** What all handlers need of main. */
export type HandlerNeeds = AppNeeds &
  BackupHandlerNeeds &
  ClipboardNeeds &
  ExportNeeds &
  FileNeeds &
  ImportNeeds &
  JournalNeeds &
  PackageNeeds &
  ProjectNeeds &
  SettingsNeeds &
  TextNeeds &
  WatchHandlerNeeds &
  WindowNeeds

/** The part of Electron's `ipcMain` that is used. */
export interface HandlerRegistry {
  handle(channel: string, listener: (event: RequestEvent, payload: unknown) => Promise<unknown>): void
}

/** The handlers of every channel. */
export const allHandlers = (needs: HandlerNeeds): Handlers => ({
  ...appHandlers(needs),
  ...backupHandlers(needs),
  ...clipboardHandlers(needs),
  ...exportHandlers(needs),
  ...fileHandlers(needs),
  ...importHandlers(needs),
  ...journalHandlers(needs),
  ...packageHandlers(needs),
  ...projectHandlers(needs),
  ...settingsHandlers(needs),
  ...textHandlers(needs),
  ...watchHandlers(needs),
  ...windowHandlers(needs),
})

/** Registers the handler of every channel. */
export function registerHandlers(registry: HandlerRegistry, needs: HandlerNeeds, answering: AnswerNeeds): void {
  const handlers = allHandlers(needs)
  const register = <C extends Channel>(channel: C): void =>
    registry.handle(channel, answer(channel, handlers[channel], answering))
  for (const channel of CHANNELS) register(channel)
}
