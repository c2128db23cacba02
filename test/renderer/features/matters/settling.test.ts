import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { settle } from '../../../../renderer/features/matters/actions'
import { MattersController } from '../../../../renderer/features/matters/controller'
import type { Session } from '../../../../renderer/storage'
import { importFile, MemoryJournal, newProject, open } from '../../storage/fixture'
import { withMatters } from '../../storage/matters/made'

let session: Session
let table: MattersController

beforeEach(async () => {
  const journal = new MemoryJournal()
  session = (await open(newProject(), journal)).session
  await importFile(session.db, journal, 1, withMatters(1))
  table = new MattersController(session, { language: 'zh-CN', indicatorName: () => '' })
  table.show(true)
  await vi.waitFor(() => expect(table.store.getState().lines).toHaveLength(1))
})
afterEach(() => {
  table.close()
  session.close()
})

const shown = () => {
  const { lines, pending } = table.store.getState()
  return lines.map((line) => line.type === 'row' && (pending.get(line.key)?.status ?? line.row.status))
}

it('shows at once what a row is settled as, and goes on showing it', async () => {
  const seen: unknown[] = []
  table.store.subscribe(() => void seen.push(...shown()))
  const writing = settle(session, table, 'reject')
  expect(shown()).toEqual(['rejected'])
  await writing
  await vi.waitFor(() => expect(table.store.getState().pending.size).toBe(0))
  expect(new Set(seen)).toEqual(new Set(['rejected']))
})

it('follows an undo that comes before the table is told of the change', async () => {
  await settle(session, table, 'reject')
  await session.undo()
  await vi.waitFor(() => expect(shown()).toEqual(['suggested']))
  expect(table.store.getState().pending.size).toBe(0)
})

it('holds to the later word on a row, whatever is told of the earlier one', async () => {
  await settle(session, table, 'reject')
  const writing = settle(session, table, 'accept')
  const seen: unknown[] = []
  table.store.subscribe(() => void seen.push(...shown()))
  await writing
  await vi.waitFor(() => expect(table.store.getState().pending.size).toBe(0))
  expect(new Set(seen)).toEqual(new Set(['accepted']))
})
