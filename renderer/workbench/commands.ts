import { useSyncExternalStore } from 'react'

/** Something the user can do: it is in the palette, may have keys and may be in the menu under the same id. */
export interface Command {
  /** `feature.verb`, the same id as in the application menu. */
  id: string
  /** Locale key of its name. */
  titleKey: string
  /**
   * Keys, the first is shown: `Mod+Shift+P`, `Alt+ArrowLeft`, `F3`, `a`. `Mod` is Ctrl, on macOS Cmd.
   * Keys without Mod or Alt work only inside their `scope`.
   */
  keys?: readonly string[]
  /** Keys work only while the focus is inside an element with this `data-key-scope`; everywhere when left out. */
  scope?: string
  /** False while it makes no sense: greyed in the palette, its keys do nothing. */
  enabled?: () => boolean
  /** False keeps it out of the palette (caret movements and the like). */
  palette?: boolean
  run: () => void | Promise<void>
}

const commands = new Map<string, Command>()
const listeners = new Set<() => void>()
let snapshot: readonly Command[] = []

function changed(): void {
  snapshot = [...commands.values()]
  for (const listener of listeners) listener()
}

/**
 * Adds commands; a later one with the same id replaces the earlier one until it is removed.
 * @returns the function that takes them out again
 */
export function registerCommands(added: readonly Command[]): () => void {
  const replaced = new Map<string, Command | undefined>()
  for (const command of added) {
    replaced.set(command.id, commands.get(command.id))
    commands.set(command.id, command)
  }
  changed()
  return () => {
    for (const command of added) {
      if (commands.get(command.id) !== command) continue
      const before = replaced.get(command.id)
      if (before) commands.set(command.id, before)
      else commands.delete(command.id)
    }
    changed()
  }
}

/** All commands, in the order they were added. */
export const allCommands = (): readonly Command[] => snapshot

let reportFailure: (error: unknown) => void = (error) => {
  throw error
}

/** Sets what is done with an error that a command threw; the app shows it. */
export function onCommandFailure(handler: (error: unknown) => void): void {
  reportFailure = handler
}

/**
 * Runs a command by its id.
 * @returns false when there is none or it is not enabled
 */
export function runCommand(id: string): boolean {
  const command = commands.get(id)
  if (!command || command.enabled?.() === false) return false
  try {
    Promise.resolve(command.run()).catch(reportFailure)
  } catch (error) {
    reportFailure(error)
  }
  return true
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** All commands as React state. */
export const useCommands = (): readonly Command[] => useSyncExternalStore(subscribe, () => snapshot)

/** One command as React state: drawn again when that one becomes another, whatever comes and goes beside it. */
export const useCommand = (id: string): Command | undefined => useSyncExternalStore(subscribe, () => commands.get(id))
