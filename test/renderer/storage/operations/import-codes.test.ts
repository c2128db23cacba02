import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { addCode, codebookOf, importCodes, listCodes, planCodes } from '../../../../renderer/storage'
import { dumpRecords, opened } from '../fixture'

it('brings codes in as one step, digits and memos included, and undo takes all back', async () => {
  const { session } = await opened()
  const a = await addCode(session, { name: '甲' })
  const b = await addCode(session, { name: '乙' })
  const before = await dumpRecords(session.db)
  const wanted = [
    { line: 2, path: ['甲'], definition: '定义', memo: '甲的备忘' },
    { line: 3, path: ['甲', '丙'], key: 2, memo: '丙的备忘' },
    { line: 4, path: ['丁'], key: 2 },
    { line: 5, path: ['乙'] },
  ]
  expect((await planCodes(session.db, '甲', wanted)).map(({ status }) => status)).toEqual([
    'changed',
    'new',
    'fault',
    'same',
  ])
  const entry = await importCodes(session, wanted, '编码表.csv')
  expect(entry?.operation).toEqual({
    key: 'project.history.codebookImported',
    params: { file: '编码表.csv', added: 1, changed: 1 },
  })
  const codes = await listCodes(session.db)
  const made = codes.find(({ name }) => name === '丙')
  expect(codes.map(({ name, key, parent }) => [name, key, parent])).toEqual([
    ['丙', 2, a.id],
    ['甲', 1, null],
    ['乙', null, null],
  ])
  const { memos } = await codebookOf(session.db)
  expect(memos).toEqual(
    new Map([
      [a.id, '甲的备忘'],
      [made?.id, '丙的备忘'],
    ]),
  )
  const after = await dumpRecords(session.db)
  await session.undo()
  expect(await dumpRecords(session.db)).toEqual(before)
  await session.redo()
  expect(await dumpRecords(session.db)).toEqual(after)
  expect(await importCodes(session, [{ line: 2, path: ['甲'], memo: '' }], 'x')).toMatchObject({
    changes: [{ table: 'memos', after: null }],
  })
  expect(await importCodes(session, [{ line: 2, path: ['乙'], definition: b.definition }], 'x')).toBeNull()
  session.close()
})
