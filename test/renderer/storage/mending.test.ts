import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { addCode, getSourceBundle, type Session } from '../../../renderer/storage'
import { duplicateOf, storeImport } from '../../../renderer/storage/import'
import { libraryKeeperOf } from '../../../renderer/storage/library-keeper'
import { AT, analysed, hashOf, open, opened, restoreInto } from './fixture'

it('opens with a damaged journal when the database has all of it, and completes it', async () => {
  const { session, journal, project } = await opened()
  await addCode(session, { name: '民生' })
  session.close()
  const whole = [...journal.entries]
  journal.entries.splice(1)
  const damage = { line: 2, last: whole.length }
  const { session: again } = await open(project, journal, { journalDamage: damage })
  expect(journal.entries).toEqual(whole)
  again.close()
})

it('refuses a damaged journal that the database cannot complete, and appends nothing to it', async () => {
  const { session, journal, project } = await opened()
  const kept = journal.entries.length
  const damage = { line: kept + 1, last: kept + 3 }
  session.close()
  await expect(open(project, journal, { journalDamage: damage })).rejects.toMatchObject({
    reason: { key: 'errors.journal.damaged', params: { line: kept + 1 } },
  })
  expect(journal.entries).toHaveLength(kept)
})

it('gives a source its text again behind the open project, or when its file is imported again', async () => {
  const { session, journal, project } = await opened()
  const lose = () => Promise.all([session.db.readings.clear(), session.db.texts.clear()])
  await lose()
  expect(await duplicateOf(session.db, hashOf(1))).toBeNull()
  const stored = await storeImport(session.db, analysed(1), { mode: 'import', author: '', at: AT })
  expect(stored).toMatchObject({ outcome: { status: 'imported' }, entry: null })
  expect(await duplicateOf(session.db, hashOf(1))).not.toBeNull()
  await lose()
  session.close()
  const { session: again } = await open(project, journal)
  expect(await again.restoreTexts()).toEqual([])
  expect(await getSourceBundle(again.db, hashOf(1))).not.toBeNull()
  again.close()
})

/** A project whose rebuild was cut off after its records, before any text. */
async function cutOff() {
  const { session, journal, project } = await opened()
  await session.db.delete({ disableAutoOpen: false })
  session.close()
  const full = async () => Promise.reject(new Error('no space left'))
  await expect(open(project, journal, { restore: full })).rejects.toThrow('no space left')
  return { journal, project }
}

const shownIn = ({ db }: Session) => libraryKeeperOf(db).current()

it('gives the texts that a rebuild was cut off from before it opens the project', async () => {
  const { journal, project } = await cutOff()
  const told: unknown[] = []
  const { session, outcome } = await open(project, journal, { onProgress: (progress) => told.push(progress) })
  expect(outcome).toEqual({ kind: 'same', missing: [] })
  expect(told).toMatchObject([{ done: journal.last, total: journal.last }])
  expect(await shownIn(session)).toMatchObject({ rows: [{ source: { hash: hashOf(1) } }], whole: true })
  session.close()
})

it('asks again at each opening while texts are missing, and no longer once all are there', async () => {
  const { journal, project } = await cutOff()
  const asked: number[] = []
  const opens = async (restore = restoreInto(project.id)) => {
    const { session, outcome } = await open(project, journal, {
      restore: (originals) => {
        asked.push(originals.length)
        return restore(originals)
      },
    })
    session.close()
    return outcome
  }
  expect(await opens(async () => undefined)).toEqual({ kind: 'same', missing: ['1.txt'] })
  expect(await opens()).toEqual({ kind: 'same', missing: [] })
  expect(await opens()).toEqual({ kind: 'same' })
  expect(asked).toEqual([1, 1])
})
