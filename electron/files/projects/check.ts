import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { ProjectCheck } from '#shared/ipc/projects'
import { Hash } from '#shared/model/identity'
import { tallyJournal } from '../package/tally'
import type { OpenProject } from '../project-folder'
import { FILES, namesIn } from './stored'

/** Files that are hashed at once: the hashing itself is in this thread, the reading is not. */
const WIDTH = 4

/** SHA-256 of a file in lower-case hexadecimal, in constant memory; null for one that cannot be read. */
async function hashOfFile(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) hash.update(chunk)
  } catch {
    return null
  }
  return hash.digest('hex')
}

/**
 * Hashes every original of a project.
 * @param told how many are done
 */
export async function checkOriginals(
  { folder, journal }: Pick<OpenProject, 'folder' | 'journal'>,
  told: (done: number, total: number) => void,
): Promise<ProjectCheck> {
  const { sources } = await tallyJournal(join(folder, FILES.journal), journal.end)
  const kept = (await namesIn(join(folder, FILES.originals))).filter((name) => Hash.safeParse(name).success).sort()
  const damaged: string[] = []
  let done = 0
  const left = kept.values()
  const lane = async (): Promise<void> => {
    for (const name of left) {
      if ((await hashOfFile(join(folder, FILES.originals, name))) !== name) damaged.push(name)
      done += 1
      told(done, kept.length)
    }
  }
  await Promise.all(Array.from({ length: WIDTH }, lane))
  const there = new Set(kept)
  return {
    missing: [...sources].filter(([hash, { present }]) => present && !there.has(hash)).map(([hash]) => hash),
    damaged: damaged.sort(),
    extra: kept.filter((hash) => !sources.has(hash)),
  }
}
