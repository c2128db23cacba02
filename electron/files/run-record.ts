import { createReadStream } from 'node:fs'
import { appendFile, mkdir, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { ImportLine } from '#shared/ipc/imports'
import { Instant, Uuid } from '#shared/model/identity'
import { codeOf } from './problem'
import { removeIfThere, saveFile } from './save'
import type { FoundFile } from './walk'

/** A file on the list: path, name, size in bytes, time of its last change in milliseconds. */
const Listed = z.tuple([z.string(), z.string(), z.number(), z.number()])

/** The lines of a record, in the order in which they are written. */
const RecordLine = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('start'),
    run: Uuid,
    started: Instant,
    paths: z.array(z.string()),
    base: z.string().nullable(),
  }),
  /** The list is whole when `listed` follows. */
  z.object({ type: z.literal('files'), files: z.array(Listed) }),
  z.object({ type: z.literal('listed') }),
  /** A file of the list is done, or with `member` one of its members; -1 for what is not on the list. */
  z.object({
    type: z.literal('done'),
    file: z.int().min(-1),
    member: z.string().nullable(),
    line: ImportLine.nullable(),
  }),
])
type RecordLine = z.infer<typeof RecordLine>

/** How many files stand in one line of the list. */
const LIST_CHUNK = 1000

/** What a record tells of a run that was cut off. */
export interface StoredRun {
  run: string
  /** ISO 8601 in UTC. */
  started: string
  paths: string[]
  /** Folder from which names are counted, null for each path itself. */
  base: string | null
  /** Null when the run was cut off while its files were still looked for. */
  files: FoundFile[] | null
  /** Lines of the result so far. */
  lines: ImportLine[]
  /** Files of the list that are done. */
  done: Set<number>
  /** Members of archives that are done, by the archive's place in the list. */
  members: Map<number, Set<string>>
}

/**
 * The record of a run, `imports/<run>.jsonl`: what is to be read and what is done, so that a run that is cut off can go
 * on. It goes when the run ends. Nothing in it is needed for what was imported: a line that a crash tore costs one
 * more look at that file, never a second import.
 */
export class RunRecord {
  readonly #path: string
  readonly #head: RecordLine
  #waiting: RecordLine[] = []
  #work: Promise<void> = Promise.resolve()
  #writing = false

  private constructor(path: string, head: RecordLine) {
    this.#path = path
    this.#head = head
  }

  /**
   * Begins the record of a new run.
   * @param folder `imports/` of the project folder
   * @throws {Problem} `errors.save.*`
   */
  static async create(
    folder: string,
    { run, started, paths, base }: Pick<StoredRun, 'run' | 'started' | 'base'> & { paths: readonly string[] },
  ): Promise<RunRecord> {
    const head: RecordLine = { type: 'start', run, started, paths: [...paths], base }
    const record = new RunRecord(join(folder, `${run}.jsonl`), head)
    await mkdir(folder, { recursive: true })
    await saveFile(record.#path, textOf([head]))
    return record
  }

  /** Goes on with the record of a run that was cut off; what a crash has torn is cut off with it. */
  static async resume(folder: string, stored: StoredRun): Promise<RunRecord> {
    const { run, started, paths, base, files, lines } = stored
    const head: RecordLine = { type: 'start', run, started, paths, base }
    const record = new RunRecord(join(folder, `${run}.jsonl`), head)
    await saveFile(record.#path, textOf([head, ...(files ? listOf(files) : []), ...doneOf(stored, lines)]))
    return record
  }

  /**
   * Notes which files are to be read; on disk in one piece when it answers.
   * @throws {Problem} `errors.save.*`
   */
  list(files: readonly FoundFile[]): Promise<void> {
    return saveFile(this.#path, textOf([this.#head, ...listOf(files)]))
  }

  /**
   * Notes what is done. It does not wait for the disk.
   * @param file its place in the list, -1 for what is not on it
   * @param member key of a member of an archive
   */
  done(file: number, member: string | null, line: ImportLine | null): void {
    this.#waiting.push({ type: 'done', file, member, line })
    if (this.#writing) return
    this.#writing = true
    this.#work = this.#write()
  }

  /** Leaves the record for the next start; what was noted is in it when this answers. */
  close(): Promise<void> {
    return this.#work
  }

  /** The run has ended: its record goes. */
  async remove(): Promise<void> {
    await this.#work
    await removeIfThere(this.#path)
  }

  async #write(): Promise<void> {
    for (let lines = this.#waiting; lines.length > 0; lines = this.#waiting) {
      this.#waiting = []
      // A record that cannot be written costs nothing but the resuming; the disk speaks up where it matters.
      await appendFile(this.#path, textOf(lines)).catch(() => undefined)
    }
    this.#writing = false
  }
}

/** The runs that were cut off, the oldest first. A record that tells nothing is set aside. */
export async function storedRuns(folder: string): Promise<StoredRun[]> {
  const runs: StoredRun[] = []
  for (const name of await namesIn(folder)) {
    if (!name.endsWith('.jsonl')) continue
    const path = join(folder, name)
    const stored = await readRecord(path)
    if (stored && `${stored.run}.jsonl` === name) runs.push(stored)
    else await rename(path, `${path}.damaged`)
  }
  return runs.sort((a, b) => (a.started < b.started ? -1 : 1))
}

/** Forgets a run that was cut off. */
export const removeStored = (folder: string, { run }: StoredRun): Promise<void> =>
  removeIfThere(join(folder, `${run}.jsonl`))

async function readRecord(path: string): Promise<StoredRun | null> {
  let stored: StoredRun | null = null
  let files: FoundFile[] = []
  for await (const text of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) {
    const line = lineOf(text)
    if (!line) continue
    if (line.type === 'start') {
      const { run, started, paths, base } = line
      stored = { run, started, paths, base, files: null, lines: [], done: new Set(), members: new Map() }
    } else if (line.type === 'files')
      files = files.concat(line.files.map(([file, name, size, changed]) => ({ path: file, name, size, changed })))
    else if (line.type === 'listed' && stored) stored.files = files
    else if (line.type === 'done' && stored) takeDone(stored, line)
  }
  return stored
}

function takeDone(stored: StoredRun, { file, member, line }: Extract<RecordLine, { type: 'done' }>): void {
  if (line) stored.lines.push(line)
  if (file < 0) return
  if (member === null) stored.done.add(file)
  else stored.members.set(file, (stored.members.get(file) ?? new Set()).add(member))
}

function lineOf(text: string): RecordLine | null {
  try {
    const parsed = RecordLine.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

function listOf(files: readonly FoundFile[]): RecordLine[] {
  const lines: RecordLine[] = []
  for (let at = 0; at < files.length; at += LIST_CHUNK) {
    const part = files.slice(at, at + LIST_CHUNK)
    lines.push({ type: 'files', files: part.map(({ path, name, size, changed }) => [path, name, size, changed]) })
  }
  return [...lines, { type: 'listed' }]
}

/** What was done, as lines: the lines of the result apart from the places in the list. */
function doneOf({ done, members }: StoredRun, lines: readonly ImportLine[]): RecordLine[] {
  return [
    ...lines.map((line): RecordLine => ({ type: 'done', file: -1, member: null, line })),
    ...[...done].map((file): RecordLine => ({ type: 'done', file, member: null, line: null })),
    ...[...members].flatMap(([file, keys]) =>
      [...keys].map((member): RecordLine => ({ type: 'done', file, member, line: null })),
    ),
  ]
}

const textOf = (lines: readonly RecordLine[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('')

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}
