// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { feature } from '../../../../renderer/features/phrases'
import { PhrasesView } from '../../../../renderer/features/phrases/phrases-view'
import { trackerOf } from '../../../../renderer/features/phrases/tracker'
import { addPhraseGroup, listPhraseGroups, type Session, SessionProvider } from '../../../../renderer/storage'
import type { SearchRequest } from '../../../../renderer/workers/search/protocol'
import { acting, click, draw, type, until } from '../../app/harness'
import { importFile, MemoryJournal, newProject, open } from '../../storage/fixture'

/** Workers that were started, with what was posted to each; they never answer. */
let workers: SearchRequest[][]
let session: Session
let journal: MemoryJournal
let ends: (() => unknown)[]

beforeEach(async () => {
  workers = []
  ends = []
  vi.stubGlobal(
    'Worker',
    class {
      readonly #posted: SearchRequest[] = []
      constructor() {
        workers.push(this.#posted)
      }
      postMessage(posted: SearchRequest) {
        this.#posted.push(posted)
      }
      terminate() {}
      addEventListener() {}
    },
  )
  journal = new MemoryJournal()
  session = (await open(newProject(), journal)).session
  const terms = ['放管服', '营商环境'].map((name) => ({ name, variants: [] }))
  await addPhraseGroup(session, { name: '营商', terms })
})
afterEach(async () => {
  for (const end of ends) await end()
  session.close()
  vi.unstubAllGlobals()
})

const asked = (type: SearchRequest['type']) => workers.flat().filter((posted) => posted.type === type).length

async function drawIn(of: Session, Part: () => React.ReactNode): Promise<() => Promise<void>> {
  const drawn = await draw(
    <SessionProvider session={of}>
      <Part />
    </SessionProvider>,
  )
  ends.unshift(drawn.remove)
  return async () => {
    ends = ends.filter((end) => end !== drawn.remove)
    await drawn.remove()
  }
}
const Phrases = () => <PhrasesView viewKey="" params={{}} visible />
const Keeper = () => feature.overlays?.map((Overlay) => <Overlay key={Overlay.name} />)

it('asks again where texts have changed while the view was closed', async () => {
  await drawIn(session, Keeper)
  const close = await drawIn(session, Phrases)
  await until(() => expect(asked('track')).toBe(1))
  await close()
  await importFile(session.db, journal, 1)
  await until(() => expect(asked('changed')).toBeGreaterThan(0))
  expect(asked('track')).toBe(1)
  await drawIn(session, Phrases)
  await until(() => expect(asked('track')).toBe(2))
})

it('keeps nothing of a project that was left, nor its worker', async () => {
  const tracker = trackerOf(session.project.id)
  tracker.store.setState({
    tracked: { terms: [], use: { places: [], years: [], cells: new Map() }, unplaced: 0 },
  })
  expect(trackerOf(session.project.id)).toBe(tracker)
  trackerOf('another')
  expect(tracker.store.getState().tracked).toBeNull()
  expect(trackerOf(session.project.id)).not.toBe(tracker)
})

it('asks again where a project is opened again, having been changed elsewhere meanwhile', async () => {
  const leave = await drawIn(session, Keeper)
  const close = await drawIn(session, Phrases)
  await until(() => expect(asked('track')).toBe(1))
  await close()
  await leave()
  await drawIn(session, Keeper)
  await drawIn(session, Phrases)
  await until(() => expect(asked('track')).toBe(2))
})

it('asks for the group that it shows already when that is chosen', async () => {
  await drawIn(session, Phrases)
  await until(() => expect(asked('track')).toBe(1))
  await click(document.querySelector('[aria-current=true]'))
  await until(() => expect(asked('track')).toBe(2))
  expect(trackerOf(session.project.id).store.getState().isAsking).toBe(true)
})

it('offers to look again what was stopped', async () => {
  await drawIn(session, Phrases)
  await until(() => expect(asked('track')).toBe(1))
  // The library parts two characters by a space.
  const button = (words: string) =>
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent.replace(' ', '') === words)
  await click(button('停止'))
  await until(() => expect(button('再查')).toBeDefined())
  await click(button('再查'))
  await until(() => expect(asked('track')).toBe(2))
  expect(button('再查')).toBeUndefined()
})

it('keeps a wording’s new name where another wording is taken out in the same breath', async () => {
  await drawIn(session, Phrases)
  const field = () => document.querySelector<HTMLInputElement>('input[aria-label="提法"]')
  await until(() => expect(field()?.value).toBe('放管服'))
  const first = field()
  if (!first) throw new Error('no field')
  await acting(() => first.focus())
  await type(first, '简政放权')
  await acting(() => {
    first.blur()
    document.querySelector<HTMLElement>('button[aria-label="去掉“营商环境”"]')?.click()
  })
  await until(async () => expect(await listPhraseGroups(session.db)).toMatchObject([{ terms: [{ name: '简政放权' }] }]))
})
