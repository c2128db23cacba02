import 'fake-indexeddb/auto'
import { beforeEach, expect, it, vi } from 'vitest'
import { newId } from '#shared/model/identity'
import { openDatabase, type ProjectDatabase } from '../../../renderer/storage'
import { ImportLookups } from '../../../renderer/storage/import-lookups'

const PLACE = { code: 'x1', name: '甲开发区', short: '甲', level: 'county', parent: null } as const
const put = (table: string, row: object) => db.table(table).put(row)
const source = (hash: string) => ({ hash, name: `${hash}.txt`, hidden: false })

let db: ProjectDatabase
beforeEach(async () => {
  db = await openDatabase(newId())
})

it('finds what was there and what was stored since, and asks nothing about the rest', async () => {
  await put('sources', source('a'))
  const lookups = new ImportLookups(db)
  expect(await lookups.newSource('a')).toMatchObject({ name: 'a.txt' })
  const get = vi.spyOn(db.sources, 'get')
  expect(await lookups.newSource('b')).toBeUndefined()
  expect(get).not.toHaveBeenCalled()
  await put('sources', source('b'))
  lookups.stored('b')
  expect(await lookups.newSource('b')).toMatchObject({ name: 'b.txt' })
})

it('reads places and topics once, and again when one has changed', async () => {
  const lookups = new ImportLookups(db)
  const toArray = vi.spyOn(db.places, 'toArray')
  expect((await lookups.records()).places).toEqual([])
  await put('sources', source('c'))
  await lookups.records()
  expect(toArray).toHaveBeenCalledTimes(1)
  await put('places', PLACE)
  await vi.waitFor(async () => expect((await lookups.records()).places).toHaveLength(1))
})
