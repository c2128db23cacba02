import { translate } from '#shared/locales/translate'
import type { Command } from '../../workbench'

/** What is typed against: the names in both languages and the id. */
const textOf = (command: Command): string =>
  `${translate('zh-CN', command.titleKey)} ${translate('en', command.titleKey)} ${command.id}`.toLowerCase()

/** Whether all characters stand in the text in this order; how far apart they are, 0 for side by side; null if not. */
function spread(text: string, query: string): number | null {
  const whole = text.indexOf(query)
  if (whole >= 0) return whole === 0 ? 0 : 1
  let at = -1
  let gaps = 2
  for (const character of query) {
    const next = text.indexOf(character, at + 1)
    if (next < 0) return null
    gaps += at < 0 ? 0 : next - at - 1
    at = next
  }
  return gaps
}

/**
 * The commands that fit what was typed, in Chinese or English, best first; with nothing typed all of them, those used
 * last first.
 * @param recent ids of commands used before, the last one first
 */
export function findCommands(commands: readonly Command[], query: string, recent: readonly string[]): Command[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const rank = (command: Command) => {
    const at = recent.indexOf(command.id)
    return at < 0 ? recent.length : at
  }
  return commands
    .filter((command) => command.palette !== false)
    .flatMap((command) => {
      const text = textOf(command)
      const spreads = words.map((word) => spread(text, word))
      if (spreads.includes(null)) return []
      return [{ command, score: spreads.reduce<number>((sum, value) => sum + (value ?? 0), 0) }]
    })
    .sort((a, b) => a.score - b.score || rank(a.command) - rank(b.command))
    .map(({ command }) => command)
}
