import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Hash, type Message, message } from '#shared/model/identity'
import { DATA_FILES, type ProjectListed } from '#shared/model/package'
import { DATA_VERSION, Project } from '#shared/model/project'
import { readJson, setAside, writeJson } from '../json-file'
import { codeOf, Problem } from '../problem'

/** What any version of `project.json` tells: enough to list it, and to refuse a newer one by name. */
const AnyVersion = z.object({
  name: z.string(),
  dataVersion: z.int().positive(),
  createdAt: z.string().optional().catch(undefined),
})

/** The files of a project's folder. */
export const FILES = {
  project: DATA_FILES.project,
  journal: DATA_FILES.journal,
  originals: DATA_FILES.originals,
  imports: 'imports',
  /** There while the project is open: what is found at the next start is what a crash left. */
  open: 'open.json',
  /** There since the project was put into the bin. */
  removed: 'removed.json',
} as const

/** The names in a folder; none where there is no folder. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return []
    throw error
  }
}

/**
 * Refuses the folder of a project that a newer version of the program wrote.
 * @throws {Problem} `errors.project.newer`
 */
export async function refuseNewer(folder: string): Promise<void> {
  const version = await readJson(join(folder, FILES.project), AnyVersion)
  if (version.state !== 'read' || version.value.dataVersion <= DATA_VERSION) return
  const { name, dataVersion } = version.value
  throw new Problem('errors.project.newer', { name, version: dataVersion, known: DATA_VERSION })
}

/**
 * Reads `project.json`. It holds no work, only a name: where it is damaged or gone, but the folder has a journal, it is
 * written anew, and the work is not locked away with it.
 * @throws {Problem} `errors.project.newer`, `errors.project.missing`
 */
export async function readOrMendProject(
  folder: string,
  id: string,
  name: string,
): Promise<{ project: Project; mended: Message[] }> {
  await refuseNewer(folder)
  const path = join(folder, FILES.project)
  const read = await readJson(path, Project)
  if (read.state === 'read' && read.value.id === id) return { project: read.value, mended: [] }
  const there = await namesIn(folder)
  if (!there.includes(FILES.journal)) throw new Problem('errors.project.missing', { folder })
  if (read.state !== 'missing') await setAside(path)
  const project: Project = { id, name, createdAt: new Date().toISOString(), dataVersion: DATA_VERSION }
  await writeJson(path, project)
  return { project, mended: [message('errors.project.mended', { file: FILES.project, name })] }
}

/**
 * What the list of projects says of a folder, whatever version wrote it; null where it holds no project.
 * @param usedAt when it was opened last, as far as that is known
 */
export async function listedProject(folder: string, id: string, usedAt?: string): Promise<ProjectListed | null> {
  const names = await namesIn(folder)
  if (!names.includes(FILES.project) && !names.includes(FILES.journal)) return null
  const read = await readJson(join(folder, FILES.project), AnyVersion)
  const journal = await stat(join(folder, FILES.journal)).catch(() => null)
  const born = new Date((await stat(folder)).birthtimeMs).toISOString()
  const createdAt = (read.state === 'read' && isInstant(read.value.createdAt)) || born
  const { sources, bytes } = await sizeOfOriginals(join(folder, FILES.originals))
  return {
    id,
    name: read.state === 'read' ? read.value.name : id.slice(0, 8),
    createdAt,
    usedAt: usedAt ?? journal?.mtime.toISOString() ?? createdAt,
    bytes: bytes + (journal?.size ?? 0),
    sources,
  }
}

const isInstant = (text: string | undefined): string | false => Project.shape.createdAt.safeParse(text).data ?? false

async function sizeOfOriginals(folder: string): Promise<{ sources: number; bytes: number }> {
  const kept = (await namesIn(folder)).filter((name) => Hash.safeParse(name).success)
  // One that goes meanwhile belonged to an import that came to nothing.
  const sizes = await Promise.all(
    kept.map((name) =>
      stat(join(folder, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  return { sources: kept.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }
}
