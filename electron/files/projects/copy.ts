import { constants } from 'node:fs'
import { copyFile, mkdir, open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Hash } from '#shared/model/identity'
import type { Project } from '#shared/model/project'
import { writeJson } from '../json-file'
import { syncFolder } from '../save'
import { FILES, namesIn } from './stored'

/**
 * Copies a project into an empty folder; all of it is on disk when it answers.
 * @param project what the copy is called, and its id
 * @param length bytes of the journal that are copied, null for all of it
 */
export async function copyProject(from: string, to: string, project: Project, length: number | null): Promise<void> {
  const originals = join(to, FILES.originals)
  await mkdir(originals, { recursive: true })
  for (const name of await namesIn(join(from, FILES.originals)))
    if (Hash.safeParse(name).success) await copySynced(join(from, FILES.originals, name), join(originals, name), null)
  const journal = join(from, FILES.journal)
  if ((await namesIn(from)).includes(FILES.journal)) await copySynced(journal, join(to, FILES.journal), length)
  await writeJson(join(to, FILES.project), project)
  await syncFolder(originals)
}

/** Copies a file, or its beginning; where the disk can, its blocks are shared. */
async function copySynced(from: string, to: string, length: number | null): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL)
  const file = await open(to, 'r+')
  try {
    if (length !== null && (await stat(to)).size > length) await file.truncate(length)
    await file.sync()
  } finally {
    await file.close()
  }
}
