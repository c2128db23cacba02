import { translate } from '#shared/locales/translate'
import { type Command, displayKeys } from '../../workbench'
import { OTHER_KEYS } from './other-keys'

/** A line of the sheet. */
export interface SheetLine {
  id: string
  titleKey: string
  keys: readonly string[]
  /** True for a command without keys of its own: the palette runs it. */
  byPalette: boolean
}

/** A part of the sheet: where the keys work, or what they are about. */
export interface SheetGroup {
  id: string
  /** Locale key of its heading. */
  titleKey: string
  lines: readonly SheetLine[]
}

/** Parts of the ids of commands that work everywhere, in the order of the sheet; others come under `more`. */
const EVERYWHERE: Readonly<Record<string, string>> = {
  app: 'window',
  window: 'window',
  go: 'window',
  edit: 'history',
  project: 'history',
  history: 'history',
  view: 'views',
  import: 'import',
  library: 'import',
}

const ORDER = ['window', 'views', 'history', 'import', 'more']

const groupOf = ({ id, scope }: Command): { id: string; titleKey: string } => {
  if (scope !== undefined) return { id: `in ${scope}`, titleKey: `settings.keys.scope.${scope}` }
  const group = EVERYWHERE[id.slice(0, id.indexOf('.'))] ?? 'more'
  return { id: group, titleKey: `shortcuts.group.${group}` }
}

/** What is typed against: the name in both languages and the keys as they are written for people. */
const textOf = ({ titleKey, keys }: Pick<SheetLine, 'titleKey' | 'keys'>): string =>
  [translate('zh-CN', titleKey), translate('en', titleKey), ...keys, ...keys.map(displayKeys)].join(' ').toLowerCase()

const DIGIT = /^[1-9]$/

/** Lines of one name whose keys are digits that follow one another, as one line from the first digit to the last. */
export function joined(lines: readonly SheetLine[]): SheetLine[] {
  const out: SheetLine[] = []
  for (const line of lines) {
    const [digit = '', ...rest] = line.keys
    const last = out.at(-1)
    const [from = '', to = from] = last?.keys[0]?.split('–') ?? []
    const follows = last?.titleKey === line.titleKey && DIGIT.test(digit) && rest.length === 0
    if (last && follows && DIGIT.test(to) && Number(to) + 1 === Number(digit))
      out[out.length - 1] = { ...last, keys: [`${from}–${digit}`] }
    else out.push(line)
  }
  return out
}

const place = ({ id }: SheetGroup): number => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length)

/**
 * All keys by where they work: those that work everywhere first, then those of each view, then those that are no
 * commands.
 * @param query words that a line must have, in either language, or its keys
 */
export function sheetGroups(commands: readonly Command[], query = ''): SheetGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = (line: Pick<SheetLine, 'titleKey' | 'keys'>) => words.every((word) => textOf(line).includes(word))
  const groups = new Map<string, SheetGroup & { lines: SheetLine[] }>()
  for (const command of commands) {
    const { id, titleKey, keys = [] } = command
    const line = { id, titleKey, keys, byPalette: keys.length === 0 }
    // What has neither keys nor a line in the palette is run by a button alone.
    if ((line.byPalette && command.palette === false) || !fits(line)) continue
    const group = groupOf(command)
    const known = groups.get(group.id) ?? { ...group, lines: [] }
    known.lines.push(line)
    groups.set(group.id, known)
  }
  const others = OTHER_KEYS.map(({ id, keys }) => ({
    id,
    titleKey: `shortcuts.group.${id}`,
    lines: keys.filter(fits).map((one) => ({ ...one, id: one.titleKey, byPalette: false })),
  }))
  return [
    ...[...groups.values()].sort((a, b) => place(a) - place(b)),
    ...others.filter(({ lines }) => lines.length > 0),
  ]
}
