import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { reportId } from '#shared/model/identity'
import { matterKey } from '#shared/model/matter'
import {
  linkVentures,
  listVentureLinks,
  presentLinks,
  reviewMatters,
  type Session,
  storeImport,
} from '../../../../renderer/storage'
import { AT, hashOf, importFile, opened } from '../fixture'
import { MATTERS, mattersIn, venture, withMatters } from './made'

const [ONE, TWO] = [reportId(hashOf(1), 0), reportId(hashOf(2), 0)]
const PARK = venture(MATTERS, '瀍河新区产业园')
const NEWER = venture(MATTERS, '50亿元的瀍河新区产业园', { name: '新区产业园', start: PARK.start + 2 })
let session: Session

beforeEach(async () => {
  const project = await opened(withMatters)
  session = project.session
  await importFile(session.db, project.journal, 2, withMatters(2))
  await linkVentures(session, { report: ONE, key: matterKey(PARK) }, { report: TWO, key: matterKey(PARK) }, 'same')
})
afterEach(() => session.close())

/** An engine that reads the park in the first file as another venture, or not at all. */
async function readNewer(park: typeof PARK | null): Promise<void> {
  const newer = withMatters(1)
  const matters = mattersIn(MATTERS).flatMap((one) => (matterKey(one) === matterKey(PARK) ? (park ?? []) : one))
  const reports = newer.reports.map((report) => ({ ...report, matters }))
  await storeImport(session.db, { ...newer, reports }, { mode: 'restore', author: '甲', at: AT })
}

const shown = async () =>
  new Map([
    [ONE, await reviewMatters(session.db, ONE)],
    [TWO, await reviewMatters(session.db, TWO)],
  ])

it('are the same where their ventures are there', async () => {
  const links = await listVentureLinks(session.db)
  expect(presentLinks(links, await shown())).toBe(links)
  expect(presentLinks(links, new Map())).toBe(links)
})

it('hold for a venture that a newer engine names otherwise, and give way to another word on it', async () => {
  await readNewer(NEWER)
  const [link] = presentLinks(await listVentureLinks(session.db), await shown())
  expect(link).toMatchObject({ a: { report: ONE, key: matterKey(NEWER) }, b: { report: TWO, key: matterKey(PARK) } })
  await linkVentures(
    session,
    { report: TWO, key: matterKey(PARK) },
    { report: ONE, key: matterKey(NEWER) },
    'different',
  )
  expect(presentLinks(await listVentureLinks(session.db), await shown())).toMatchObject([
    { id: link?.id, a: { key: matterKey(NEWER) }, verdict: 'different' },
  ])
})

it('hold for a venture that a newer engine finds elsewhere by its name', async () => {
  await readNewer({ ...PARK, start: 2, end: 6 })
  const [link] = presentLinks(await listVentureLinks(session.db), await shown())
  expect(link?.a).toEqual({ report: ONE, key: matterKey({ ...PARK, start: 2 }) })
})

it('keep the key of a venture that is not there', async () => {
  await readNewer(null)
  const links = await listVentureLinks(session.db)
  expect(presentLinks(links, await shown())).toBe(links)
})
