import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import type { Entry } from 'yauzl'
import { AnyManifest, DATA_FILES, PACKAGE_VERSION, PackageManifest } from '#shared/model/package'
import { DATA_VERSION, Project } from '#shared/model/project'
import { scanLines } from '../journal-lines'
import { Problem } from '../problem'
import { type Directory, openDirectory, PACKAGE_LIMITS, type PackageLimits } from './directory'
import type { Member } from './zip-output'

const NEWLINE = 10

export interface VerifyOptions {
  /** Told how many bytes of how many are checked. */
  told?: (done: number, total: number) => void
  signal?: AbortSignal
}

/** A project package that lies somewhere on the disk. Nothing in it is believed before `verify` is through. */
export class PackageReader {
  readonly manifest: PackageManifest
  /** Size of the file. */
  readonly bytes: number
  readonly #directory: Directory
  readonly #limits: PackageLimits

  private constructor(directory: Directory, manifest: PackageManifest, limits: PackageLimits) {
    this.#directory = directory
    this.#limits = limits
    this.manifest = manifest
    this.bytes = directory.size
  }

  /**
   * Opens a package: its directory and its manifest are read and checked, nothing else.
   * @throws {Problem} `errors.package.*`, `errors.file.*`
   */
  static async open(path: string, limits: PackageLimits = PACKAGE_LIMITS): Promise<PackageReader> {
    const directory = await openDirectory(path, limits)
    try {
      const entry = directory.entries.get(DATA_FILES.manifest)
      if (!entry) throw new Problem('errors.package.notPackage')
      const bytes = await wholeOf(directory, entry)
      // The manifest has the hashes of all others; of its own there is only the sum that the archive keeps.
      if (crc32(bytes) !== entry.crc32) throw new Problem('errors.package.damaged', { member: DATA_FILES.manifest })
      const manifest = manifestOf(bytes)
      checkMembers(directory, manifest)
      return new PackageReader(directory, manifest, limits)
    } catch (error) {
      directory.zip.close()
      throw error
    }
  }

  /**
   * Unpacks every member and compares it with its hash; originals with their names, the journal and `project.json` with
   * what the manifest says of them.
   * @throws {Problem} `errors.package.damaged` with the member; `errors.package.cancelled`
   */
  async verify({ told, signal }: VerifyOptions = {}): Promise<void> {
    const { members } = this.manifest
    const total = members.reduce((sum, { bytes }) => sum + bytes, 0)
    let done = 0
    for (const member of members) {
      const step = (bytes: number): void => {
        if (signal?.aborted) throw new Problem('errors.package.cancelled')
        done += bytes
        told?.(done, total)
      }
      if (member.path === DATA_FILES.journal) await this.#checkJournal(member, step)
      else if (member.path === DATA_FILES.project) await this.#checkProject(member, step)
      else await this.#checkHash(member, step)
    }
  }

  /** A member in memory, its hash checked. @throws {Problem} `errors.package.damaged` */
  async read(path: string): Promise<Buffer> {
    const member = this.#memberOf(path)
    const parts: Buffer[] = []
    await this.pass(member, async (part) => void parts.push(part))
    return Buffer.concat(parts)
  }

  /**
   * Passes a member's bytes on, part by part; its hash is checked with the last one.
   * @throws {Problem} `errors.package.damaged`
   */
  async pass(member: Member, take: (part: Buffer) => Promise<void> | void): Promise<void> {
    const hash = createHash('sha256')
    for await (const part of this.#partsOf(member)) {
      hash.update(part)
      await take(part)
    }
    if (hash.digest('hex') !== member.sha256) throw new Problem('errors.package.damaged', { member: member.path })
  }

  /** Members whose paths begin so. */
  membersIn(folder: string): Member[] {
    return this.manifest.members.filter(({ path }) => path.startsWith(`${folder}/`))
  }

  async close(): Promise<void> {
    this.#directory.zip.close()
  }

  #memberOf(path: string): Member {
    const member = this.manifest.members.find((known) => known.path === path)
    if (!member) throw new Problem('errors.package.lacks', { member: path })
    return member
  }

  async *#partsOf(member: Member): AsyncGenerator<Buffer> {
    const entry = this.#directory.entries.get(member.path)
    if (!entry) throw new Problem('errors.package.lacks', { member: member.path })
    try {
      yield* (await this.#directory.zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>
    } catch (error) {
      throw error instanceof Problem ? error : new Problem('errors.package.damaged', { member: member.path }, error)
    }
  }

  async #checkHash(member: Member, step: (bytes: number) => void): Promise<void> {
    await this.pass(member, (part) => step(part.byteLength))
    const [folder, name] = member.path.split('/')
    if (folder === DATA_FILES.originals && name !== member.sha256)
      throw new Problem('errors.package.damaged', { member: member.path })
  }

  /** Every line must be a whole entry, from 1 to the manifest's last. */
  async #checkJournal(member: Member, step: (bytes: number) => void): Promise<void> {
    const hash = createHash('sha256')
    const { line: limit } = this.#limits
    const parts = this.#partsOf(member)
    async function* bounded(): AsyncGenerator<Buffer> {
      let line = 0
      for await (const part of parts) {
        step(part.byteLength)
        hash.update(part)
        const newline = part.lastIndexOf(NEWLINE)
        line = newline < 0 ? line + part.byteLength : part.byteLength - newline - 1
        if (line > limit) throw new Problem('errors.package.damaged', { member: member.path })
        yield part
      }
    }
    const { starts, end, size } = await scanLines(bounded())
    if (hash.digest('hex') !== member.sha256 || end !== size || starts.length !== this.manifest.last)
      throw new Problem('errors.package.damaged', { member: member.path })
  }

  async #checkProject(member: Member, step: (bytes: number) => void): Promise<void> {
    const bytes = await this.read(member.path)
    step(bytes.byteLength)
    const project = Project.safeParse(parse(bytes))
    const { id, name } = this.manifest.project
    const fits =
      project.success &&
      project.data.id === id &&
      project.data.name === name &&
      project.data.dataVersion === this.manifest.dataVersion
    if (!fits) throw new Problem('errors.package.damaged', { member: DATA_FILES.project })
  }
}

async function wholeOf({ zip }: Directory, entry: Entry): Promise<Buffer> {
  try {
    const stream: Readable = await zip.openReadStreamPromise(entry)
    const parts: Buffer[] = []
    for await (const part of stream as AsyncIterable<Buffer>) parts.push(part)
    return Buffer.concat(parts)
  } catch (error) {
    throw new Problem('errors.package.damaged', { member: entry.fileName }, error)
  }
}

function manifestOf(bytes: Buffer): PackageManifest {
  const value = parse(bytes)
  const any = AnyManifest.safeParse(value)
  if (!any.success) throw new Problem('errors.package.damaged', { member: DATA_FILES.manifest })
  const { version, dataVersion, project } = any.data
  if (version > PACKAGE_VERSION || dataVersion > DATA_VERSION)
    throw new Problem('errors.package.newer', { name: project.name, version: dataVersion, known: DATA_VERSION })
  const manifest = PackageManifest.safeParse(value)
  if (!manifest.success) throw new Problem('errors.package.damaged', { member: DATA_FILES.manifest })
  return manifest.data
}

/** The manifest lists every member of the zip, once, and as large as it is there; what a project needs is among them. */
function checkMembers({ entries }: Directory, { members }: PackageManifest): void {
  const listed = new Set<string>()
  for (const { path, bytes } of members) {
    if (listed.has(path)) throw new Problem('errors.package.memberTwice', { member: path })
    listed.add(path)
    const entry = entries.get(path)
    if (!entry) throw new Problem('errors.package.lacks', { member: path })
    if (entry.uncompressedSize !== bytes) throw new Problem('errors.package.damaged', { member: path })
  }
  for (const path of entries.keys())
    if (path !== DATA_FILES.manifest && !listed.has(path)) throw new Problem('errors.package.foreign', { member: path })
  for (const path of [DATA_FILES.project, DATA_FILES.journal])
    if (!listed.has(path)) throw new Problem('errors.package.lacks', { member: path })
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
