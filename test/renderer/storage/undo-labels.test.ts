import 'fake-indexeddb/auto'
import { expect, it, vi } from 'vitest'
import { message, newId } from '#shared/model/identity'
import { openDatabase } from '../../../renderer/storage'
import { appendEntry } from '../../../renderer/storage/entry'
import { type UndoLabels, UndoLabelWatch } from '../../../renderer/storage/undo-labels'

async function open() {
  const db = await openDatabase(newId())
  const told: UndoLabels[] = []
  const failed = vi.fn()
  const watch = new UndoLabelWatch(db, (labels) => told.push(labels), failed)
  await watch.refresh()
  const write = (name: string) =>
    db.transaction('rw', db.journalMirror, db.journalHeads, db.meta, () =>
      appendEntry(db, '甲', { at: '2026-01-02T03:04:05.000Z', operation: message('test', { name }), changes: [] }),
    )
  return { db, told, failed, watch, write, last: () => told.at(-1)?.undo?.params?.name }
}

it('tells what others write, a burst of them in few reads', async () => {
  const { db, told, failed, watch, write, last } = await open()
  const before = told.length
  for (let n = 1; n <= 50; n++) await write(String(n))
  await vi.waitFor(() => expect(last()).toBe('50'), { timeout: 5_000 })
  expect(told.length - before).toBeLessThan(25)
  expect(failed).not.toHaveBeenCalled()
  watch.stop()
  db.close()
})

it('is refreshed at once when it is asked to', async () => {
  const { db, watch, write, last } = await open()
  await write('一')
  await watch.refresh()
  expect(last()).toBe('一')
  await write('二')
  await watch.refresh()
  expect(last()).toBe('二')
  watch.stop()
  db.close()
})

it('tells nothing and fails nowhere after its end', async () => {
  const { db, told, failed, watch, write } = await open()
  const before = told.length
  await write('一')
  watch.stop()
  db.close()
  await watch.refresh()
  expect(told.length).toBe(before)
  expect(failed).not.toHaveBeenCalled()
})

it('takes in an entry of this window without reading it', async () => {
  const { db, watch, write, last } = await open()
  const read = vi.spyOn(db.journalHeads, 'get')
  watch.written([await write('一')])
  await watch.refresh()
  expect(last()).toBe('一')
  expect(read).not.toHaveBeenCalled()
  watch.stop()
  db.close()
})
