import type { Annotation } from '#shared/model/annotation'
import type { Code } from '#shared/model/code'
import { message, newId } from '#shared/model/identity'
import { makeAnchor } from '#shared/text/anchor'
import type { ProposedChange, Session } from '../../../renderer/storage'
import { changeStatements } from '../../../renderer/storage/operations/change-statements'
import { reviewStatements } from '../../../renderer/storage/queries/statements'
import { type Random, randomOf } from '../random'
import { sessionOf } from './session'

/** How many annotations a project has at most before bulk steps take some away: it is to stay small. */
const MOST = 1_500
const BULK = 250
const LONGEST_MARK = 40
/** Reports of one bulk step. */
const REPORTS = 20

const now = (): string => new Date().toISOString()

function newCode(random: Random, order: number): Code {
  const color = `#${random.whole(0, 0xffffff).toString(16).padStart(6, '0')}`
  const words = { definition: '', example: '', author: 'soak', createdAt: now() }
  return { id: newId(), name: `编码 ${order}`, parent: null, color, order, key: null, ...words }
}

/** The codes of the project; the first steps make some. */
async function codesOf(session: Session, random: Random): Promise<string[]> {
  const codes = await session.db.codes.toCollection().primaryKeys()
  if (codes.length >= 5) return codes
  const made = Array.from({ length: 5 }, (_, at) => newCode(random, codes.length + at))
  await session.write(
    message('project.history.repaired', { count: made.length }),
    made.map((code) => ({ table: 'codes', key: code.id, after: code })),
  )
  return made.map(({ id }) => id)
}

/** Annotations at random places of random texts. */
async function newAnnotations(session: Session, random: Random, count: number): Promise<ProposedChange[]> {
  const codes = await codesOf(session, random)
  const sources = (await session.db.sources.toArray()).filter(({ hidden }) => !hidden)
  if (sources.length === 0) return []
  const changes: ProposedChange[] = []
  const source = sources[random.whole(0, sources.length - 1)]
  const row = source && (await session.db.texts.get(source.reading))
  if (!source || !row) throw new Error(`no text of ${source?.hash}`)
  for (let made = 0; made < count; made++) {
    const start = random.whole(0, row.text.length - 2)
    const end = Math.min(row.text.length, start + random.whole(1, LONGEST_MARK))
    const fields = { memo: '', author: 'soak', rule: null, orphan: false, also: [] }
    const annotation: Annotation = {
      ...{ id: newId(), source: source.hash, reading: source.reading, report: null },
      ...{ anchor: makeAnchor(row.text, start, end), codes: [codes[random.whole(0, codes.length - 1)] ?? ''] },
      ...{ createdAt: now(), updatedAt: now(), ...fields },
    }
    changes.push({ table: 'annotations', key: annotation.id, after: annotation })
  }
  return changes
}

/** One of the annotations, with other words on it or away. */
async function changed(session: Session, random: Random): Promise<ProposedChange[]> {
  const count = await session.db.annotations.count()
  const one = await session.db.annotations.offset(random.whole(0, Math.max(0, count - 1))).first()
  if (!one) return []
  const after = random.chance(0.3) ? null : { ...one, memo: `备忘 ${random.whole(0, 1e6)}`, updatedAt: now() }
  return [{ table: 'annotations', key: one.id, after }]
}

const STEP = message('project.history.repaired', { count: 1 })

async function codeOnce(session: Session, random: Random): Promise<void> {
  switch (random.weighed({ add: 6, change: 3, undo: 1, redo: 1, both: 2 })) {
    case 'add':
      return void (await session.write(STEP, await newAnnotations(session, random, 1)))
    case 'change':
      return void (await session.write(STEP, await changed(session, random)))
    case 'undo':
      return void (await session.undo())
    case 'redo':
      return void (await session.redo())
    case 'both': {
      const steps = [await newAnnotations(session, random, 1), await newAnnotations(session, random, 2)]
      await Promise.all(steps.map((step) => session.write(STEP, step)))
    }
  }
}

/** Accepts, rejects or takes back all numbers of some reports in one step. */
async function changeNumbers(session: Session, random: Random): Promise<void> {
  const reports = await session.db.reports.toCollection().primaryKeys()
  const from = random.whole(0, Math.max(0, reports.length - REPORTS))
  const lists = await Promise.all(
    reports
      .slice(from, from + REPORTS)
      .map(async (report) => (await reviewStatements(session.db, report)).map(({ key }) => ({ report, key }))),
  )
  const type = random.weighed({ accept: 3, reject: 1, reset: 1 })
  await changeStatements(session, lists.flat(), { type })
}

/** Marks hundreds of places in one step, or takes as many away. */
async function markMany(session: Session, random: Random): Promise<void> {
  const count = await session.db.annotations.count()
  if (count + BULK > MOST) {
    const keys = await session.db.annotations.limit(BULK * 2).primaryKeys()
    const changes = keys.map((key): ProposedChange => ({ table: 'annotations', key, after: null }))
    return void (await session.write(STEP, changes))
  }
  const parts = [await newAnnotations(session, random, BULK / 2), await newAnnotations(session, random, BULK / 2)]
  await session.writeInParts(STEP, async (make) => {
    for (const part of parts) await make(part)
  })
}

async function bulkOnce(session: Session, random: Random): Promise<void> {
  switch (random.weighed({ numbers: 3, marks: 2, undo: 1 })) {
    case 'numbers':
      return changeNumbers(session, random)
    case 'marks':
      return markMany(session, random)
    case 'undo':
      return void (await session.undo())
  }
}

let running: Promise<void> = Promise.resolve()
let stopped = false

const until =
  (once: (session: Session, random: Random) => Promise<void>) =>
  (seed: number): Promise<void> => {
    const [session, random] = [sessionOf(), randomOf(seed)]
    stopped = false
    const work = async () => {
      while (!stopped) await once(session, random)
    }
    running = work()
    return running
  }

export const code = until(codeOnce)
export const bulk = until(bulkOnce)

/** Ends what goes on until it is ended; what failed of it is told where it was begun. */
export async function stop(): Promise<void> {
  stopped = true
  await running.catch(() => undefined)
}
