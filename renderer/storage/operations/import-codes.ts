import { byOrder } from '#shared/coding/code-tree'
import { type Codebook, type PlannedCode, planImport, type WantedCode } from '#shared/coding/codebook-import'
import { message, newId } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import type { Memo } from '#shared/model/memo'
import type { ProposedChange } from '../changes'
import type { ProjectDatabase } from '../database'
import type { Session } from '../session'
import { codeChange } from './codes'
import { now } from './now'

/** The codebook with the memos of its codes. */
export async function codebookOf(db: ProjectDatabase): Promise<Codebook> {
  const [codes, memos] = await Promise.all([db.codes.toArray(), allCodeMemos(db)])
  const texts = new Map<string, string>()
  for (const { subject, text } of memos) if (!texts.has(subject.id)) texts.set(subject.id, text)
  return { codes: codes.sort(byOrder), memos: texts }
}

const allCodeMemos = (db: ProjectDatabase): Promise<Memo[]> =>
  db.memos.where('[subject.type+subject.id]').between(['code', ''], ['code', '\uffff']).toArray()

/** What bringing codes in would do, as the codebook is now. */
export const planCodes = async (
  db: ProjectDatabase,
  author: string,
  wanted: readonly WantedCode[],
): Promise<PlannedCode[]> => planImport(await codebookOf(db), wanted, { author, createdAt: now() })

/**
 * Brings codes into the codebook, without those lines that have a fault: one step. A digit goes to the code that it is
 * told for; nothing is taken away.
 * @param file name of the file that they come from, for the history
 */
export async function importCodes(
  session: Session,
  wanted: readonly WantedCode[],
  file: string,
): Promise<JournalEntry | null> {
  let counts = { added: 0, changed: 0 }
  const operation = () => message('project.history.codebookImported', { file, ...counts })
  return session.write(operation, async () => {
    const { db, author } = session
    const planned = (await planCodes(db, author, wanted)).filter(
      ({ status }) => status === 'new' || status === 'changed',
    )
    const codes = new Map((await db.codes.toArray()).map((code) => [code.id, code]))
    const takers = new Map(
      planned.flatMap(({ code, status, fields }) =>
        code && code.key !== null && (status === 'new' || fields.includes('key')) ? [[code.key, code.id]] : [],
      ),
    )
    for (const { code } of planned) if (code) codes.set(code.id, code)
    const count = (status: PlannedCode['status']): number => planned.filter((one) => one.status === status).length
    counts = { added: count('new'), changed: count('changed') }
    const changes: ProposedChange[] = []
    for (const code of codes.values()) {
      const taker = code.key === null ? undefined : takers.get(code.key)
      changes.push(codeChange(taker === undefined || taker === code.id ? code : { ...code, key: null }))
    }
    return [...changes, ...(await memoChanges(session, planned))]
  })
}

async function memoChanges({ db, author }: Session, planned: readonly PlannedCode[]): Promise<ProposedChange[]> {
  const stored = await allCodeMemos(db)
  return planned.flatMap(({ code, memo }): ProposedChange[] => {
    if (!code || memo === null) return []
    const own = stored.filter(({ subject }) => subject.id === code.id)
    if (memo === '') return own.map(({ id }) => ({ table: 'memos', key: id, after: null }))
    const subject = { type: 'code' as const, id: code.id }
    const after: Memo = { id: own[0]?.id ?? newId(), subject, text: memo, author, updatedAt: now() }
    return [{ table: 'memos', key: after.id, after }]
  })
}
