import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { Hash } from '#shared/model/identity'
import { DATA_FILES } from '#shared/model/package'
import type { Project } from '#shared/model/project'
import { writeJson } from '../json-file'
import { Problem } from '../problem'
import { syncFolder } from '../save'
import type { PackageReader } from './reader'
import type { Member } from './zip-output'

/** Members that are written at once: each waits for the disk. */
const WIDTH = 8

export interface UnpackOptions {
  /** Told how many bytes of how many are written. */
  told?: (done: number, total: number) => void
  signal?: AbortSignal
}

/**
 * Writes what a package has of a project into an empty folder: `project.json` as it is to be there, journal and
 * originals, each checked once more against its hash. All of it is on disk when it answers.
 * @throws {Problem} `errors.package.damaged`, `errors.package.cancelled`; whatever the system says of the folder
 */
export async function unpackProject(
  reader: PackageReader,
  folder: string,
  project: Project,
  { told, signal }: UnpackOptions = {},
): Promise<void> {
  const kept = join(folder, DATA_FILES.originals)
  await mkdir(kept, { recursive: true })
  const journal = reader.manifest.members.filter(({ path }) => path === DATA_FILES.journal)
  const members = [...journal, ...reader.membersIn(DATA_FILES.originals)]
  const total = members.reduce((sum, { bytes }) => sum + bytes, 0)
  let done = 0
  const left = members.values()
  const lane = async (): Promise<void> => {
    for (const member of left) {
      await unpackMember(reader, member, placeOf(folder, member), signal)
      done += member.bytes
      told?.(done, total)
    }
  }
  // All have ended before a failure is told: whoever is told removes the folder, in which nothing may be written then.
  const lanes = await Promise.allSettled(Array.from({ length: WIDTH }, lane))
  for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason
  if (signal?.aborted) throw new Problem('errors.package.cancelled')
  await writeJson(join(folder, DATA_FILES.project), project)
  await syncFolder(kept)
}

/** Writes one member to a file that must not be there yet; it is on disk when it answers. */
export async function unpackMember(
  reader: PackageReader,
  member: Member,
  path: string,
  signal?: AbortSignal,
): Promise<void> {
  if (signal?.aborted) throw new Problem('errors.package.cancelled')
  const file = await open(path, 'wx')
  try {
    await reader.pass(member, async (part) => {
      if (signal?.aborted) throw new Problem('errors.package.cancelled')
      for (let done = 0; done < part.byteLength; )
        done += (await file.write(part, done, part.byteLength - done)).bytesWritten
    })
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Where a member of a project goes: its name is the journal's or a hash, whatever the package calls it. */
function placeOf(folder: string, { path }: Member): string {
  if (path === DATA_FILES.journal) return join(folder, DATA_FILES.journal)
  return join(folder, DATA_FILES.originals, Hash.parse(path.slice(DATA_FILES.originals.length + 1)))
}
