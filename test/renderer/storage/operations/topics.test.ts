import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import type { TopicRule } from '#shared/model/topic'
import { listTopics, type Original, resetTopics, type Session, saveTopics } from '../../../../renderer/storage'
import { userRecords } from '../../../../renderer/storage/worker'
import { hashOf, importFile, MemoryJournal, newProject, open, restoreInto } from '../fixture'

const topic = (id: string, order: number, words: string[]): TopicRule => ({ id, name: null, words, order, off: false })

async function watched() {
  const [project, journal] = [newProject(), new MemoryJournal()]
  const asked: Original[] = []
  const { session } = await open(project, journal, {
    restore: async (originals) => {
      asked.push(...originals)
      await restoreInto(project.id)(originals)
    },
  })
  await importFile(session.db, journal, 1)
  await importFile(session.db, journal, 2)
  return { session, asked }
}

const names = async (session: Session) => (await listTopics(session.db)).map(({ id }) => id)

it('saves the topics as they are given, in their order, and has all sections looked at again', async () => {
  const { session, asked } = await watched()
  expect(await listTopics(session.db)).toEqual([])
  await saveTopics(session, [topic('economy', 1, ['经济']), topic('u-a', 0, ['黄河'])])
  expect(await names(session)).toEqual(['u-a', 'economy'])
  expect(await session.refresh()).toEqual([])
  expect(new Set(asked.map(({ hash }) => hash))).toEqual(new Set([hashOf(1), hashOf(2)]))
  expect(await userRecords(session.db)).toMatchObject({ places: [], topics: [{ id: 'u-a' }, { id: 'economy' }] })
  session.close()
})

it('takes topics away that are no longer given, and undo brings them back', async () => {
  const { session } = await watched()
  await saveTopics(session, [topic('economy', 0, ['经济']), topic('u-a', 1, ['黄河'])])
  await saveTopics(session, [topic('u-a', 0, ['黄河'])])
  expect(await names(session)).toEqual(['u-a'])
  await session.undo()
  expect(await names(session)).toEqual(['economy', 'u-a'])
  await resetTopics(session)
  expect(await names(session)).toEqual([])
  expect(await resetTopics(session)).toBeNull()
  await session.refresh()
  session.close()
})
