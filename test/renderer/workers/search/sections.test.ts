import 'fake-indexeddb/auto'
import { afterEach, expect, it, vi } from 'vitest'
import type { Session } from '../../../../renderer/storage'
import { KeptSections } from '../../../../renderer/workers/search/sections'
import { reportId } from '../../../../shared/model/identity'
import { hashOf, importFile, opened } from '../../storage/fixture'

let session: Session

afterEach(() => session.close())

async function setUp(reports = 1) {
  const made = await opened()
  session = made.session
  for (let n = 2; n <= reports; n++) await importFile(session.db, made.journal, n)
  const ids = Array.from({ length: reports }, (_, at) => reportId(hashOf(at + 1), 0))
  const reading = vi.spyOn(session.db.sections, 'bulkGet')
  return { kept: new KeptSections(session.db), ids, reading, report: ids[0] ?? '' }
}

it('are read once, and known from then on', async () => {
  const { kept, ids, reading } = await setUp(3)
  expect(kept.known(ids)).toBeNull()
  const read = await kept.load(ids)
  expect([...read.keys()].sort()).toEqual([...ids].sort())
  expect(read.get(ids[0] ?? '')?.length).toBeGreaterThan(0)
  expect(await kept.load(ids)).toEqual(read)
  expect(kept.known(ids)).toEqual(read)
  expect(reading).toHaveBeenCalledTimes(1)
})

it('are read again where they were changed, of that report alone', async () => {
  const { kept, ids, reading, report } = await setUp(2)
  await kept.load(ids)
  kept.heard({ touches: () => false, restates: (one) => one === report, sources: false })
  expect(kept.known([report])).toBeNull()
  expect(kept.known(ids.slice(1))).not.toBeNull()
  await kept.load(ids)
  expect(reading.mock.lastCall).toEqual([[report]])
})

it('are not kept where they were changed while they were read', async () => {
  const { kept, ids } = await setUp()
  const first = kept.load(ids)
  kept.forget()
  const second = kept.load(ids)
  await first
  // The first reading is of before the change, and must not stand for the second one.
  expect(kept.known(ids)).toBeNull()
  await second
  expect(kept.known(ids)).not.toBeNull()
})

it('are read ahead where they are not known, until there is something else to do', async () => {
  const { kept, reading, report } = await setUp()
  const many = [report, ...Array.from({ length: 99 }, (_, n) => `r${n}`)]
  await kept.load([report])
  await kept.readAhead(many, () => reading.mock.calls.length < 3)
  expect(reading.mock.calls.map(([keys]) => keys.length)).toEqual([1, 25, 25])
  expect(kept.known(many.slice(0, 51))).not.toBeNull()
  expect(kept.known(many.slice(0, 52))).toBeNull()
})

it('of a report without any are none', async () => {
  const { kept } = await setUp()
  expect((await kept.load(['gone'])).get('gone')).toEqual([])
})

it('are let go of where there are too many, the longest unasked first', async () => {
  const { kept, report } = await setUp()
  const others = Array.from({ length: 399 }, (_, n) => `r${n}`)
  await kept.load([report, ...others])
  expect(kept.known([report])).not.toBeNull()
  await kept.load(['one more'])
  expect(kept.known([report, ...others.slice(1), 'one more'])).not.toBeNull()
  expect(kept.known(['r0'])).toBeNull()
})
