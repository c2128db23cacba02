import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PackageReader } from '../../electron/files/package/reader'
import { markOf } from './canonical'
import { COMPARED, type Seen, type Told } from './page/protocol'

/** As many as stay in a folder of backups, whatever their age (`shared/ipc/backups.ts`). */
const BACKUPS_KEPT = 10

/** A line of the journal, as far as the soak looks at it. */
interface Line {
  sequence: number
  changes: { table: string; key: string; after: unknown }[]
}

/** What the program acknowledged in a profile over all of its runs. */
export interface Ledger {
  profile: string
  /** Folders beside the profile in which packages and backups are made. */
  packages: string
  backups: string
  entries: Map<number, number>
  imported: Map<string, string>
  made: { kind: 'package' | 'backup' | 'copy'; name: string }[]
}

export const newLedger = (profile: string, packages: string, backups: string): Ledger => ({
  profile,
  packages,
  backups,
  entries: new Map(),
  imported: new Map(),
  made: [],
})

/** Notes what the window told. @returns what went wrong by itself */
export function note(ledger: Ledger, told: readonly Told[]): string[] {
  const failures: string[] = []
  for (const one of told) {
    if (one.what === 'entry') ledger.entries.set(one.sequence, one.mark)
    else if (one.what === 'imported') ledger.imported.set(one.hash, one.name)
    else if (one.what === 'made') ledger.made.push({ kind: one.kind, name: one.name })
    else failures.push(one.message)
  }
  return failures
}

export const projectFolder = (profile: string, id: string): string => join(profile, 'projects', id)

function linesOf(folder: string): Line[] {
  const text = readFileSync(join(folder, 'journal.jsonl'), 'utf8')
  if (text !== '' && !text.endsWith('\n')) throw new Error('the last line of the journal has no end')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

/** What each record is after all of a journal. */
function folded(lines: readonly Line[]): Map<string, Map<string, unknown>> {
  const tables = new Map<string, Map<string, unknown>>()
  for (const { table, key, after } of lines.flatMap(({ changes }) => changes)) {
    const records = tables.get(table) ?? new Map<string, unknown>()
    tables.set(table, records)
    if (after === null) records.delete(key)
    else records.set(key, after)
  }
  return tables
}

const some = (names: readonly string[]): string => `${names.length} (${names.slice(0, 3).join(', ')})`

/** The journal against what was acknowledged, and the database against the journal. */
function inJournal({ entries, imported }: Ledger, lines: readonly Line[], seen: Seen): string[] {
  const failures: string[] = []
  const wrong = lines.findIndex(({ sequence }, at) => sequence !== at + 1)
  if (wrong >= 0) failures.push(`the journal's line ${wrong + 1} has another number`)
  if (seen.last !== lines.length) failures.push(`the database ends at ${seen.last}, the journal at ${lines.length}`)
  const lost = [...entries].filter(([sequence, mark]) => markOf(lines[sequence - 1]) !== mark)
  if (lost.length > 0) failures.push(`acknowledged steps lost: ${some(lost.map(([sequence]) => String(sequence)))}`)
  const tables = folded(lines)
  const sources = [...(tables.get('sources')?.keys() ?? [])].sort()
  if (String(sources) !== String(seen.sources))
    failures.push(`sources: ${sources.length} in the journal, ${seen.sources.length} in the database`)
  const gone = [...imported].filter(([hash]) => !tables.get('sources')?.has(hash))
  if (gone.length > 0) failures.push(`imported files lost: ${some(gone.map(([, name]) => name))}`)
  for (const table of COMPARED) {
    const [ours, theirs] = [tables.get(table) ?? new Map<string, unknown>(), seen.records[table]]
    const keys = new Set([...ours.keys(), ...Object.keys(theirs)])
    const other = [...keys].filter((key) => !ours.has(key) || markOf(ours.get(key)) !== theirs[key])
    if (other.length > 0) failures.push(`${table} other than the journal says: ${some(other)}`)
  }
  return failures
}

/** Names in a folder and below it that only a write under way may have. */
const halfDone = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp'))
    : []

function onDisk({ profile, packages, backups }: Ledger, id: string, sources: readonly string[]): string[] {
  const failures: string[] = []
  const own = ['projects', 'projects-bin', 'before-migration'].flatMap((name) => halfDone(join(profile, name)))
  own.push(...halfDone(packages), ...halfDone(backups))
  const beside = readdirSync(profile).filter((name) => name.endsWith('.tmp'))
  if (own.length + beside.length > 0) failures.push(`temporary files left: ${some([...own, ...beside])}`)
  const staged = join(profile, 'staging')
  if (existsSync(staged) && readdirSync(staged).length > 0)
    failures.push(`half a project left: ${some(readdirSync(staged))}`)
  const originals = join(projectFolder(profile, id), 'originals')
  const bad = sources.filter((hash) => {
    const path = join(originals, hash)
    return !existsSync(path) || createHash('sha256').update(readFileSync(path)).digest('hex') !== hash
  })
  if (bad.length > 0) failures.push(`originals lost or changed: ${some(bad)}`)
  return failures
}

/** Every file that has the name of a package must be a whole one. */
async function wholePackages(folder: string): Promise<string[]> {
  const failures: string[] = []
  for (const name of existsSync(folder) ? readdirSync(folder).filter((one) => one.endsWith('.duibiao')) : []) {
    try {
      const reader = await PackageReader.open(join(folder, name))
      await reader.verify().finally(() => reader.close())
    } catch (error) {
      failures.push(`${name} is not whole: ${String(error)}`)
    }
  }
  return failures
}

/** Backups that were written and killed before they were answered count too: they take the place of older ones. */
const isOutdated = (folder: string, name: string): boolean =>
  readdirSync(folder).filter((one) => one.endsWith('.duibiao') && one > name).length >= BACKUPS_KEPT

async function madeIsThere({ made, packages, backups, profile }: Ledger, seen: Seen): Promise<string[]> {
  const lost = made.filter(({ kind, name }) => {
    if (kind === 'copy') return !seen.projects.includes(name)
    return kind === 'package' && !existsSync(join(packages, name))
  })
  const newest = made.findLast(({ kind }) => kind === 'backup')
  if (newest && !existsSync(join(backups, newest.name)) && !isOutdated(backups, newest.name)) lost.push(newest)
  const failures = lost.map(({ kind, name }) => `${kind} lost: ${name}`)
  for (const folder of [packages, backups, join(profile, 'before-migration')])
    failures.push(...(await wholePackages(folder)))
  for (const id of seen.projects) {
    const folder = projectFolder(profile, id)
    if (!existsSync(join(folder, 'project.json'))) failures.push(`half a project: ${id}`)
    else linesOf(folder)
  }
  return failures
}

/** What of all that was acknowledged is not there, and what is there half. */
export async function audit(ledger: Ledger, id: string, seen: Seen): Promise<string[]> {
  const lines = linesOf(projectFolder(ledger.profile, id))
  return [
    ...seen.findings,
    ...inJournal(ledger, lines, seen),
    ...onDisk(ledger, id, seen.sources),
    ...(await madeIsThere(ledger, seen)),
  ]
}
