import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ReadAs } from '#shared/model/source'
import type { KeptFile, RunTask } from './import-run'
import { Problem } from './problem'
import type { StoredRun } from './run-record'
import { type Found, type FoundFile, findFiles } from './walk'

/** One file of a run. */
export interface RunFile {
  /** Its path, or the hash under which it is kept. */
  from: { path: string } | { hash: string }
  /** Its path as seen from what was opened. */
  name: string
  /** Size in bytes, 0 for a kept original: nobody waits for the disk to tell. */
  size: number
  /** Its place in the list of the run's record. */
  at: number
  /** What it is to be read as, where that is not left to the reader. */
  readAs?: ReadAs
  /** Members of it that are done, where it is an archive that a run was cut off in. */
  doneMembers: ReadonlySet<string>
}

/** What a run is to read. */
export interface RunFiles {
  files: RunFile[]
  failed: Found['failed']
  /** What is to be written down as its list; null when that is done. */
  listed: FoundFile[] | null
}

const NONE: ReadonlySet<string> = new Set()

/**
 * The files of a run: those under the paths that were opened, or what a run that was cut off has left.
 * @throws {Problem} `errors.import.tooMany`; an aborted signal's reason
 */
export async function filesOf(task: RunTask, stored: StoredRun | null, signal: AbortSignal): Promise<RunFiles> {
  const kept = keptOf(task)
  if (kept || task.mode !== 'import') return { files: keptFiles(kept ?? []), failed: [], listed: null }
  if (stored?.files) return { files: await leftOf(stored, stored.files, signal), failed: [], listed: null }
  const { files, failed } = await findFiles(task.paths, signal, { base: task.base ?? null })
  return { files: files.map((file, at) => runFile(file, at)), failed, listed: files }
}

const runFile = ({ path, name, size }: FoundFile, at: number, doneMembers = NONE): RunFile => ({
  from: { path },
  name,
  size,
  at,
  doneMembers,
})

/** The kept originals that a run reads; null where it reads what was opened. */
function keptOf(task: RunTask): readonly KeptFile[] | null {
  if (task.mode === 'import') return task.kept ?? null
  return task.mode === 'restore' ? task.originals.map((original) => ({ ...original, folder: '' })) : task.sources
}

const keptFiles = (kept: readonly KeptFile[]): RunFile[] =>
  kept.map(({ hash, name, folder, readAs }, at) => ({
    from: { hash },
    name: folder === '' ? name : `${folder}/${name}`,
    size: 0,
    at,
    ...(readAs ? { readAs } : {}),
    doneMembers: NONE,
  }))

/** What is not done, and what was done and has changed since. */
async function leftOf(stored: StoredRun, files: readonly FoundFile[], signal: AbortSignal): Promise<RunFile[]> {
  const left: RunFile[] = []
  for (const [at, file] of files.entries()) {
    signal.throwIfAborted()
    const now = await stat(file.path).catch(() => null)
    const same = now !== null && now.size === file.size && now.mtimeMs === file.changed
    // One that has gone since it was done is done all the same.
    if (stored.done.has(at) && (same || now === null)) continue
    left.push(runFile({ ...file, size: now?.size ?? 0 }, at, same ? (stored.members.get(at) ?? NONE) : NONE))
  }
  return left
}

/** The parts of a path as seen from what was opened: the folder ('' for none) and the file's own name. */
export function folderAndName(path: string): { folder: string; name: string } {
  const slash = path.lastIndexOf('/')
  return { folder: path.slice(0, Math.max(0, slash)), name: path.slice(slash + 1) }
}

/** Names of what was opened, without their folders. */
export const rootNames = (paths: readonly string[]): string[] => paths.map((path) => basename(path))

/**
 * The sample's files: the texts of the `seeds` folder.
 * @throws {Problem} `errors.import.sample` when they are gone
 */
export async function sampleFiles(folder: string): Promise<string[]> {
  const found = await findFiles([folder], new AbortController().signal)
  const texts = found.files.filter((file) => file.name.endsWith('.txt')).map((file) => file.path)
  if (texts.length === 0) throw new Problem('errors.import.sample')
  return texts
}
