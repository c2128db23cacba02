import 'fake-indexeddb/auto'
import { expect, it, vi } from 'vitest'
import { addCode, LiveValue, listCodes } from '../../../renderer/storage'
import { opened } from './fixture'

it('has what is stored, tells what is stored later, and ends', async () => {
  const { session } = await opened()
  const names = new LiveValue(async () => (await listCodes(session.db)).map(({ name }) => name))
  expect(names.value()).toBeUndefined()
  await vi.waitFor(() => expect(names.value()).toEqual([]))
  const told = vi.fn()
  names.subscribe(told)
  await addCode(session, { name: '民生' })
  await vi.waitFor(() => expect(names.value()).toEqual(['民生']))
  expect(told).toHaveBeenCalled()
  names.stop()
  const later = new LiveValue(() => listCodes(session.db))
  await addCode(session, { name: '就业' })
  await vi.waitFor(() => expect(later.value()).toHaveLength(2))
  expect(names.value()).toEqual(['民生'])
  later.stop()
  session.close()
})

it('says what the query failed with', async () => {
  const broken = new LiveValue(async () => {
    throw new RangeError('no such table')
  })
  await vi.waitFor(() => expect(broken.failed).toBe(true))
  expect(broken.value).toThrow('no such table')
  broken.stop()
})

it('begins to read in the turn in which it is made, and leaves the timers as they were', async () => {
  const { setTimeout } = globalThis
  const query = vi.fn(async () => 1)
  const one = new LiveValue(query)
  expect(globalThis.setTimeout).toBe(setTimeout)
  await Promise.resolve()
  expect(query).toHaveBeenCalledOnce()
  await one.first
  one.stop()
})
