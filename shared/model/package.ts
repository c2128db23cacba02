import { z } from 'zod'
import { Hash, Instant, Uuid } from './identity'
import { JournalTable } from './journal'
import { Project } from './project'

/** What `manifest.json` calls a project package (`.duibiao`). */
export const PACKAGE_FORMAT = 'duibiao-package'

/** Version of the package's layout. A package with a higher one is refused by name. */
export const PACKAGE_VERSION = 1

/** Ending of the file's name. */
export const PACKAGE_EXTENSION = 'duibiao'

/** What lies in the folder of a project, and under the same names in a package. */
export const DATA_FILES = {
  project: 'project.json',
  journal: 'journal.jsonl',
  originals: 'originals',
  /** In packages only, and last. */
  manifest: 'manifest.json',
} as const

/** Tables that are derived again on opening; their records are in a package for readers that do not have our code. */
export const DerivedTable = z.enum(['readings', 'sections', 'engineOutput', 'engineMatters'])
export type DerivedTable = z.infer<typeof DerivedTable>

/** Tables of which a package may hold `records/<table>.jsonl`. */
export const RECORD_TABLES: readonly string[] = [...JournalTable.options, ...DerivedTable.options]

/** `texts/<sha256 of the source>.<number of the reading>.txt`, `records/<table>.jsonl`: what a window hands in. */
export const HandedPath = z
  .string()
  .max(120)
  .regex(/^(texts\/[0-9a-f]{64}\.[1-9]\d{0,5}\.txt|records\/[a-zA-Z]+\.jsonl)$/)
  .refine((path) => !path.startsWith('records/') || RECORD_TABLES.includes(path.slice(8, -6)), 'no table of this name')

/** Every path that a package may hold beside `manifest.json`. */
export const MemberPath = z.union([
  z.literal('project.json'),
  z.literal('journal.jsonl'),
  z.string().regex(/^originals\/[0-9a-f]{64}$/),
  HandedPath,
])

/** What a package is for. A backup is rotated, a package that the user saved is never touched. */
export const PackagePurpose = z.enum(['package', 'backup', 'migration'])
export type PackagePurpose = z.infer<typeof PackagePurpose>

/** How many records of each table stand at the end of the journal; hidden sources are not counted. */
export const PackageCounts = z.partialRecord(JournalTable, z.int().nonnegative())
export type PackageCounts = z.infer<typeof PackageCounts>

/** `manifest.json`, the last member of a package. */
export const PackageManifest = z.object({
  format: z.literal(PACKAGE_FORMAT),
  version: z.literal(PACKAGE_VERSION),
  purpose: PackagePurpose.default('package'),
  /** Data version of the records, see `Project`. */
  dataVersion: z.int().positive(),
  /** Program and version that wrote it. */
  app: z.string(),
  madeAt: Instant,
  project: Project.pick({ id: true, name: true, createdAt: true }),
  /** Sequence of the last journal entry, 0 for none. */
  last: z.int().nonnegative(),
  counts: PackageCounts,
  /** Sources whose original was missing or damaged when the package was written. */
  missing: z.array(Hash).default([]),
  /** Every member but this one: its path, its size in bytes unpacked, and the SHA-256 of its bytes. */
  members: z.array(z.object({ path: MemberPath, bytes: z.int().nonnegative(), sha256: Hash })),
})
export type PackageManifest = z.infer<typeof PackageManifest>

/** What a window is told of a package: the manifest without its list of members. */
export const PackageSummary = PackageManifest.omit({ members: true }).extend({ bytes: z.int().nonnegative() })
export type PackageSummary = z.infer<typeof PackageSummary>

/** What any version of a manifest tells: enough to refuse a newer one by name. */
export const AnyManifest = z.object({
  format: z.literal(PACKAGE_FORMAT),
  version: z.int().positive(),
  dataVersion: z.int().positive(),
  project: z.object({ name: z.string() }),
})

/** A project as it lies in the profile. */
export const ProjectListed = z.object({
  id: Uuid,
  name: z.string(),
  createdAt: Instant,
  /** When it was opened last; when its journal was written last, where that is not known. */
  usedAt: Instant,
  /** Size on disk: journal and originals. */
  bytes: z.int().nonnegative(),
  /** Number of originals. */
  sources: z.int().nonnegative(),
})
export type ProjectListed = z.infer<typeof ProjectListed>
