import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { makeAnchor } from '#shared/text/anchor'
import {
  addBookmark,
  bookmarksOf,
  hideSource,
  listBookmarks,
  removeBookmark,
  renameBookmark,
} from '../../../renderer/storage'
import { hashOf, importFile, opened, TEXT } from './fixture'

const at = (quote: string) => makeAnchor(TEXT, TEXT.indexOf(quote), TEXT.indexOf(quote) + quote.length)

it('keeps bookmarks in the order of the text, with undo of each step', async () => {
  const { session, hash } = await opened()
  const reading = `${hash}:1`
  const later = await addBookmark(session, { source: hash, reading, anchor: at('新增停车场'), name: '' })
  const first = await addBookmark(session, { source: hash, reading, anchor: at('2023年'), name: '开头' })
  const names = async () => (await bookmarksOf(session.db, hash)).map(({ name, anchor }) => name || anchor.quote)
  expect(await names()).toEqual(['开头', '新增停车场'])
  await renameBookmark(session, later.id, '停车')
  expect(await renameBookmark(session, later.id, '停车')).toBeNull()
  await removeBookmark(session, first.id)
  expect(await names()).toEqual(['停车'])
  for (const expected of [['开头', '停车'], ['开头', '新增停车场'], ['新增停车场'], []]) {
    await session.undo()
    expect(await names()).toEqual(expected)
  }
  await expect(renameBookmark(session, first.id, 'x')).rejects.toMatchObject({ reason: { key: 'project.write.gone' } })
  session.close()
})

it('lists those of visible sources with the report that they stand in', async () => {
  const { session, journal, hash, report } = await opened()
  await importFile(session.db, journal, 2)
  const other = hashOf(2)
  for (const source of [hash, other])
    await addBookmark(session, { source, reading: `${source}:1`, anchor: at('160亿元'), name: '' })
  const placed = await listBookmarks(session.db)
  expect(placed.map(({ source }) => source.hash)).toEqual([hash, other])
  expect(placed[0]?.report?.id).toBe(report)
  await hideSource(session, other)
  expect((await listBookmarks(session.db)).map(({ source }) => source.hash)).toEqual([hash])
  session.close()
})
