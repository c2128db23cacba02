import { Extents } from '#shared/coding/scan/extent'
import { PATH_MARK, pagesOf, readWords, sectionPath } from '#shared/exchange/citation'
import type { ListedHit } from '#shared/exchange/search-table'
import type { ReadingText } from '#shared/model/reading'
import type { Report } from '#shared/model/report'
import type { Rule } from '#shared/model/rule'
import type { Section } from '#shared/model/section'
import type { autocode, ProjectDatabase } from '../../storage'
import type { SearchLine } from '../../workers/search/protocol'

type FoundPassage = Parameters<typeof autocode>[1][number]

/** Sources that are read at once: some two megabytes. */
const AT_ONCE = 20
/** So much of a long hit is compared before it is coded. */
const COMPARED = 200

/** Words as they can be compared with a line's: up to the first break, whatever blanks are in them. */
const comparable = (words: string): string => (/^[^\n\v\f\r\u2028\u2029]*/u.exec(words)?.[0] ?? '').replace(/\s+/gu, '')

/** Whether the words at a hit's place are still the hit. */
const isStill = (words: string, hit: string): boolean => hit.replace(/\s+/gu, '').startsWith(comparable(words))

/** What is stored about the source of a line. */
interface Around {
  file: string
  /** Null where the text is no longer the one that was looked through. */
  text: ReadingText | null
  extents: Extents | null
  sections: ReadonlyMap<string, readonly Section[]>
  reports: ReadonlyMap<string, Report>
}

async function aroundOf(db: ProjectDatabase, hash: string, lines: readonly SearchLine[]): Promise<Around> {
  const ids = [...new Set(lines.flatMap(({ report }) => report ?? []))]
  const reading = lines[0]?.reading ?? ''
  const [source, text, packed, reports] = await Promise.all([
    db.sources.get(hash),
    db.texts.get(reading),
    db.sections.bulkGet(ids),
    db.reports.bulkGet(ids),
  ])
  const stands = text && source && !source.hidden && source.reading === reading ? text : null
  return {
    file: source?.name ?? '',
    text: stands,
    extents: stands && new Extents(stands),
    sections: new Map(packed.flatMap((one) => (one ? [[one.report, one.sections] as const] : []))),
    reports: new Map(reports.flatMap((one) => (one ? [[one.id, one] as const] : []))),
  }
}

/** Makes something of every line with what is stored about its source; in the order of the lines. */
async function withSources<T>(
  db: ProjectDatabase,
  lines: readonly SearchLine[],
  make: (line: SearchLine, around: Around) => T,
  told: (done: number) => void,
): Promise<T[]> {
  const places = new Map<string, number[]>()
  for (const [place, { source }] of lines.entries()) {
    const known = places.get(source)
    if (known) known.push(place)
    else places.set(source, [place])
  }
  const made: T[] = []
  let done = 0
  const groups = [...places]
  for (let at = 0; at < groups.length; at += AT_ONCE) {
    await Promise.all(
      groups.slice(at, at + AT_ONCE).map(async ([hash, own]) => {
        const mine = own.flatMap((place) => lines[place] ?? [])
        const around = await aroundOf(db, hash, mine)
        for (const [index, place] of own.entries()) {
          const line = mine[index]
          if (line) made[place] = make(line, around)
        }
        done += own.length
      }),
    )
    told(done)
  }
  return made
}

/** What is to be coded of some hits, and how many are no longer where they were found. */
export interface Passages {
  passages: FoundPassage[]
  lost: number
}

/**
 * The passages around hits that coding marks, none of them twice.
 * @param told how many hits are done
 */
export async function passagesOf(
  db: ProjectDatabase,
  lines: readonly SearchLine[],
  extent: Rule['extent'],
  told: (done: number) => void,
): Promise<Passages> {
  const marked = new Set<string>()
  const found = await withSources(
    db,
    lines,
    ({ source, reading, report, start, end, characters, hit }, { text, extents }): FoundPassage | 'same' | null => {
      const words = text?.text.slice(start, Math.min(end, start + COMPARED)) ?? ''
      if (!extents || text?.text.length !== characters || !isStill(words, hit)) return null
      const mark = extents.of({ start, end }, extent)
      const name = `${reading} ${mark.start} ${mark.end}`
      if (marked.has(name)) return 'same'
      marked.add(name)
      return { source, reading, report, start, mark, characters, hit: words }
    },
    told,
  )
  return {
    passages: found.filter((one) => one !== null && one !== 'same'),
    lost: found.filter((one) => one === null).length,
  }
}

function listed(line: SearchLine, { file, text, extents, sections, reports }: Around): ListedHit {
  const { place, year, before, hit, after, start, end, report } = line
  const stands = line.memo === null && text?.text.length === line.characters ? text : null
  const sentence = stands && extents ? readWords(stands.text, extents.of({ start, end }, 'sentence'), stands.joins) : ''
  const path = report === null || !stands ? [] : sectionPath(sections.get(report) ?? [], start)
  return {
    ...{ place, year, before, hit, after, start, end, sentence, file },
    report: (report === null ? undefined : reports.get(report)?.title) ?? '',
    section: path.join(PATH_MARK) || line.section,
    page: stands ? pagesOf(stands.pages, { start, end }) : '',
  }
}

/**
 * Hits with all that an exported line tells.
 * @param told how many hits are done
 */
export const listedHits = (
  db: ProjectDatabase,
  lines: readonly SearchLine[],
  told: (done: number) => void,
): Promise<ListedHit[]> => withSources(db, lines, listed, told)
