import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { newId } from '#shared/model/identity'
import {
  addAnnotation,
  addAnnotations,
  annotationsOf,
  changeAnnotations,
  editAnnotations,
  removeAnnotation,
  removeAnnotations,
  updateAnnotation,
} from '../../../../renderer/storage'
import { opened, TEXT } from '../fixture'

const anchorAt = (start: number, end: number) => ({
  start,
  end,
  quote: TEXT.slice(start, end),
  prefix: TEXT.slice(0, start),
  suffix: TEXT.slice(end, end + 32),
})

it('adds, changes and removes, in the order of the text', async () => {
  const { session, hash, report } = await opened()
  const given = { source: hash, reading: `${hash}:1`, report, codes: [], memo: '' }
  const late = await addAnnotation(session, { ...given, anchor: anchorAt(20, 24) })
  const early = await addAnnotation(session, { ...given, anchor: anchorAt(0, 4) })
  expect(await annotationsOf(session.db, hash)).toEqual([early, late])
  expect(early).toMatchObject({ author: '甲', orphan: false, createdAt: early.updatedAt })
  const entry = await updateAnnotation(session, late.id, { memo: '看这里' })
  expect(entry?.operation).toEqual({
    key: 'project.history.annotationChanged',
    params: { quote: TEXT.slice(20, 24) },
  })
  expect(entry?.changes).toMatchObject([{ table: 'annotations', before: late, after: { memo: '看这里' } }])
  await removeAnnotation(session, early.id)
  expect((await annotationsOf(session.db, hash)).map(({ id }) => id)).toEqual([late.id])
  session.close()
})

it('names a long passage by its beginning', async () => {
  const { session, hash } = await opened()
  await addAnnotation(session, {
    source: hash,
    reading: `${hash}:1`,
    report: null,
    codes: [],
    memo: '',
    anchor: anchorAt(0, TEXT.length),
  })
  expect((await session.db.journalMirror.get(2))?.operation.params).toEqual({ quote: `${TEXT.slice(0, 20)}…` })
  session.close()
})

it('says that an annotation is gone', async () => {
  const { session } = await opened()
  const gone = { reason: { key: 'project.write.gone' } }
  await expect(updateAnnotation(session, newId(), { memo: '无' })).rejects.toMatchObject(gone)
  await expect(removeAnnotation(session, newId())).rejects.toMatchObject(gone)
  session.close()
})

const STEP = { key: 'test.step', params: {} }

/** A project with `count` annotations that were made in one step, in the order of the text. */
async function many(count: number) {
  const { session, hash } = await opened()
  const given = { source: hash, reading: `${hash}:1`, report: null, codes: [], memo: '' }
  const spans = Array.from({ length: count }, (_, i) => anchorAt(i % 30, (i % 30) + 1 + Math.floor(i / 30)))
  const entry = await addAnnotations(
    session,
    STEP,
    spans.map((anchor) => ({ ...given, anchor })),
  )
  return { session, hash, entry, all: await annotationsOf(session.db, hash) }
}

it('makes, changes and removes any number in one step each, and undo takes each back as a whole', async () => {
  const { session, hash, entry, all } = await many(450)
  expect(entry).toMatchObject({ operation: STEP, sequence: 2 })
  expect(all).toHaveLength(450)
  expect(all.every(({ author, rule }) => author === '甲' && rule === null)).toBe(true)
  const changed = await changeAnnotations(
    session,
    STEP,
    all.map(({ id }) => ({ id, patch: { memo: '同' } })),
  )
  expect(changed).toMatchObject({ sequence: 3 })
  expect((await annotationsOf(session.db, hash)).every(({ memo }) => memo === '同')).toBe(true)
  await session.undo()
  expect(await annotationsOf(session.db, hash)).toEqual(all)
  const ids = all.map(({ id }) => id)
  expect((await removeAnnotations(session, STEP, ids.slice(0, 250)))?.changes).toHaveLength(250)
  expect((await annotationsOf(session.db, hash)).map(({ id }) => id)).toEqual(ids.slice(250))
  await session.undo()
  expect(await annotationsOf(session.db, hash)).toEqual(all)
  await session.undo()
  expect(await annotationsOf(session.db, hash)).toEqual([])
  session.close()
})

it('notes the rule that made them, and keeps the id that was shown before', async () => {
  const { session, hash } = await opened()
  const [id, rule] = [newId(), newId()]
  const given = { source: hash, reading: `${hash}:1`, report: null, codes: [], memo: '', anchor: anchorAt(0, 4) }
  await addAnnotations(session, STEP, [{ ...given, id, rule }])
  expect(await session.db.annotations.get(id)).toMatchObject({ id, rule })
  session.close()
})

it('changes nothing when one of them is gone, and makes no step of nothing', async () => {
  const { session, hash, all } = await many(3)
  const [first, ...others] = all.map(({ id }) => id)
  const changes = [{ id: first ?? '', patch: { memo: '改' } }]
  await expect(editAnnotations(session, STEP, { changes, remove: [newId()] })).rejects.toMatchObject({
    reason: { key: 'project.write.gone' },
  })
  expect(await annotationsOf(session.db, hash)).toEqual(all)
  expect(await addAnnotations(session, STEP, [])).toBeNull()
  expect(await editAnnotations(session, STEP, {})).toBeNull()
  const entry = await editAnnotations(session, STEP, { changes, remove: others })
  expect(entry?.changes).toHaveLength(3)
  expect(await annotationsOf(session.db, hash)).toMatchObject([{ id: first, memo: '改' }])
  session.close()
})
