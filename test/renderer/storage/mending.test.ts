import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { addCode, getSourceBundle } from '../../../renderer/storage'
import { duplicateOf, storeImport } from '../../../renderer/storage/import'
import { AT, analysed, hashOf, open, opened } from './fixture'

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
