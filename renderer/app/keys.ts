import { allCommands, type Command, MAC, parseKeys, runCommand, type Stroke } from '../workbench'

/** Keys of a text field that are its own; everything else with Mod goes to the commands. */
const NATIVE_IN_TEXT = new Set(['Mod+Z', 'Mod+Shift+Z', 'Mod+Y', 'Mod+A', 'Mod+C', 'Mod+X', 'Mod+V'])

const isSign = (key: string): boolean => key.length === 1 && !/[A-Z0-9]/.test(key)

/** The stroke of a keyboard event. With Alt the letter is taken from the key's place, since macOS makes signs of it. */
function strokeOf(event: KeyboardEvent): Stroke {
  const place = /^(?:Key([A-Z])|Digit(\d))$/.exec(event.code)
  const named = event.altKey && place ? (place[1] ?? place[2] ?? event.key) : event.key
  return {
    mod: MAC ? event.metaKey : event.ctrlKey,
    alt: event.altKey,
    shift: event.shiftKey,
    key: named === ' ' ? 'Space' : named.length === 1 ? named.toUpperCase() : named,
  }
}

/** Whether a stroke is the one that a command names; Shift is part of a sign (`?`), so it isn't asked for there. */
function fits(wanted: Stroke, pressed: Stroke): boolean {
  if (pressed.key !== wanted.key || pressed.mod !== wanted.mod || pressed.alt !== wanted.alt) return false
  return pressed.shift === wanted.shift || isSign(wanted.key)
}

/** Where typed characters go: a text field, or an editable element that isn't marked read-only. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  const field = target.closest('input, textarea, select, [contenteditable="true"], [contenteditable=""]')
  if (!field) return false
  if (field instanceof HTMLInputElement) return !/^(checkbox|radio|button|submit|range|color)$/.test(field.type)
  return field.getAttribute('aria-readonly') !== 'true'
}

/** What Enter and Space press by themselves. */
const isPressable = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, a[href], summary, input, [role="button"]') !== null

const scopesOf = (target: EventTarget | null): string[] => {
  const scopes: string[] = []
  let at = target instanceof Element ? target.closest('[data-key-scope]') : null
  while (at) {
    scopes.push(...(at.getAttribute('data-key-scope') ?? '').split(' '))
    at = at.parentElement?.closest('[data-key-scope]') ?? null
  }
  return scopes
}

/** The commands that an event may run, the nearest scope first, then those without one. */
export function commandsFor(event: KeyboardEvent, commands: readonly Command[]): Command[] {
  if (event.isComposing || event.defaultPrevented) return []
  const scopes = scopesOf(event.target)
  const modal = event.target instanceof Element && event.target.closest('[aria-modal="true"]') !== null
  const typing = isTextField(event.target)
  const pressing = /^(Enter| )$/.test(event.key) && isPressable(event.target)
  const pressed = strokeOf(event)
  const found: { command: Command; rank: number }[] = []
  for (const command of commands) {
    const rank = command.scope === undefined ? scopes.length : scopes.indexOf(command.scope)
    // Behind an open dialog nothing may happen.
    if (rank < 0 || (modal && command.scope === undefined)) continue
    const hit = command.keys?.find((keys) => {
      const stroke = parseKeys(keys)
      if (!fits(stroke, pressed)) return false
      const strong = stroke.mod || stroke.alt || /^F\d+$/.test(stroke.key)
      if (!strong && (typing || pressing || command.scope === undefined)) return false
      return !(typing && NATIVE_IN_TEXT.has(keys))
    })
    if (hit) found.push({ command, rank })
  }
  return found.sort((a, b) => a.rank - b.rank).map((entry) => entry.command)
}

/**
 * Listens to keys and to the mouse's back and forward buttons for the whole window: the one place where they become
 * commands.
 * @returns the function that stops it
 */
export function listenToKeys(target: Window): () => void {
  const down = (event: KeyboardEvent) => {
    for (const command of commandsFor(event, allCommands())) {
      if (!runCommand(command.id)) continue
      event.preventDefault()
      return
    }
  }
  const mouse = (event: MouseEvent) => {
    const command = { 3: 'go.back', 4: 'go.forward' }[event.button]
    if (command && runCommand(command)) event.preventDefault()
  }
  target.addEventListener('keydown', down)
  target.addEventListener('mouseup', mouse)
  return () => {
    target.removeEventListener('keydown', down)
    target.removeEventListener('mouseup', mouse)
  }
}
