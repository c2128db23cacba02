import { afterEach, expect, it } from 'vitest'
import { newId } from '#shared/model/identity'
import { FIRST_FOLDS } from '#shared/search/query'
import { openDatabase, type ProjectDatabase, storeImport } from '../../../renderer/storage'
import { SearchClient, searchClientOf } from '../../../renderer/workers/search/client'
import type { SearchQuestion } from '../../../renderer/workers/search/protocol'
import { AT, analysed, hashOf, TEXT } from '../../renderer/storage/fixture'

const ASKED: SearchQuestion = {
  query: '增长',
  over: 'texts',
  unit: 'sentence',
  folds: FIRST_FOLDS,
  filters: {
    places: null,
    levels: null,
    years: null,
    kinds: null,
    topics: null,
    codes: null,
    indicators: null,
    role: null,
    mainOnly: false,
    reportsOnly: true,
  },
  order: 'after',
}

const clients: SearchClient[] = []
const databases: ProjectDatabase[] = []
afterEach(() => {
  for (const client of clients.splice(0)) client.end()
  for (const db of databases.splice(0)) db.close()
})

const going = () => ({ signal: new AbortController().signal })

async function projectWith(...files: { n: number; text?: string }[]) {
  const project = newId()
  const db = await openDatabase(project)
  databases.push(db)
  const add = async (n: number, text = TEXT) => {
    const source = analysed(n)
    await storeImport(db, { ...source, text: { ...source.text, text } }, { mode: 'import', author: '甲', at: AT })
  }
  for (const { n, text } of files) await add(n, text)
  return { project, db, add }
}

it('searches in a worker of its own, and hears of what the window writes', async () => {
  const { project, add } = await projectWith({ n: 1 })
  const client = searchClientOf(project)
  clients.push(client)
  const { found, lines } = await client.search(ASKED, going())
  expect(found).toMatchObject({ hits: 2, reports: 1, sources: 1 })
  const start = TEXT.indexOf('增长10%')
  expect(await lines(0, 1)).toMatchObject([{ source: hashOf(1), start, end: start + 2, hit: '增长' }])
  await add(2)
  // The worker hears of it by the database's own events, a moment later.
  await expect
    .poll(async () => (await client.search(ASKED, going())).found, { timeout: 10_000 })
    .toMatchObject({ hits: 4, sources: 2 })
})

it('ends an expression that never ends, and goes on', async () => {
  const { project } = await projectWith({ n: 1, text: `${'a'.repeat(40)}。增长。${TEXT}`.slice(0, TEXT.length) })
  const client = new SearchClient(project, undefined, { stuck: 300 })
  clients.push(client)
  const stuck = client.search({ ...ASKED, query: '/(a+)+b/' }, going())
  await expect(stuck).rejects.toMatchObject({ reason: { key: 'search.stuck', params: { name: '1.txt' } } })
  expect((await client.search(ASKED, going())).found.hits).toBe(1)
})
