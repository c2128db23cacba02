import { join } from 'node:path'
import { z } from 'zod'
import { Instant, Uuid } from '#shared/model/identity'
import { readJson, setAside, writeJson } from '../json-file'

const Stored = z.object({
  /** The current project. */
  current: Uuid,
  /** When each project was opened last. */
  used: z.record(Uuid, Instant).default({}),
  /** Projects that were deleted for good: their ids are not given again, a window may still hold a database of theirs. */
  erased: z.array(Uuid).default([]),
})
export type Catalog = z.infer<typeof Stored>

const pathIn = (profile: string): string => join(profile, 'catalog.json')

/** The catalog of a profile; null where there is none, or it is damaged and was set aside. */
export async function readCatalog(profile: string): Promise<Catalog | null> {
  const found = await readJson(pathIn(profile), Stored)
  if (found.state === 'damaged') await setAside(pathIn(profile))
  return found.state === 'read' ? found.value : null
}

/**
 * Changes the catalog; what it does not name stays.
 * @param current the project that is current where there is no catalog yet
 * @throws {Problem} `errors.save.*`
 */
export async function changeCatalog(
  profile: string,
  current: string,
  change: (before: Catalog) => Partial<Catalog>,
): Promise<void> {
  const before = (await readCatalog(profile)) ?? { current, used: {}, erased: [] }
  await writeJson(pathIn(profile), { ...before, ...change(before) })
}
