import { codedHtml } from '#shared/exchange/coded-html/coded-html'
import { writeTables } from '#shared/exchange/json-lines/write-tables'
import { writeQdc } from '#shared/exchange/refi/codebook-xml'
import { writeQdpx } from '#shared/exchange/refi/write-project'
import type { StatementWords } from '#shared/exchange/statement-table'
import { writeAnnotations } from '#shared/exchange/w3c/write-annotations'
import type { Language } from '#shared/locales/translate'
import { message } from '#shared/model/identity'
import { makeDictionary } from '#shared/statements/dictionary'
import { codebookOf, listIndicators, type ProjectDatabase, StorageError } from '../../storage/exchange-worker'
import { contentSource, projectContent } from './content'
import { ledgerRows } from './ledger-rows'
import type { WriteQuery } from './protocol'

/** How often each file goes through the sources. */
const ROUNDS = { qdpx: 3, jsonld: 1, zip: 6 } as const

async function wordsOf(db: ProjectDatabase, language: Language): Promise<StatementWords> {
  const dictionary = makeDictionary(await listIndicators(db))
  const indicatorName = (id: string): string => {
    const known = dictionary.byId(id)
    return known ? (language === 'en' ? known.english : known.name) : ''
  }
  return { language, indicatorName }
}

/** Keeps the pieces of a file. */
class Pieces {
  readonly #pieces: Uint8Array[] = []

  readonly take = (piece: Uint8Array): void => void this.#pieces.push(piece)

  whole(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.#pieces.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    for (const piece of this.#pieces) {
      bytes.set(piece, at)
      at += piece.length
    }
    return bytes
  }
}

async function writeReport(db: ProjectDatabase, query: WriteQuery): Promise<Uint8Array<ArrayBuffer>> {
  const report = query.report === null ? undefined : await db.reports.get(query.report)
  const source = report && (await contentSource(db, report.source, true))
  const own = source?.reports.find((one) => one.report.id === report?.id)
  if (!source || !own) throw new StorageError(message('exchange.noReport'))
  const { codes } = await codebookOf(db)
  const memos = await db.memos.toArray()
  return codedHtml(
    { project: query.project.name, content: source, report: own, codes, memos },
    await wordsOf(db, query.language),
  )
}

/**
 * Writes a file for other tools.
 * @param told how far it is, in sources times the rounds through them
 * @throws StorageError where there is nothing to write
 */
export async function writeFile(
  db: ProjectDatabase,
  query: WriteQuery,
  told: (done: number, total: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const { type, language, undecided, project } = query
  if (type === 'html') return writeReport(db, query)
  if (type === 'qdc') {
    const { codes } = await codebookOf(db)
    if (codes.length === 0) throw new StorageError(message('exchange.noCodes'))
    return writeQdc(codes, language)
  }
  let done = 0
  let most = 0
  const read = () => told(++done, most)
  const { content, total } = await projectContent(db, project, { undecided: undecided || type === 'zip', read })
  most = total * ROUNDS[type]
  const pieces = new Pieces()
  const words = await wordsOf(db, language)
  if (type === 'qdpx') await writeQdpx(content, words, pieces.take)
  else if (type === 'jsonld') await writeAnnotations(content, words, pieces.take)
  else await writeTables(content, pieces.take, () => ledgerRows(db))
  return pieces.whole()
}
