import { describe, expect, it, vi } from 'vitest'
import { message, newId } from '#shared/model/identity'
import {
  acceptStatement,
  addAnnotation,
  addCode,
  databaseName,
  editStatement,
  headsAfter,
  JournalError,
  listCells,
  reviewStatements,
  type Session,
  StorageError,
  updateReport,
} from '../../../renderer/storage'
import { dump, dumpRecords, importFile, MemoryJournal, newProject, open, opened, TEXT } from './fixture'
import { annotationsIn, libraryRows } from './library-rows'

const annotation = (source: string, report: string) => ({
  source,
  reading: `${source}:1`,
  report,
  anchor: { start: 9, end: 15, quote: TEXT.slice(9, 15), prefix: TEXT.slice(0, 9), suffix: '' },
  codes: [],
  memo: '',
})

const code = (id: string, name: string) => ({
  id,
  name,
  parent: null,
  color: '#0072b2',
  definition: '',
  example: '',
  order: 1,
  key: null,
  createdAt: '2026-01-01T00:00:00.000Z',
})

/** Empties every table behind the program's back, as Chromium does with a damaged database. */
async function emptied(session: Session): Promise<void> {
  for (const table of session.db.tables) await table.clear()
  session.close()
}

/** The cases that must hold on fake-indexeddb and on the real IndexedDB of Chromium alike. */
export function coreCases(): void {
  describe('writing', () => {
    it('keeps records, cells, mirror and journal together', async () => {
      const { session, journal, hash, report } = await opened()
      const made = await addAnnotation(session, annotation(hash, report))
      const [suggested] = await reviewStatements(session.db, report)
      await acceptStatement(session, report, suggested?.key ?? '')
      expect(await session.db.annotations.get(made.id)).toEqual(made)
      expect(journal.entries).toEqual(await session.db.journalMirror.toArray())
      expect(journal.entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3])
      expect((await listCells(session.db))[0]?.cells.map(({ status }) => status)).toEqual([
        'accepted',
        'suggested',
        'suggested',
      ])
      expect(await libraryRows(session.db)).toMatchObject([{ statements: 3 }])
      expect(await annotationsIn(session.db, made.source)).toBe(1)
      session.close()
    })

    it('changes nothing when one of its records is not valid', async () => {
      const { session, journal } = await opened()
      const before = await dump(session.db)
      const id = newId()
      await expect(
        session.write(message('project.history.codeAdded'), [
          { table: 'codes', key: id, after: code(id, '好') },
          { table: 'codes', key: newId(), after: { name: '坏' } },
        ]),
      ).rejects.toBeInstanceOf(StorageError)
      expect(await dump(session.db)).toEqual(before)
      expect(journal.last).toBe(1)
      expect(session.status.getState().pending).toBe(0)
      session.close()
    })

    it('keeps sequences contiguous when two windows and the importer write at once', async () => {
      const { session, journal, project } = await opened()
      const { session: other } = await open(project, journal)
      await Promise.all([
        ...Array.from({ length: 10 }, (_, n) => addCode(session, { name: `a${n}` })),
        ...Array.from({ length: 10 }, (_, n) => addCode(other, { name: `b${n}` })),
        ...Array.from({ length: 5 }, (_, n) => importInto(session, n + 2)),
      ])
      await session.flush()
      expect(journal.entries.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 26 }, (_, n) => n + 1))
      expect(journal.entries).toEqual(await session.db.journalMirror.toArray())
      session.close()
      other.close()
    })

    it('says when the journal fails, and sends all when it works again', async () => {
      const { session, journal } = await opened()
      journal.broken = true
      await expect(addCode(session, { name: '一' })).rejects.toBeInstanceOf(JournalError)
      expect(session.status.getState()).toMatchObject({ pending: 1, failed: { key: 'project.write.journal' } })
      expect(await session.db.codes.count()).toBe(1)
      journal.broken = false
      await addCode(session, { name: '二' })
      expect(journal.last).toBe(3)
      expect(session.status.getState()).toMatchObject({ pending: 0, failed: null })
      session.close()
    })
  })

  describe('undo', () => {
    it('goes back to the beginning and forth again, over a restart', async () => {
      const { session, journal, project, hash, report } = await opened()
      const initial = await dumpRecords(session.db)
      await addCode(session, { name: '民生' })
      await editStatement(session, report, (await reviewStatements(session.db, report))[0]?.key ?? '', { value: 161 })
      await addAnnotation(session, annotation(hash, report))
      const full = await dumpRecords(session.db)
      await session.undo()
      session.close()
      const { session: again } = await open(project, journal)
      await again.undo()
      await again.undo()
      expect(await dumpRecords(again.db)).toEqual(initial)
      for (let step = 0; step < 3; step++) await again.redo()
      expect(await again.redo()).toBeNull()
      expect(await dumpRecords(again.db)).toEqual(full)
      expect(journal.entries).toHaveLength(10)
      again.close()
    })

    it('hides a source whose import is undone, and shows it when it is imported again', async () => {
      const { session, journal, hash } = await opened()
      await session.undo()
      expect(await session.db.sources.get(hash)).toMatchObject({ hidden: true })
      expect(await libraryRows(session.db)).toEqual([])
      expect(await listCells(session.db)).toEqual([])
      const { outcome } = await importFile(session.db, journal, 1)
      expect(outcome.status).toBe('imported')
      expect(await libraryRows(session.db)).toHaveLength(1)
      session.close()
    })

    it('refuses a step whose records are not what it left, and changes nothing', async () => {
      const { session } = await opened()
      const { id } = await addCode(session, { name: '民生' })
      await session.db.codes.update(id, { name: '别的' })
      const before = await dump(session.db)
      await expect(session.undo()).rejects.toMatchObject({ reason: { key: 'project.undo.conflict' } })
      expect(await dump(session.db)).toEqual(before)
      session.close()
    })

    it('says what can be undone and redone', async () => {
      const { session, journal } = await opened()
      await addCode(session, { name: '民生' })
      await session.undo()
      const labels = () => session.status.getState()
      await vi.waitFor(() => expect(labels().undo?.key).toBe('project.history.sourceImported'))
      expect(labels().redo).toEqual(message('project.history.codeAdded', { name: '民生' }))
      await importFile(session.db, journal, 2)
      await vi.waitFor(() => expect(labels().redo).toBeNull())
      session.close()
    })
  })

  describe('opening', () => {
    it('rebuilds an emptied database from journal and originals', async () => {
      const { session, journal, project, hash, report } = await opened()
      await importFile(session.db, journal, 2)
      const { id } = await addCode(session, { name: '民生' })
      await addAnnotation(session, { ...annotation(hash, report), codes: [id] })
      await acceptStatement(session, report, (await reviewStatements(session.db, report))[1]?.key ?? '')
      await updateReport(session, report, { title: '改过的题目' })
      await session.undo()
      await session.undo()
      const before = await dump(session.db)
      await emptied(session)
      const { session: again, outcome } = await open(project, journal)
      expect(outcome).toMatchObject({ kind: 'rebuilt', entries: 8, sources: 2, missing: [] })
      expect(await dump(again.db)).toEqual(before)
      again.close()
    })

    it('says nothing about a new project', async () => {
      const { session, outcome } = await open(newProject(), new MemoryJournal())
      expect(outcome).toEqual({ kind: 'same' })
      session.close()
    })

    it('keeps the database of a newer version as it is', async () => {
      const { session, journal, project } = await opened()
      await session.db.meta.put({ key: 'dataVersion', value: 99 })
      session.close()
      await expect(open(project, journal)).rejects.toMatchObject({ name: 'DataVersionError', found: 99 })
      expect((await indexedDB.databases()).map(({ name }) => name)).toContain(databaseName(project.id))
    })
  })

  it('stores a file once, whatever its name', async () => {
    const { session, journal } = await opened()
    expect(await importFile(session.db, journal, 1)).toEqual({
      outcome: { status: 'duplicate', of: '1.txt' },
      entry: null,
    })
    expect(await session.db.sources.count()).toBe(1)
    expect(await headsAfter(session.db, 0, 10)).toHaveLength(1)
    session.close()
  })
}

/** An import whose entry the journal gets from the window's next push. */
async function importInto(session: Session, n: number): Promise<void> {
  const silent = new MemoryJournal()
  silent.append = async () => ({ last: 0 })
  await importFile(session.db, silent, n)
}
