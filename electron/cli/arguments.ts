import { AUDIT_RULES } from '#shared/compare/audit/rules'
import { TextFormat } from '#shared/model/format'
import { type Message, message } from '#shared/model/identity'
import { Encoding } from '#shared/model/reading'
import { AS_FOUND, type ReadAs } from '#shared/model/source'

/** What a command line asks for. */
export type Request =
  | { command: 'help' }
  | { command: 'text'; files: readonly [string]; readAs: ReadAs }
  | { command: 'inspect' | 'lines'; files: readonly string[]; readAs: ReadAs }
  | ({ command: 'extract'; files: readonly string[]; readAs: ReadAs } & OfExtract)
  /** `jobs` is the number of workers. */
  | ({ command: 'extract-stdin'; jobs: number } & OfExtract)
  | { command: 'compare'; files: readonly string[]; xlsx: string }
  | ({ command: 'ledger'; files: readonly string[]; readAs: ReadAs } & OfLedger)
  /** `rules` are the only ones to go by, the usual ones where there are none; `all` tells of what held too. */
  | { command: 'audit'; files: readonly string[]; readAs: ReadAs; rules: readonly string[]; all: boolean }

/** `indicators` is the file with the user's indicators, where one is given. */
interface OfExtract {
  summaries: boolean
  indicators: string | undefined
}

/** Which places (code, name or short name) and report years get rows, all where there are none; `all` adds ventures. */
interface OfLedger {
  places: readonly string[]
  years: readonly number[]
  all: boolean
}

export type Parsed = { ok: true; request: Request } | { ok: false; reason: Message }

const COMMANDS = ['text', 'inspect', 'lines', 'extract', 'compare', 'ledger', 'audit'] as const

const wrong = (key: string, params: Record<string, string | number> = {}): Parsed => ({
  ok: false,
  reason: message(`cli.wrong.${key}`, params),
})

const request = (wanted: Request): Parsed => ({ ok: true, request: wanted })

/** More workers than any machine has cores for are a slip of the finger. */
const MOST_JOBS = 256

/** The number of workers, 1 where none is given; null for what is none. */
function jobsOf(options: ReadonlyMap<string, string>): number | null {
  const jobs = Number(options.get('--jobs') ?? 1)
  return Number.isInteger(jobs) && jobs >= 1 && jobs <= MOST_JOBS ? jobs : null
}

interface Words {
  files: string[]
  options: Map<string, string>
  unknown: string | null
}

/** Options that take a value, and those that stand alone. */
const VALUED = new Set(['--xlsx', '--encoding', '--as', '--jobs', '--indicators', '--place', '--year', '--rules'])
const PLAIN = new Set(['--stdin', '--summaries', '--all'])

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
  const ofExtract = ['--stdin', '--summaries', '--jobs', '--indicators'].find((option) => options.has(option))
  if (ofExtract !== undefined && command !== 'extract') return ofExtract
  const ofLedger = ['--place', '--year'].find((option) => options.has(option))
  if (ofLedger !== undefined && command !== 'ledger') return ofLedger
  if (options.has('--rules') && command !== 'audit') return '--rules'
  if (options.has('--all') && command !== 'ledger' && command !== 'audit') return '--all'
  if (options.has('--jobs') && !options.has('--stdin')) return '--jobs'
  if (options.has('--xlsx') && command !== 'compare') return '--xlsx'
  const reading = ['--encoding', '--as'].find((option) => options.has(option))
  return reading !== undefined && (command === 'compare' || options.has('--stdin')) ? reading : null
}

/** Values that are given in one word, 2022,2023. */
const listOf = (value: string | undefined): string[] =>
  (value ?? '')
    .split(/[,，、]/u)
    .map((each) => each.trim())
    .filter((each) => each !== '')

/** What of a ledger is asked for, or null where a year is none. */
function ofLedgerOf(options: ReadonlyMap<string, string>): OfLedger | null {
  const years = listOf(options.get('--year')).map(Number)
  if (years.some((year) => !Number.isInteger(year) || year < 1949 || year > 2100)) return null
  return { places: listOf(options.get('--place')), years, all: options.has('--all') }
}

/** Names that people use for what is always read as its superset. */
const ENCODING_NAMES: Readonly<Record<string, string>> = { gbk: 'gb18030', gb2312: 'gb18030', utf8: 'utf-8' }

/** What files are to be read as, or the option whose value is none. */
function readAsOf(options: ReadonlyMap<string, string>): { ok: true; readAs: ReadAs } | (Parsed & { ok: false }) {
  const named = options.get('--encoding')?.toLowerCase()
  const encoding = named === undefined ? null : Encoding.safeParse(ENCODING_NAMES[named] ?? named)
  const wanted = options.get('--as')?.toLowerCase()
  const format = wanted === undefined ? null : TextFormat.safeParse(wanted)
  if (encoding?.success === false) return wrongValue('--encoding', named, Encoding.options)
  if (format?.success === false) return wrongValue('--as', wanted, TextFormat.options)
  return { ok: true, readAs: { ...AS_FOUND, encoding: encoding?.data ?? null, format: format?.data ?? null } }
}

const wrongValue = (option: string, value: string | undefined, known: readonly string[]): Parsed & { ok: false } => ({
  ok: false,
  reason: message('cli.wrong.value', { option, value: value ?? '', known: known.join(', ') }),
})

const RULES = AUDIT_RULES.map(({ name }) => name)

function auditRequest(files: readonly string[], readAs: ReadAs, options: ReadonlyMap<string, string>): Parsed {
  const rules = listOf(options.get('--rules'))
  const unknown = rules.find((rule) => !RULES.includes(rule))
  if (unknown !== undefined || (options.has('--rules') && rules.length === 0)) {
    return wrongValue('--rules', unknown, RULES)
  }
  return request({ command: 'audit', files, readAs, rules, all: options.has('--all') })
}

/** Reads a command line (without node and script). */
export function parseArguments(words: readonly string[]): Parsed {
  const [command, ...rest] = words
  if (command === undefined) return wrong('none')
  const options = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest
  if (['--help', '-h', 'help'].includes(command) || options.includes('--help') || options.includes('-h')) {
    return { ok: true, request: { command: 'help' } }
  }
  if (!COMMANDS.some((known) => known === command)) return wrong('command', { command })
  const sorted = sortWords(rest)
  if (sorted.unknown !== null) return wrong('option', { option: sorted.unknown })
  const foreign = foreignOption(command, sorted.options)
  if (foreign !== null) return wrong('foreign', { option: foreign, command })
  return parseCommand(command, sorted)
}

function parseCommand(command: string, { files, options }: Words): Parsed {
  const ofExtract = { summaries: options.has('--summaries'), indicators: options.get('--indicators') }
  if (ofExtract.indicators === '') return wrong('indicators')
  if (options.has('--stdin')) {
    const jobs = jobsOf(options)
    if (files.length > 0) return wrong('both')
    return jobs === null
      ? wrong('jobs', { most: MOST_JOBS })
      : request({ command: 'extract-stdin', jobs, ...ofExtract })
  }
  const [first] = files
  if (first === undefined) return wrong('files', { command })
  const reading = readAsOf(options)
  if (!reading.ok) return reading
  const { readAs } = reading
  if (command === 'text') {
    return files.length > 1 ? wrong('single') : request({ command: 'text', files: [first], readAs })
  }
  if (command === 'compare') {
    const xlsx = options.get('--xlsx') ?? ''
    return xlsx === '' ? wrong('xlsx') : request({ command: 'compare', files, xlsx })
  }
  if (command === 'extract') return request({ command, files, readAs, ...ofExtract })
  if (command === 'ledger') {
    const ofLedger = ofLedgerOf(options)
    return ofLedger === null ? wrong('year') : request({ command, files, readAs, ...ofLedger })
  }
  if (command === 'audit') return auditRequest(files, readAs, options)
  return request({ command: command === 'lines' ? 'lines' : 'inspect', files, readAs })
}
