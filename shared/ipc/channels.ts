/**
 * The names of everything that crosses between main and a window. This file holds names only, no schema library:
 * the sandboxed preload imports it and can load nothing else.
 */

/** Requests of a window, answered by main with a `Result`. */
export const CHANNELS = [
  'app:info',
  'settings:read',
  'settings:write',
  'project:open',
  'project:list',
  'project:create',
  'project:switch',
  'project:rename',
  'project:duplicate',
  'project:remove',
  'project:recover',
  'project:erase',
  'project:check',
  'package:begin',
  'package:member',
  'package:finish',
  'package:cancel',
  'package:open',
  'package:stop',
  'package:adopt',
  'package:journal',
  'package:import',
  'package:close',
  'text:import',
  'backup:state',
  'backup:choose',
  'backup:change',
  'backup:now',
  'backup:stop',
  'backup:list',
  'backup:restore',
  'journal:append',
  'journal:read',
  'import:choose',
  'import:paths',
  'import:sample',
  'import:restore',
  'import:cancel',
  'import:pause',
  'import:status',
  'import:interrupted',
  'import:resume',
  'import:discard',
  'import:reread',
  'watch:list',
  'watch:choose',
  'watch:remove',
  'watch:pending',
  'watch:import',
  'watch:dismiss',
  'export:save',
  'export:pdf',
  'file:open',
  'clipboard:write',
  'window:ready',
  'window:new',
] as const
export type Channel = (typeof CHANNELS)[number]

/** What main tells a window unasked. */
export const EVENTS = [
  'import:progress',
  'import:held',
  'watch:found',
  'project:listChanged',
  'project:checked',
  'project:securing',
  'package:progress',
  'backup:changed',
  'journal:behind',
  'menu:command',
  'settings:changed',
  'system:changed',
] as const
export type EventName = (typeof EVENTS)[number]

/** The message with which the preload hands the importer page its port (`window.postMessage`, own origin). */
export const IMPORT_PORT = 'import:port'

/** What the preload exposes as `window.duibiao`. */
export interface DuibiaoBridge {
  invoke(channel: Channel, payload: unknown): Promise<unknown>
  /** Listens to an event; returns the function that stops it. */
  on(event: EventName, listener: (payload: unknown) => void): () => void
  /** The path of a dropped `File`, '' for one that is not on disk. `import:paths` takes such paths and no others. */
  pathForFile(file: unknown): string
}
