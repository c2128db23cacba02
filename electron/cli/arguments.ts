import { type Message, message } from '#shared/model/identity'

/** What a command line asks for. */
export type Request =
  | { command: 'help' }
  | { command: 'text'; files: readonly [string] }
  | { command: 'inspect'; files: readonly string[] }
  | { command: 'extract'; files: readonly string[] }
  | { command: 'extract-stdin' }
  | { command: 'compare'; files: readonly string[]; xlsx: string }

export type Parsed = { ok: true; request: Request } | { ok: false; reason: Message }

const COMMANDS = ['text', 'inspect', 'extract', 'compare'] as const

/** Commands of the contract that this version does not have. */
const LATER = ['ledger', 'audit']

const wrong = (key: string, params: Record<string, string | number> = {}): Parsed => ({
  ok: false,
  reason: message(`cli.wrong.${key}`, params),
})

interface Words {
  files: string[]
  options: Map<string, string>
  unknown: string | null
}

/** Options that take a value, and those that stand alone. */
const VALUED = new Set(['--xlsx'])
const PLAIN = new Set(['--stdin'])

/** Sorts words into files and options; what follows `--` is a file whatever it looks like. */
function sortWords(words: readonly string[]): Words {
  const sorted: Words = { files: [], options: new Map(), unknown: null }
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (word === '--') {
      sorted.files.push(...words.slice(at + 1))
      break
    }
    const [name = '', joined] = word.split(/=(.*)/s)
    if (!word.startsWith('--')) sorted.files.push(word)
    else if (PLAIN.has(word)) sorted.options.set(word, '')
    else if (VALUED.has(name)) {
      sorted.options.set(name, joined ?? words[at + 1] ?? '')
      if (joined === undefined) at += 1
    } else sorted.unknown ??= word
  }
  return sorted
}

/** The option of another command that was given, or null. */
function foreignOption(command: string, options: ReadonlyMap<string, string>): string | null {
  if (options.has('--stdin') && command !== 'extract') return '--stdin'
  if (options.has('--xlsx') && command !== 'compare') return '--xlsx'
  return null
}

/** Reads a command line (without node and script). */
export function parseArguments(words: readonly string[]): Parsed {
  const [command, ...rest] = words
  if (command === undefined) return wrong('none')
  const options = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest
  if (['--help', '-h', 'help'].includes(command) || options.includes('--help') || options.includes('-h')) {
    return { ok: true, request: { command: 'help' } }
  }
  if (LATER.includes(command)) return wrong('later', { command })
  if (!COMMANDS.some((known) => known === command)) return wrong('command', { command })
  const sorted = sortWords(rest)
  if (sorted.unknown !== null) return wrong('option', { option: sorted.unknown })
  const foreign = foreignOption(command, sorted.options)
  if (foreign !== null) return wrong('foreign', { option: foreign, command })
  return parseCommand(command, sorted)
}

function parseCommand(command: string, { files, options }: Words): Parsed {
  if (options.has('--stdin')) {
    return files.length > 0 ? wrong('both') : { ok: true, request: { command: 'extract-stdin' } }
  }
  const [first] = files
  if (first === undefined) return wrong('files', { command })
  if (command === 'text') {
    return files.length > 1 ? wrong('single') : { ok: true, request: { command: 'text', files: [first] } }
  }
  if (command === 'compare') {
    const xlsx = options.get('--xlsx') ?? ''
    return xlsx === '' ? wrong('xlsx') : { ok: true, request: { command: 'compare', files, xlsx } }
  }
  return { ok: true, request: { command: command === 'inspect' ? 'inspect' : 'extract', files } }
}
