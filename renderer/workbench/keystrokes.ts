/** Whether this is macOS, where Mod is ⌘ and not Ctrl. */
export const MAC = /mac/i.test(globalThis.navigator?.platform ?? '')

/** One press of a key with its modifiers. */
export interface Stroke {
  mod: boolean
  alt: boolean
  shift: boolean
  /** Upper-case letter, digit, sign or the name of the key. */
  key: string
}

const PART = /^(Mod|Alt|Shift)$/

/** Each key that is pressed is held against those of all commands. */
const parsed = new Map<string, Stroke>()

/** Reads `Mod+Shift+P`; the last part is the key, `+` itself included (`Mod++`). */
export function parseKeys(text: string): Stroke {
  const stroke = parsed.get(text) ?? strokeOf(text)
  parsed.set(text, stroke)
  return stroke
}

function strokeOf(text: string): Stroke {
  const parts = text.endsWith('++') ? [...text.slice(0, -2).split('+'), '+'] : text.split('+')
  const key = parts.at(-1) || '+'
  const modifiers = new Set(parts.slice(0, -1).filter((part) => PART.test(part)))
  return {
    mod: modifiers.has('Mod'),
    alt: modifiers.has('Alt'),
    shift: modifiers.has('Shift'),
    key: key.length === 1 ? key.toUpperCase() : key,
  }
}

/** How keys are written for people: Ctrl+Shift+P, on macOS ⌘⇧P. */
export function displayKeys(text: string): string {
  const { mod, alt, shift, key } = parseKeys(text)
  const named = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc' }[key] ?? key
  if (MAC) return `${mod ? '⌘' : ''}${alt ? '⌥' : ''}${shift ? '⇧' : ''}${named}`
  return [...(mod ? ['Ctrl'] : []), ...(alt ? ['Alt'] : []), ...(shift ? ['Shift'] : []), named].join('+')
}
