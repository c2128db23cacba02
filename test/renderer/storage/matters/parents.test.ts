import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reportId } from '#shared/model/identity'
import { type ExtractedMatter, type ListItem, matterKey } from '#shared/model/matter'
import {
  acceptMatter,
  addMatter,
  editMatter,
  matterRows,
  rejectMatter,
  reviewMatters,
  type Session,
  storeImport,
} from '../../../../renderer/storage'
import { AT, hashOf, opened } from '../fixture'
import { list, MATTERS, mattersIn, withMatters } from './made'

const REPORT = reportId(hashOf(1), 0)
const HEADING = '2024年十大民生实事'
const OLD = matterKey(list(MATTERS, HEADING))
let session: Session

beforeEach(async () => {
  ;({ session } = await opened(withMatters))
})
afterEach(() => session.close())

/** An engine that reads the list's heading without its year, and so gives its items another parent. */
async function readNewer(): Promise<string> {
  const heading = list(MATTERS, '十大民生实事')
  const parent = matterKey(heading)
  const matters = mattersIn(MATTERS).map((one): ExtractedMatter => {
    if (one.type === 'list') return heading
    return one.type === 'list_item' ? { ...one, parent } : one
  })
  const newer = withMatters(1)
  const reports = newer.reports.map((report) => ({ ...report, matters }))
  await storeImport(session.db, { ...newer, reports }, { mode: 'restore', author: '甲', at: AT })
  return parent
}

async function shown() {
  const all = await reviewMatters(session.db, REPORT)
  const lists = all.filter(({ content }) => content.type === 'list')
  const items = all.flatMap(({ content, key }) => (content.type === 'list_item' ? [{ ...content, key }] : []))
  return { lists, items }
}
const parents = (items: readonly ListItem[]) => [...new Set(items.map(({ parent }) => parent))]

describe('the items of a list', () => {
  it('stay with one that the user accepted, where a newer engine names it otherwise', async () => {
    await acceptMatter(session, REPORT, OLD)
    await readNewer()
    const { lists, items } = await shown()
    expect(lists.map(({ key, status }) => [key, status])).toEqual([[OLD, 'accepted']])
    expect(items).toHaveLength(2)
    expect(parents(items)).toEqual([OLD])
    const rows = await matterRows(session.db, ['list', 'list_item'])
    expect(parents(rows.flatMap(({ content }) => (content.type === 'list_item' ? content : [])))).toEqual([OLD])
  })

  it('that the user accepted stay in one that a newer engine names otherwise', async () => {
    const [first] = (await shown()).items
    await acceptMatter(session, REPORT, first?.key ?? '')
    const parent = await readNewer()
    const { lists, items } = await shown()
    expect(lists.map(({ key }) => key)).toEqual([parent])
    expect(items).toHaveLength(2)
    expect(parents(items)).toEqual([parent])
  })

  it('stay with one that was named by hand, however often its heading is edited', async () => {
    await rejectMatter(session, REPORT, OLD)
    const { id } = await addMatter(session, REPORT, list(MATTERS, '2024年十大民生'))
    await editMatter(session, REPORT, id, { heading: '十件实事' })
    const edited = (await shown()).lists.find(({ key }) => key === id)
    const [first] = (await shown()).items
    await editMatter(session, REPORT, first?.key ?? '', { parent: edited ? matterKey(edited.content) : '' })
    expect((await shown()).items[0]?.parent).toBe(id)
    expect((await shown()).items[1]?.parent).toBe(OLD)
  })
})
