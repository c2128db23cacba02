import Dexie from 'dexie'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isDiskError } from '../../../renderer/storage/errors'
import { coreCases } from '../../renderer/storage/core-cases'

/*
 * A database that is asked for through a frame, as where Chromium answers the window itself no more
 * (`renderer/storage/fresh-factory.ts`): what it gives and what it throws is of the frame's realm.
 */
const { indexedDB: own } = Dexie.dependencies
let frame: HTMLIFrameElement

beforeAll(() => {
  frame = document.createElement('iframe')
  document.body.append(frame)
  Dexie.dependencies.indexedDB = Reflect.get(Object(frame.contentWindow), 'indexedDB')
})
afterAll(() => {
  Dexie.dependencies.indexedDB = own
  frame.remove()
})

it('says that the disk refuses where a transaction ends without a word', async () => {
  const db = new Dexie('frame')
  db.version(1).stores({ codes: 'id' })
  await db.open()
  const ended = db.transaction('rw', 'codes', async (transaction) => {
    const adding = db.table('codes').bulkAdd([{ id: 'a' }])
    transaction.idbtrans.abort()
    await adding
  })
  const error = await ended.catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ name: 'BulkError' })
  expect(isDiskError(error)).toBe(true)
  const [failure] = error instanceof Dexie.BulkError ? error.failures : []
  expect(failure).not.toBeInstanceOf(DOMException)
  await db.delete()
})

coreCases()
