import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  acceptStatement,
  addAnnotation,
  addCode,
  editStatement,
  listCodes,
  rejectStatement,
  removeAnnotation,
  removeCode,
  resetStatement,
  reviewStatements,
  type Session,
  updateAnnotation,
  updateCode,
  updateReport,
} from '../../../renderer/storage'
import { engineStatements, packCells } from '../../../renderer/storage/derive'
import {
  analysed,
  dumpRecords,
  hashOf,
  importFile,
  MemoryJournal,
  newProject,
  open,
  readByEngine,
  TEXT,
} from './fixture'

interface World {
  session: Session
  journal: MemoryJournal
}

/** A step; `pick` chooses among the records that are there. */
type Step = (world: World, pick: number) => Promise<unknown>

const at = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)]

const onStatement =
  (act: (session: Session, report: string, key: string) => Promise<unknown>): Step =>
  async ({ session }, pick) => {
    const report = at(await session.db.reports.toArray(), pick)
    if (!report) return
    const statement = at(await reviewStatements(session.db, report.id), pick)
    if (statement) await act(session, report.id, statement.key)
  }

const onCode =
  (act: (session: Session, id: string, other: string) => Promise<unknown>): Step =>
  async ({ session }, pick) => {
    const codes = await listCodes(session.db)
    const [code, other] = [at(codes, pick), at(codes, pick + 1)]
    if (code && other) await act(session, code.id, other.id)
  }

const onAnnotation =
  (act: (session: Session, id: string, pick: number) => Promise<unknown>): Step =>
  async ({ session }, pick) => {
    const annotation = at(await session.db.annotations.toArray(), pick)
    if (annotation) await act(session, annotation.id, pick)
  }

const annotate: Step = async ({ session }, pick) => {
  const source = at(await session.db.sources.toArray(), pick)
  if (!source) return
  const codes = (await listCodes(session.db)).slice(0, pick % 3).map(({ id }) => id)
  const anchor = { start: pick, end: pick + 2, quote: TEXT.slice(pick, pick + 2), prefix: '', suffix: '' }
  await addAnnotation(session, { source: source.hash, reading: source.reading, report: null, anchor, codes, memo: '' })
}

const STEPS: Record<string, Step> = {
  import: ({ session, journal }, pick) => importFile(session.db, journal, pick % 4, readByEngine(analysed(pick % 4))),
  addCode: ({ session }, pick) => addCode(session, { name: `编码${pick}` }),
  updateCode: onCode((session, id) => updateCode(session, id, { definition: '定义', key: 1 })),
  moveCode: onCode((session, id, other) => updateCode(session, id, { parent: other }).catch(() => null)),
  removeCode: onCode((session, id) => removeCode(session, id)),
  annotate,
  memo: onAnnotation((session, id, pick) => updateAnnotation(session, id, { memo: `备忘${pick}` })),
  removeAnnotation: onAnnotation((session, id) => removeAnnotation(session, id)),
  accept: onStatement(acceptStatement),
  reject: onStatement(rejectStatement),
  edit: onStatement((session, report, key) => editStatement(session, report, key, { indicator: '别的', value: 1 })),
  reset: onStatement(resetStatement),
  year: async ({ session }, pick) => {
    const report = at(await session.db.reports.toArray(), pick)
    if (report) await updateReport(session, report.id, { year: 2000 + pick })
  },
  undo: ({ session }) => session.undo(),
  redo: ({ session }) => session.redo(),
  reopen: async (world) => {
    world.session.close()
    world.session = (await open(world.session.project, world.journal)).session
  },
}

/** What stays when every step is taken back: the sources that were ever imported, hidden, as they came. */
async function nothingButHidden(numbers: readonly number[]) {
  const { session } = await open(newProject(), new MemoryJournal())
  const journal = new MemoryJournal()
  for (const n of numbers) await importFile(session.db, journal, n, readByEngine(analysed(n)))
  await session.db.sources.toCollection().modify({ hidden: true })
  const records = await dumpRecords(session.db)
  session.close()
  return records
}

async function expectDerived({ db }: Session): Promise<void> {
  for (const report of await db.reports.toArray()) {
    const engine = await engineStatements(db, report.id)
    const touched = await db.statements.where('report').equals(report.id).toArray()
    expect(await db.cells.get(report.id)).toEqual(packCells(report, engine, touched))
  }
}

it('takes any sequence of steps back to nothing, and forth again', async () => {
  const step = fc.record({ name: fc.constantFrom(...Object.keys(STEPS)), pick: fc.nat(20) })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const journal = new MemoryJournal()
      const world: World = { session: (await open(newProject(), journal)).session, journal }
      for (const { name, pick } of steps) await STEPS[name]?.(world, pick)
      const { session } = world
      await expectDerived(session)
      expect(journal.entries).toEqual(await session.db.journalMirror.toArray())
      const full = await dumpRecords(session.db)
      let undone = 0
      while ((await session.undo()) !== null) undone += 1
      const imported = [0, 1, 2, 3].filter((n) => JSON.stringify(full.sources).includes(hashOf(n)))
      expect(await dumpRecords(session.db)).toEqual(await nothingButHidden(imported))
      await expectDerived(session)
      for (let n = 0; n < undone; n++) await session.redo()
      expect(await dumpRecords(session.db)).toEqual(full)
      expect(journal.entries).toEqual(await session.db.journalMirror.toArray())
      session.close()
    }),
    { numRuns: 80 },
  )
})
