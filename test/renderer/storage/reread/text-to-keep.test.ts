import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import {
  addCorrections,
  getSourceBundle,
  openDatabase,
  type ProjectDatabase,
  staleSources,
  storeImport,
} from '../../../../renderer/storage'
import { correctionsFor, textToKeep } from '../../../../renderer/storage/worker'
import { hashOf, importText, readFile, TEXTS } from '../corrections/texts'
import { AT, MemoryJournal, newProject, open } from '../fixture'

const HASH = hashOf('1.txt')
/** What a newer parser makes of the file. */
const NEWER = `${TEXTS['1.txt']}\n附件：名词解释`

/** Reads the file as a newer version of the importer does. */
async function restore(db: ProjectDatabase): Promise<void> {
  const source = await db.sources.get(HASH)
  const options = { corrections: await correctionsFor(db, HASH), number: Number(source?.reading.split(':')[1]) }
  const found = await readFile('1.txt', { ...options, decoded: NEWER })
  const kept = await textToKeep(db, found)
  const read = kept === null ? found : await readFile('1.txt', { ...options, decoded: kept })
  await storeImport(db, read, { mode: 'restore', author: '', at: AT })
}

it('leaves a reading that a newer parser made out of sight once the user has taken it back', async () => {
  const project = newProject()
  const journal = new MemoryJournal()
  const { session } = await open(project, journal, {
    restore: async () => {
      const db = await openDatabase(project.id)
      await restore(db)
      db.close()
    },
  })
  await importText(session.db, journal, '1.txt')
  const text = async () => (await getSourceBundle(session.db, HASH))?.text.text
  const at = (TEXTS['1.txt'] ?? '').indexOf('一六0')
  await addCorrections(session, [{ source: HASH, start: at, end: at + 3, replacement: '160' }])
  await session.db.readings.toCollection().modify({ made: 0 })
  await session.refresh()
  expect(await text()).toBe(NEWER.replace('一六0', '160'))
  expect(journal.entries.at(-1)?.operation.key).toBe('project.history.sourceReread')
  await session.undo()
  await session.refresh()
  expect(await text()).toBe(TEXTS['1.txt']?.replace('一六0', '160'))
  expect(await staleSources(session.db)).toEqual([])
  expect((await getSourceBundle(session.db, HASH))?.reports).toHaveLength(1)
  await session.redo()
  await session.refresh()
  expect(await text()).toBe(NEWER.replace('一六0', '160'))
  await session.undo()
  await session.undo()
  await session.refresh()
  expect(await text()).toBe(TEXTS['1.txt'])
  session.close()
})

it('keeps nothing while no later reading has the text', async () => {
  const { session } = await open(newProject(), new MemoryJournal())
  const read = await readFile('1.txt')
  expect(await textToKeep(session.db, read)).toBeNull()
  await importText(session.db, new MemoryJournal(), '1.txt')
  expect(await textToKeep(session.db, read)).toBeNull()
  expect(await textToKeep(session.db, await readFile('1.txt', { decoded: NEWER }))).toBeNull()
  session.close()
})
