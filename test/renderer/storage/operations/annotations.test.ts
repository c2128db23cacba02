import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { newId } from '#shared/model/identity'
import { addAnnotation, annotationsOf, removeAnnotation, updateAnnotation } from '../../../../renderer/storage'
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
