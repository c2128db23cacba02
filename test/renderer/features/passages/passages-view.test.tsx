// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reportId } from '#shared/model/identity'
import { openPassages } from '../../../../renderer/features/passages'
import { beside } from '../../../../renderer/features/passages/choices'
import { pageCommands } from '../../../../renderer/features/passages/commands'
import { PassagesView } from '../../../../renderer/features/passages/passages-view'
import { askedIn, paramsOf, passagesStoreOf, readState } from '../../../../renderer/features/passages/state'
import { type Session, SessionProvider } from '../../../../renderer/storage'
import { attachHost, type Location, type ViewParams } from '../../../../renderer/workbench'
import { acting, click, draw, fakeMain, press, until } from '../../app/harness'
import { analysed, hashOf, importFile, MemoryJournal, newProject, open, TEXT } from '../../storage/fixture'
import { DISTRICTS, MUSEUMS, reportOf } from '../compare/words/library'

let session: Session
let shown: Location[]
let ends: (() => unknown)[]

beforeEach(async () => {
  localStorage.clear()
  const journal = new MemoryJournal()
  ;({ session } = await open(newProject(), journal))
  await importFile(session.db, journal, 1, analysed(1))
  await importFile(session.db, journal, 2, reportOf(2, DISTRICTS[0], MUSEUMS, 'digest'))
  fakeMain()
  shown = []
  const host = { show: (location: Location) => void shown.push(location), close: vi.fn(), setTitle: vi.fn() }
  ends = [attachHost(host)]
})
afterEach(async () => {
  for (const end of ends) await end()
  session.close()
})

const report = (n: number) => reportId(hashOf(n), 0)

async function drawPage(params: ViewParams = {}): Promise<void> {
  const drawn = await draw(
    <SessionProvider session={session}>
      <PassagesView viewKey="" params={params} visible />
    </SessionProvider>,
  )
  ends.unshift(drawn.remove)
}
const columns = () => [...document.querySelectorAll<HTMLElement>('[data-report]')]
const marked = () => [...document.querySelectorAll<HTMLElement>('[data-start]')]

describe('the page', () => {
  it('shows at first what the library has, on the topic that most reports have', async () => {
    await drawPage()
    await until(() => expect(columns()).toHaveLength(2))
    await until(() => expect(marked().length).toBeGreaterThan(10))
    expect(document.body.textContent).toContain('博物馆开放')
    // The other one is whole and has no section on it.
    expect(document.body.textContent).toContain('报告里没有相关段落')
  })

  it('opens on an indicator with statements above the text, and each leads to its sentence', async () => {
    openPassages({ type: 'indicator', id: 'gdp' }, [report(1), report(2)])
    await drawPage(shown.at(-1)?.params)
    await until(() => expect(columns()).toHaveLength(2))
    await until(() => expect(document.querySelectorAll('li button').length).toBe(2))
    expect([...document.querySelectorAll('li button b')].map((chip) => chip.textContent)).toEqual(['160亿元', '8%'])
    expect(document.body.textContent).toContain('未提及不等于没有')
    const [sentence] = marked()
    await acting(() => sentence?.focus())
    await press(sentence as HTMLElement, 'Enter')
    expect(shown.at(-1)).toMatchObject({ type: 'reader', key: hashOf(1), params: { report: report(1), start: 5 } })
    await click(document.querySelector('li button'))
    expect(shown.at(-1)?.params).toMatchObject({ start: TEXT.indexOf('160亿元'), statement: expect.any(String) })
  })

  it('goes from one indicator to the next by key, and takes a report out', async () => {
    openPassages({ type: 'indicator', id: 'gdp' }, [report(1)])
    await drawPage(shown.at(-1)?.params)
    await until(() => expect(marked().length).toBeGreaterThan(0))
    const store = passagesStoreOf(session.project.id)
    const next = pageCommands.find(({ id }) => id === 'passages.next')
    await acting(() => next?.run())
    expect(store.getState().subject).toEqual({ type: 'indicator', id: 'fixed_asset_investment' })
    await acting(() => next?.run())
    expect(store.getState().subject.id).toBe('gdp')
    await click(document.querySelector('button[aria-label^="移去"]'))
    expect(store.getState().reports).toEqual([])
  })
})

describe('what the page remembers', () => {
  it('leads back to it as parameters', () => {
    const state = { subject: { type: 'indicator', id: 'u_a:b' } as const, reports: ['a', 'b'] }
    expect(askedIn(paramsOf(state))).toEqual(state)
    expect(askedIn({})).toEqual({})
    expect(askedIn({ subject: 'other:gdp', reports: '' })).toEqual({})
    expect(askedIn({ reports: '1 2 3 4 5 6 7 8' }).reports).toHaveLength(6)
  })

  it('is read from what was kept, and from nonsense as a new page', () => {
    const fresh = readState(null)
    expect(readState(JSON.stringify({ ...fresh, linked: false, tops: { a: 12 } }))).toMatchObject({
      linked: false,
      tops: { a: 12 },
    })
    for (const kept of ['', '{', '7', '{"subject":{"type":"x"},"reports":3,"tops":[],"at":null}'])
      expect(readState(kept)).toEqual(fresh)
  })

  it('steps from the last to the first', () => {
    expect(beside(['a', 'b'], 'b', 1)).toBe('a')
    expect(beside(['a', 'b'], 'a', -1)).toBe('b')
    expect(beside(['a', 'b'], 'gone', 1)).toBe('a')
    expect(beside([], 'a', 1)).toBeNull()
  })
})
