import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { BackupFile, type BackupListed } from '#shared/ipc/backups'
import type { PackageManifest } from '#shared/model/package'
import { PackageReader } from '../package/reader'
import { codeOf, Problem } from '../problem'
import { removeIfThere } from '../save'
import { type Dated, outdated } from './rotation'

/** The end of the name that backups are given; one that the user has renamed is his, and never deleted. */
const OURS = / \d{4}-\d{2}-\d{2} \d{6}(-\d+)?\.duibiao$/

/** A package in the folder, with what its manifest says it is for. */
interface Found {
  listed: BackupListed
  purpose: PackageManifest['purpose']
}

/** The folder that the user chose for backups. It may hold anything else: only what is proven ours is touched. */
export class BackupFolder {
  readonly path: string
  /** What a file was found to be, by name, size and time: a manifest is read once. */
  readonly #known = new Map<string, Found | null>()

  constructor(path: string) {
    this.path = path
  }

  /** @throws {Problem} `errors.backup.gone` */
  async refuseGone(): Promise<void> {
    const there = await stat(this.path).then(
      (found) => found.isDirectory(),
      () => false,
    )
    if (!there) throw new Problem('errors.backup.gone', { folder: this.path })
  }

  /**
   * Every package of the folder whose manifest can be read, the newest first.
   * @throws {Problem} `errors.backup.gone`, `errors.file.failed`
   */
  async list(): Promise<BackupListed[]> {
    return (await this.#all()).map(({ listed }) => listed)
  }

  /** A name for a new backup that nothing in the folder has. */
  async freeName(start: string): Promise<string> {
    const names = new Set(await readdir(this.path))
    for (let at = 1; ; at += 1) {
      const name = at === 1 ? `${start}.duibiao` : `${start}-${at}.duibiao`
      if (!names.has(name)) return name
    }
  }

  /**
   * Deletes backups of a project that are outdated: files of a name that we give, whose manifest says that they are
   * backups, and of this project.
   * @throws whatever the system says of a file that cannot be deleted
   */
  async thin(project: string, keep: number): Promise<void> {
    for (const file of outdated(await this.#own(project, 'backup'), keep)) await removeIfThere(join(this.path, file))
  }

  /**
   * Deletes packages of a project that were written before migrations, all but the newest; see `thin`.
   * @param written the one that was written just now, which stays: where the clock was set back it is not the newest
   * @param keep how many of the others stay
   */
  async thinMigrations(project: string, written: string, keep: number): Promise<void> {
    const others = (await this.#own(project, 'migration')).filter(({ file }) => file !== written)
    const newest = others.sort((a, b) => (a.at > b.at ? -1 : 1))
    for (const { file } of newest.slice(keep)) await removeIfThere(join(this.path, file))
  }

  /** What is proven ours, of this project and for this purpose. */
  async #own(project: string, wanted: Found['purpose']): Promise<Dated[]> {
    return (await this.#all())
      .filter(({ listed, purpose }) => purpose === wanted && listed.project.id === project && OURS.test(listed.file))
      .map(({ listed: { file, at } }) => ({ file, at }))
  }

  async #all(): Promise<Found[]> {
    await this.refuseGone()
    const found: Found[] = []
    for (const name of await this.#names()) {
      const one = await this.#look(name)
      if (one) found.push(one)
    }
    return found.sort((a, b) => (a.listed.at > b.listed.at ? -1 : 1))
  }

  async #names(): Promise<string[]> {
    try {
      return (await readdir(this.path)).filter((name) => !name.startsWith('.') && BackupFile.safeParse(name).success)
    } catch (error) {
      throw new Problem('errors.file.failed', { code: codeOf(error) }, error)
    }
  }

  /** Null for what is no package of ours, or is gone by now. */
  async #look(name: string): Promise<Found | null> {
    const path = join(this.path, name)
    const found = await stat(path).catch(() => null)
    if (!found?.isFile()) return null
    const key = `${name} ${found.size} ${found.mtimeMs}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const read = await readManifest(path, name).catch(() => null)
    this.#known.set(key, read)
    return read
  }
}

async function readManifest(path: string, file: string): Promise<Found> {
  const reader = await PackageReader.open(path)
  try {
    const { madeAt: at, project, last, counts, missing, purpose } = reader.manifest
    const { id, name } = project
    const listed = { file, at, bytes: reader.bytes, project: { id, name }, last, counts, whole: missing.length === 0 }
    return { listed, purpose }
  } finally {
    await reader.close()
  }
}
