import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { CODE_COLORS } from '#shared/model/code'
import { newId } from '#shared/model/identity'
import { addAnnotation, addCode, annotationsOf, listCodes, removeCode, updateCode } from '../../../../renderer/storage'
import { opened, TEXT } from '../fixture'

it('chooses colour, digit and order of a new code', async () => {
  const { session } = await opened()
  const made = []
  for (let n = 0; n < 10; n++) made.push(await addCode(session, { name: `编码${n}` }))
  expect(made.map(({ key }) => key)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, null])
  expect(made.slice(0, 8).map(({ color }) => color)).toEqual(CODE_COLORS.slice(0, 8))
  expect(new Set(made.map(({ color }) => color)).size).toBe(10)
  expect((await listCodes(session.db)).map(({ id }) => id)).toEqual(made.map(({ id }) => id))
  session.close()
})

it('takes what it is given', async () => {
  const { session } = await opened()
  const parent = await addCode(session, { name: '上级', key: null })
  const child = await addCode(session, { name: '下级', parent: parent.id, color: '#123456', definition: '定义' })
  expect(parent.key).toBeNull()
  expect(child).toMatchObject({ parent: parent.id, color: '#123456', definition: '定义', key: 1, order: 1 })
  session.close()
})

it('gives a digit to one code only', async () => {
  const { session } = await opened()
  const first = await addCode(session, { name: '一' })
  const second = await addCode(session, { name: '二' })
  await updateCode(session, second.id, { key: 1 })
  expect(await session.db.codes.get(first.id)).toMatchObject({ key: null })
  expect(await session.db.codes.get(second.id)).toMatchObject({ key: 1 })
  await session.undo()
  expect(await session.db.codes.get(first.id)).toMatchObject({ key: 1 })
  session.close()
})

it('moves no code below itself', async () => {
  const { session } = await opened()
  const top = await addCode(session, { name: '一' })
  const middle = await addCode(session, { name: '二', parent: top.id })
  const low = await addCode(session, { name: '三', parent: middle.id })
  for (const parent of [top.id, low.id])
    await expect(updateCode(session, top.id, { parent })).rejects.toMatchObject({
      reason: { key: 'project.write.codeRing' },
    })
  expect(await updateCode(session, low.id, { parent: top.id })).not.toBeNull()
  session.close()
})

it('takes a removed code off its annotations in one step, and undo puts it back', async () => {
  const { session, hash } = await opened()
  const gone = await addCode(session, { name: '要删的' })
  const kept = await addCode(session, { name: '留下的' })
  const child = await addCode(session, { name: '下级', parent: gone.id })
  const anchor = { start: 0, end: 4, quote: TEXT.slice(0, 4), prefix: '', suffix: '' }
  const given = { source: hash, reading: `${hash}:1`, report: null, anchor, memo: '' }
  await addAnnotation(session, { ...given, codes: [gone.id, kept.id] })
  await addAnnotation(session, { ...given, codes: [kept.id] })
  const before = await annotationsOf(session.db, hash)
  const entry = await removeCode(session, gone.id)
  expect(entry?.changes.map(({ table }) => table)).toEqual(['annotations', 'codes', 'codes'])
  expect((await annotationsOf(session.db, hash)).map(({ codes }) => codes)).toEqual([[kept.id], [kept.id]])
  expect(await session.db.codes.get(child.id)).toMatchObject({ parent: null })
  await session.undo()
  expect(await annotationsOf(session.db, hash)).toEqual(before)
  expect(await session.db.codes.get(child.id)).toEqual(child)
  session.close()
})

it('says that a code is gone', async () => {
  const { session } = await opened()
  await expect(updateCode(session, newId(), { name: '无' })).rejects.toMatchObject({
    reason: { key: 'project.write.gone' },
  })
  session.close()
})
