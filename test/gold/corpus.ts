import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The corpus, where it is at hand. */
export const ARCHIVE = join(import.meta.dirname, '../../../shared/corpus/city-reports.tar.xz')
const FOLDER = 'city-reports'

/** A text of the corpus beside its labels: place and year as the archive names them. */
export interface CorpusName {
  place: string
  year: string
}

/** Texts of the named reports, unpacked for the moment; null where the corpus is not at hand (it is never committed). */
export function readCorpus(names: readonly CorpusName[]): Map<string, Buffer> | null {
  if (!existsSync(ARCHIVE)) return null
  const folder = mkdtempSync(join(tmpdir(), 'duibiao-corpus-'))
  try {
    const members = names.map(({ place, year }) => `${FOLDER}/${place}/${year}.md`)
    execFileSync('tar', ['-xJf', ARCHIVE, '-C', folder, ...members])
    return new Map(
      names.map(({ place, year }) => [`${place}-${year}`, readFileSync(join(folder, FOLDER, place, `${year}.md`))]),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
