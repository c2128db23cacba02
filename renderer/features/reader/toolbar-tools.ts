import {
  ALargeSmall,
  Bookmark,
  BookOpen,
  Columns2,
  Hash,
  Highlighter,
  ListChecks,
  ListTodo,
  type LucideIcon,
  Quote,
  Search,
} from 'lucide-react'

/** A button of the reader's toolbar: what it runs, and its picture. Its name and keys are those of the command. */
export interface Tool {
  command: string
  icon: LucideIcon
}

/** The tools in their order; those whose command is not there are left out. */
export const TOOLS: readonly Tool[] = [
  { command: 'bookmarks.toggle', icon: Bookmark },
  { command: 'reader.goToPage', icon: BookOpen },
  { command: 'parallel.open', icon: Columns2 },
  { command: 'statements.tag', icon: Hash },
  { command: 'statements.tagMatter', icon: ListTodo },
  { command: 'reader.copyQuote', icon: Quote },
  { command: 'reader.typography', icon: ALargeSmall },
  { command: 'reader.find', icon: Search },
]

/** Those that go into the menu first where there is no room for all. */
const DISPENSABLE = [
  'reader.copyQuote',
  'statements.tagMatter',
  'statements.tag',
  'parallel.open',
  'reader.goToPage',
  'bookmarks.toggle',
]

/** Pairs of buttons that step through something. */
export const STEPPERS = [
  { icon: Highlighter, name: 'annotation', previous: 'reader.previousAnnotation', next: 'reader.nextAnnotation' },
  { icon: ListChecks, name: 'statement', previous: 'statements.previous', next: 'statements.next' },
] as const

/** What the button to the outline, the name and the steppers take, and a tool, in CSS pixels. */
const RESERVED = 24 + 280 + 2 * 84
const TOOL = 28

/**
 * Shares tools between the bar and the menu behind it.
 * @param width of the bar, in CSS pixels
 */
export function shareTools(tools: readonly Tool[], width: number): { shown: readonly Tool[]; hidden: readonly Tool[] } {
  const fit = Math.floor((width - RESERVED) / TOOL)
  if (tools.length <= fit) return { shown: tools, hidden: [] }
  // The menu's own button takes a place too.
  const away = new Set(
    DISPENSABLE.filter((id) => tools.some(({ command }) => command === id)).slice(
      0,
      tools.length - Math.max(fit - 1, 0),
    ),
  )
  return {
    shown: tools.filter(({ command }) => !away.has(command)),
    hidden: tools.filter(({ command }) => away.has(command)),
  }
}
