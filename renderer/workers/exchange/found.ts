import type { IncomingAnnotation, IncomingSource } from '#shared/exchange/project-content'
import type { Annotation } from '#shared/model/annotation'
import type { Report } from '#shared/model/report'
import type { Source } from '#shared/model/source'
import { makeAnchor, resolveAnchor } from '#shared/text/anchor'
import type { ProjectDatabase } from '../../storage/exchange-worker'

/** A text without white space: tools change line ends, indents and blank lines. */
const bare = (text: string): string => text.replace(/[\s\ufeff]+/g, '')

/** Whether a file brings a text that can be a file: one of white space only cannot. */
export const isCarried = ({ text }: IncomingSource): boolean => bare(text) !== ''

const stem = (name: string): string => name.replace(/\.[^.]*$/, '')

/** A source that is here, with its text and reports. */
export interface Here {
  source: Source
  text: string
  reports: readonly Report[]
}

async function hereOf(db: ProjectDatabase, source: Source): Promise<Here | null> {
  const [text, reports] = await Promise.all([
    db.texts.get(source.reading),
    db.reports.where('source').equals(source.hash).toArray(),
  ])
  if (!text) return null
  const own = reports.filter(({ reading }) => reading === source.reading).sort((a, b) => a.ordinal - b.ordinal)
  return { source, text: text.text, reports: own }
}

/** A marked span on the text that is here, null where its words are not found there. */
export function placed(
  annotation: IncomingAnnotation,
  from: IncomingSource,
  { source, text, reports }: Here,
): Annotation | null {
  const { id, start, end, quote, codes, memo, author, createdAt, updatedAt, also } = annotation
  // Where only a hash came, spans are of the text that is here.
  const anchor = from.text === '' ? { start, end, quote, prefix: '', suffix: '' } : makeAnchor(from.text, start, end)
  const span = resolveAnchor(text, anchor)
  if (!span) return null
  const report = reports.find((one) => one.start <= span.start && span.start < one.end)
  return {
    ...{ id, codes, memo, author, createdAt, updatedAt, also },
    source: source.hash,
    reading: source.reading,
    report: report?.id ?? null,
    anchor: makeAnchor(text, span.start, span.end),
    rule: null,
    orphan: false,
  }
}

/** SHA-256 of a text as a file in UTF-8: what an imported text of such a file is known by. */
async function textHash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const grouped = <K, T>(all: readonly T[], keys: (one: T) => readonly K[]): Map<K, T[]> => {
  const groups = new Map<K, T[]>()
  for (const one of all)
    for (const key of new Set(keys(one))) {
      const group = groups.get(key)
      if (group) group.push(one)
      else groups.set(key, [one])
    }
  return groups
}

/** Which texts of a file are here: by the hash of their file, by their words, or by their name where most spans fit. */
export class Found {
  readonly found = new Map<IncomingSource, Here>()
  readonly #db: ProjectDatabase
  readonly #shown: readonly Source[]
  readonly #named: ReadonlyMap<string, readonly Source[]>

  private constructor(db: ProjectDatabase, sources: readonly Source[]) {
    this.#db = db
    this.#shown = sources.filter(({ hidden }) => !hidden)
    this.#named = grouped(this.#shown, ({ name }) => [name, stem(name)])
  }

  /**
   * Looks for the texts of a file.
   * @param told how far it is, in texts
   */
  static async of(
    db: ProjectDatabase,
    incoming: readonly IncomingSource[],
    told: (done: number, total: number) => void,
  ): Promise<ReadonlyMap<IncomingSource, Here>> {
    const search = new Found(db, await db.sources.toArray())
    await search.#find(incoming, told)
    return search.found
  }

  async #find(incoming: readonly IncomingSource[], told: (done: number, total: number) => void): Promise<void> {
    const byHash = new Map(this.#shown.map((source) => [source.hash, source]))
    const rest: IncomingSource[] = []
    for (const [at, one] of incoming.entries()) {
      const known = byHash.get(one.hash ?? '') ?? (one.text === '' ? undefined : byHash.get(await textHash(one.text)))
      const here = known && (await hereOf(this.#db, known))
      if (here) this.found.set(one, here)
      else if (one.text !== '') rest.push(one)
      told(at + 1, incoming.length)
    }
    if (rest.length > 0) await this.#byWords(rest)
    for (const one of rest) if (!this.found.has(one)) await this.#byName(one)
  }

  async #byWords(rest: readonly IncomingSource[]): Promise<void> {
    const wanted = grouped(rest, ({ text }) => [bare(text)])
    for (const source of this.#shown) {
      const text = await this.#db.texts.get(source.reading)
      const one = text && wanted.get(bare(text.text))?.find((each) => !this.found.has(each))
      const here = one && (await hereOf(this.#db, source))
      if (one && here) this.found.set(one, here)
    }
  }

  async #byName(one: IncomingSource): Promise<void> {
    const fitting = [...(this.#named.get(one.name) ?? []), ...(this.#named.get(stem(one.name)) ?? [])]
    const named = new Set(
      fitting.filter(({ name }) => [name, stem(name)].includes(one.name) || stem(name) === stem(one.name)),
    )
    const [source] = named
    const here = source && named.size === 1 ? await hereOf(this.#db, source) : null
    if (!here || one.annotations.length === 0) return
    const found = one.annotations.filter((annotation) => placed(annotation, one, here) !== null).length
    if (found * 2 >= one.annotations.length) this.found.set(one, here)
  }
}
