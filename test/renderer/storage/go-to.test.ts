import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  acceptStatement,
  addAnnotation,
  addCode,
  hideSource,
  listCodes,
  removeAnnotation,
  reviewStatements,
  type Session,
  updateAnnotation,
  updateCode,
  updateReport,
} from '../../../renderer/storage'
import { HistoryTree } from '../../../renderer/storage/history-tree'
import { wordOf } from '../../../renderer/storage/word'
import { dumpRecords, importFile, MemoryJournal, newProject, open, opened, restoreInto, TEXT, truly } from './fixture'

/** What the user has made of the project: what undo, redo and a walk must bring back. */
async function made({ db }: Session) {
  const shown = await db.sources.filter(({ hidden }) => !hidden).toArray()
  const reports = await db.reports
    .where('source')
    .anyOf(shown.map(({ hash }) => hash))
    .toArray()
  return {
    sources: shown,
    words: reports.map((report) => [report.id, wordOf(report)]),
    codes: await db.codes.toArray(),
    annotations: await db.annotations.toArray(),
    statements: await db.statements.toArray(),
  }
}

interface World {
  session: Session
  journal: MemoryJournal
}

type Step = (world: World, pick: number) => Promise<unknown>

const STEPS: Record<string, Step> = {
  import: ({ session, journal }, pick) => importFile(session.db, journal, pick % 3, truly(pick % 3)),
  hide: async ({ session }, pick) => {
    const sources = await session.db.sources.toArray()
    const source = sources[pick % Math.max(1, sources.length)]
    if (source) await hideSource(session, source.hash)
  },
  code: ({ session }, pick) => addCode(session, { name: `编码${pick}` }),
  rename: async ({ session }, pick) => {
    const codes = await listCodes(session.db)
    const code = codes[pick % Math.max(1, codes.length)]
    if (code) await updateCode(session, code.id, { name: `改名${pick}` })
  },
  annotate: async ({ session }, pick) => {
    const [source] = await session.db.sources.toArray()
    if (!source) return
    const anchor = { start: pick, end: pick + 2, quote: TEXT.slice(pick, pick + 2), prefix: '', suffix: '' }
    await addAnnotation(session, {
      source: source.hash,
      reading: source.reading,
      report: null,
      anchor,
      codes: [],
      memo: '',
    })
  },
  memo: async ({ session }, pick) => {
    const [annotation] = await session.db.annotations.toArray()
    if (annotation) await updateAnnotation(session, annotation.id, { memo: `备忘${pick}` })
  },
  remove: async ({ session }) => {
    const [annotation] = await session.db.annotations.toArray()
    if (annotation) await removeAnnotation(session, annotation.id)
  },
  year: async ({ session }, pick) => {
    const [report] = await session.db.reports.toArray()
    if (report) await updateReport(session, report.id, { year: 2000 + pick })
  },
  accept: async ({ session }, pick) => {
    const [report] = await session.db.reports.toArray()
    if (!report) return
    const statements = await reviewStatements(session.db, report.id)
    const statement = statements[pick % Math.max(1, statements.length)]
    if (statement) await acceptStatement(session, report.id, statement.key)
  },
  undo: ({ session }) => session.undo(),
  redo: ({ session }) => session.redo(),
  reopen: async (world) => {
    world.session.close()
    world.session = (await again(world.session.project, world.journal)).session
  },
}

const again = (project: Session['project'], journal: MemoryJournal) =>
  open(project, journal, { restore: restoreInto(project.id, truly) })

it('comes to any point from any other, whatever was done, undone and done otherwise in between', async () => {
  const step = fc.record({ name: fc.constantFrom(...Object.keys(STEPS), 'goTo', 'undo', 'goTo'), pick: fc.nat(30) })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 24, size: 'max' }), async (steps) => {
      const journal = new MemoryJournal()
      const world: World = { session: (await again(newProject(), journal)).session, journal }
      const tree = new HistoryTree()
      /** The model: what was made after each entry, taken when it was made and for steps alone. */
      const states = new Map([[0, await made(world.session)]])
      for (const { name, pick } of steps) {
        if (name === 'goTo') await world.session.goTo(pick % (tree.last + 1))
        else await STEPS[name]?.(world, pick)
        const { db } = world.session
        for (const head of await db.journalHeads.where('sequence').above(tree.last).toArray()) tree.add(head)
        const state = tree.state(tree.last)
        const now = await made(world.session)
        const known = states.get(state)
        if (known) expect(now).toEqual(known)
        else states.set(state, now)
      }
      const { session } = world
      for (const sequence of [...Array(tree.last + 1).keys()].sort((a, b) => ((a * 7) % 11) - ((b * 7) % 11))) {
        expect(await session.goTo(sequence)).toMatchObject({ reached: true })
        expect(await made(session)).toEqual(states.get(tree.state(sequence)))
        const label = (await session.db.journalHeads.get(tree.state(sequence)))?.operation ?? null
        await expect.poll(() => session.status.getState().undo, { timeout: 5_000 }).toEqual(label)
      }
      expect(journal.entries).toEqual(await session.db.journalMirror.toArray())
      const before = await made(session)
      for (const table of session.db.tables) await table.clear()
      session.close()
      const { session: rebuilt } = await again(session.project, journal)
      expect(await made(rebuilt)).toEqual(before)
      rebuilt.close()
    }),
    { numRuns: 25 },
  )
})

it('goes step by step on from where it came to', async () => {
  const { session } = await opened()
  for (const name of ['一', '二', '三', '四']) await addCode(session, { name })
  const names = async () => (await listCodes(session.db)).map(({ name }) => name)
  const told: unknown[] = []
  expect(await session.goTo(3, (progress) => told.push(progress))).toEqual({ steps: 2, reached: true })
  expect(told).toEqual([{ done: 2, total: 2 }])
  expect(await names()).toEqual(['一', '二'])
  await session.redo()
  expect(await names()).toEqual(['一', '二', '三'])
  await addCode(session, { name: '五' })
  // What the new step left can't be redone, but one can go there.
  expect(await session.redo()).toBeNull()
  await session.goTo(5)
  expect(await names()).toEqual(['一', '二', '三', '四'])
  await session.goTo(2)
  for (let n = 0; n < 3; n++) await session.redo()
  expect(await session.redo()).toBeNull()
  expect(await names()).toEqual(['一', '二', '三', '四'])
  expect(await session.goTo(5)).toEqual({ steps: 0, reached: true })
  session.close()
})

it('stops between two steps when it is told to, and goes on from there', async () => {
  const { session } = await opened()
  for (let n = 0; n < 60; n++) await addCode(session, { name: String(n) })
  const stop = new AbortController()
  const outcome = await session.goTo(1, () => stop.abort(), stop.signal)
  expect(outcome).toEqual({ steps: 25, reached: false })
  expect(await session.db.codes.count()).toBe(35)
  const told: number[] = []
  expect(await session.goTo(1, ({ done, total }) => told.push(done, total))).toEqual({ steps: 35, reached: true })
  expect(told).toEqual([25, 35, 35, 35])
  session.close()
})

it('says which step does not fit, and makes those before it', async () => {
  const { session, hash } = await opened()
  const { id } = await addCode(session, { name: '一' })
  await addCode(session, { name: '二' })
  await addCode(session, { name: '三' })
  // Another program wrote past the journal.
  await session.db.codes.update(id, { name: '别的' })
  await expect(session.goTo(0)).rejects.toMatchObject({
    name: 'UndoConflictError',
    operation: { key: 'project.history.codeAdded', params: { name: '一' } },
  })
  expect((await session.db.codes.toArray()).map(({ name }) => name)).toEqual(['别的'])
  expect((await session.db.sources.get(hash))?.hidden).toBe(false)
  session.close()
})

it('refuses a point that is not there', async () => {
  const { session } = await opened()
  const before = await dumpRecords(session.db)
  await expect(session.goTo(99)).rejects.toThrow(RangeError)
  expect(await dumpRecords(session.db)).toEqual(before)
  session.close()
})

it('tries a step once more when its records came between the look and the answer', async () => {
  const project = newProject()
  const journal = new MemoryJournal()
  const { session } = await again(project, journal)
  const { id } = await addCode(session, { name: '一' })
  const code = await session.db.codes.get(id)
  await session.db.codes.delete(id)
  // Whoever brings the record is through with it before the failure is heard of.
  const refresh = session.refresh.bind(session)
  session.refresh = async () => {
    if (code) await session.db.codes.put(code)
    return refresh()
  }
  expect(await session.undo()).toMatchObject({ undoes: 1 })
  expect(await session.db.codes.count()).toBe(0)
  session.close()
})
