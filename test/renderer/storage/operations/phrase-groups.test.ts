import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { newId } from '#shared/model/identity'
import {
  addPhraseGroup,
  listPhraseGroups,
  removePhraseGroup,
  type Session,
  StorageError,
  updatePhraseGroup,
} from '../../../../renderer/storage'
import { type MemoryJournal, open, opened } from '../fixture'

let session: Session
let journal: MemoryJournal

beforeEach(async () => {
  const made = await opened()
  session = made.session
  journal = made.journal
})
afterEach(() => session.close())

const groups = () => listPhraseGroups(session.db)
const lastKey = () => journal.entries.at(-1)?.operation.key
const TERMS = [{ name: '优化营商环境', variants: ['营商环境优化'] }]

it('makes, renames, changes and removes a group, each a step with its name', async () => {
  const made = await addPhraseGroup(session, { name: '营商', terms: TERMS })
  expect(lastKey()).toBe('project.history.phraseGroupAdded')
  expect(made).toMatchObject({ name: '营商', note: '', author: session.author, terms: TERMS })
  await updatePhraseGroup(session, made.id, () => ({ name: '营商环境' }))
  expect(lastKey()).toBe('project.history.phraseGroupRenamed')
  const terms = [...made.terms, { id: newId(), name: '放管服', variants: [] }]
  const changed = await updatePhraseGroup(session, made.id, () => ({ terms }))
  expect(lastKey()).toBe('project.history.phraseGroupChanged')
  expect(changed).toMatchObject({ name: '营商环境', terms })
  await removePhraseGroup(session, made.id)
  expect(lastKey()).toBe('project.history.phraseGroupRemoved')
  expect(await groups()).toEqual([])
  await session.undo()
  expect(await groups()).toEqual([changed])
  await session.undo()
  await session.undo()
  expect(await groups()).toEqual([made])
  await session.undo()
  expect(await groups()).toEqual([])
})

it('writes nothing when nothing is different, or nothing is there', async () => {
  const made = await addPhraseGroup(session, { name: '营商', terms: TERMS })
  const steps = journal.entries.length
  expect(await updatePhraseGroup(session, made.id, ({ name, terms }) => ({ name, terms }))).toEqual(made)
  expect(await removePhraseGroup(session, newId())).toBeNull()
  await expect(updatePhraseGroup(session, newId(), () => ({ name: '' }))).rejects.toBeInstanceOf(StorageError)
  expect(journal.entries).toHaveLength(steps)
})

it('makes each of two changes at once on what the other has left', async () => {
  const terms = [...TERMS, { name: '放管服', variants: [] }]
  const { id } = await addPhraseGroup(session, { name: '营商', terms })
  await Promise.all([
    updatePhraseGroup(session, id, (stored) => ({
      terms: stored.terms.map((term) => (term.name === '放管服' ? { ...term, name: '简政放权' } : term)),
    })),
    updatePhraseGroup(session, id, (stored) => ({ terms: stored.terms.filter(({ name }) => name !== '优化营商环境') })),
    updatePhraseGroup(session, id, () => ({ note: '2015年起' })),
  ])
  expect(await groups()).toMatchObject([{ note: '2015年起', terms: [{ name: '简政放权' }] }])
})

it('refuses a wording without a letter', async () => {
  await expect(addPhraseGroup(session, { name: '空', terms: [{ name: '', variants: [] }] })).rejects.toMatchObject({
    reason: { key: 'project.write.invalid' },
  })
  expect(await groups()).toEqual([])
})

it('lists groups by name and brings them back when the database was deleted', async () => {
  await addPhraseGroup(session, {
    name: '乡村',
    terms: [{ name: '乡村振兴', variants: ['振兴乡村'] }],
    note: '2018年起',
  })
  await addPhraseGroup(session, { name: '创新', terms: TERMS })
  const before = await groups()
  expect(before.map(({ name }) => name)).toEqual(['创新', '乡村'])
  const { project } = session
  await session.db.delete()
  session.close()
  const again = await open(project, journal)
  expect(again.outcome.kind).toBe('rebuilt')
  expect(await listPhraseGroups(again.session.db)).toEqual(before)
  again.session.close()
})
