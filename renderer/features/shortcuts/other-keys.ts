/** Keys that are no commands: those that lists, tables, trees and dialogs have of themselves. */
interface OtherKey {
  /** Locale key of what they do. */
  titleKey: string
  keys: readonly string[]
}

/** Groups of such keys, each under `shortcuts.group.<id>`. */
export const OTHER_KEYS: readonly { id: string; keys: readonly OtherKey[] }[] = [
  {
    id: 'lists',
    keys: [
      { titleKey: 'shortcuts.other.move', keys: ['ArrowUp', 'ArrowDown'] },
      { titleKey: 'shortcuts.other.page', keys: ['PageUp', 'PageDown'] },
      { titleKey: 'shortcuts.other.ends', keys: ['Home', 'End'] },
      { titleKey: 'shortcuts.other.open', keys: ['Enter'] },
      { titleKey: 'shortcuts.other.mark', keys: ['Space'] },
      { titleKey: 'shortcuts.other.extend', keys: ['Shift+ArrowUp', 'Shift+ArrowDown'] },
    ],
  },
  {
    id: 'tables',
    keys: [
      { titleKey: 'shortcuts.other.cell', keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] },
      { titleKey: 'shortcuts.other.corners', keys: ['Mod+Home', 'Mod+End'] },
    ],
  },
  {
    id: 'trees',
    keys: [
      { titleKey: 'shortcuts.other.unfold', keys: ['ArrowRight'] },
      { titleKey: 'shortcuts.other.fold', keys: ['ArrowLeft'] },
    ],
  },
  {
    id: 'text',
    keys: [
      { titleKey: 'shortcuts.other.caret', keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] },
      { titleKey: 'shortcuts.other.select', keys: ['Shift+ArrowLeft', 'Shift+ArrowRight'] },
      { titleKey: 'shortcuts.other.textEnds', keys: ['Mod+Home', 'Mod+End'] },
      { titleKey: 'shortcuts.other.copy', keys: ['Mod+C'] },
    ],
  },
  {
    id: 'dialogs',
    keys: [
      { titleKey: 'shortcuts.other.next', keys: ['Tab', 'Shift+Tab'] },
      { titleKey: 'shortcuts.other.confirm', keys: ['Enter'] },
      { titleKey: 'shortcuts.other.leave', keys: ['Escape'] },
    ],
  },
]
