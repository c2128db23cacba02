import type {
  ContentMatter,
  ContentReport,
  ContentSource,
  ContentStatement,
  ProjectContent,
} from '#shared/exchange/project-content'
import {
  annotationsOf,
  codebookOf,
  getSourceBundle,
  type ProjectDatabase,
  sourceMatters,
  sourceStatements,
} from '../../storage/exchange-worker'

/** How the project goes out. */
export interface ContentWish {
  /** With what the engine found and nobody has decided on. */
  undecided: boolean
  /** Told of each source that was read. */
  read: () => void
}

interface Spoken {
  origin: string | null
  author: string
  updatedAt: string | null
}

const ENGINE: Spoken = { origin: null, author: '', updatedAt: null }

/** What a source holds, null where its text is lost. */
export async function contentSource(
  db: ProjectDatabase,
  hash: string,
  undecided: boolean,
): Promise<ContentSource | null> {
  const bundle = await getSourceBundle(db, hash)
  if (!bundle) return null
  const [annotations, statements, matters, decided, settled] = await Promise.all([
    annotationsOf(db, hash),
    sourceStatements(db, hash),
    sourceMatters(db, hash),
    db.statements.where('source').equals(hash).toArray(),
    db.matters.where('source').equals(hash).toArray(),
  ])
  const spoken = new Map<string, Spoken>([...decided, ...settled].map((one) => [one.id, one]))
  const of = (id: string | null): Spoken => {
    const { origin, author, updatedAt } = spoken.get(id ?? '') ?? ENGINE
    return { origin, author, updatedAt }
  }
  const goes = ({ id }: { id: string | null }): boolean => undecided || id !== null
  const reports = bundle.reports.map(({ report, sections }): ContentReport => {
    const mine = <T extends { report: string; id: string | null }>(all: readonly T[]): T[] =>
      all.filter((one) => one.report === report.id && goes(one))
    return {
      report,
      sections,
      statements: mine(statements).map(
        ({ key: _, report: __, source: ___, reading: ____, ...rest }): ContentStatement => ({
          ...rest,
          ...of(rest.id),
        }),
      ),
      matters: mine(matters)
        .filter(({ orphan }) => !orphan)
        .map(({ content, id, status }): ContentMatter => ({ content, id, status, ...of(id) })),
    }
  })
  return { source: bundle.source, text: bundle.text.text, reports, annotations }
}

/** The sources that are shown, in the order of their folders and names. */
async function shownSources(db: ProjectDatabase): Promise<string[]> {
  const sources = (await db.sources.toArray()).filter(({ hidden }) => !hidden)
  const nameOf = ({ folder, name, hash }: (typeof sources)[number]): string => `${folder}/${name} ${hash}`
  return sources.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)).map(({ hash }) => hash)
}

/** The project as it goes out, and how many sources it has; one source is in memory at a time. */
export async function projectContent(
  db: ProjectDatabase,
  project: ProjectContent['project'],
  { undecided, read }: ContentWish,
): Promise<{ content: ProjectContent; total: number }> {
  const [{ codes }, memos, hashes] = await Promise.all([codebookOf(db), db.memos.toArray(), shownSources(db)])
  async function* sources(): AsyncGenerator<ContentSource> {
    for (const hash of hashes) {
      const source = await contentSource(db, hash, undecided)
      read()
      if (source) yield source
    }
  }
  return { content: { project, codes, memos, sources }, total: hashes.length }
}
