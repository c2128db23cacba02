import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileNameOf } from '../package/file-name'
import { thinned } from '../package/progress'
import { PackageWriter } from '../package/writer'
import type { OpenProject } from '../project-folder'
import { removeLeftovers, saveProblem } from '../save'
import { BackupFolder } from './backup-folder'
import { stampOf } from './rotation'

/** How many earlier ones of a project stay. */
const KEPT = 4

/** Who hears of it. */
interface Listeners {
  /** How far it is, in originals, or in bytes where the package is read back. */
  told?: (step: 'originals' | 'verify', done: number, total: number) => void
  /** An old one, or what a crash left, could not be deleted. */
  kept?: (error: unknown) => void
}

/**
 * Writes a package of a project before its records are brought to a newer data version, to `before-migration/` in the
 * profile; missing originals are left out. Of those of earlier migrations the newest four stay. An empty
 * project needs none.
 * @throws {Problem} `errors.save.*`, `errors.package.*`
 */
export async function secureBeforeMigration(
  profile: string,
  app: string,
  open: OpenProject,
  { told = () => undefined, kept = () => undefined }: Listeners = {},
): Promise<void> {
  const { project, folder, journal } = open
  if (journal.last === 0) return
  const place = join(profile, 'before-migration')
  const name = `${fileNameOf(project.name)} v${project.dataVersion} ${stampOf(new Date())}.duibiao`
  await mkdir(place, { recursive: true }).catch((error: unknown) => {
    throw saveProblem(error, name)
  })
  // What a crash has left of an earlier one; that it cannot be deleted is no reason not to open the project.
  await removeLeftovers(place).catch(kept)
  const tell = thinned(told)
  const writer = await PackageWriter.begin(join(place, name))
  await writer.finish({
    folder,
    project,
    last: journal.last,
    end: journal.end,
    purpose: 'migration',
    app,
    partial: true,
    // Only a package that must be whole is checked before.
    told: (step, done, total) => step !== 'check' && tell(step, done, total),
  })
  // The new one is written: an old one that cannot be deleted must not keep the project from being opened.
  await new BackupFolder(place).thinMigrations(project.id, name, KEPT).catch(kept)
}
