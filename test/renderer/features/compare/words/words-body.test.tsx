// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { firstComparison } from '#shared/compare/offer'
import type { ComparisonView } from '#shared/model/comparison'
import { newId } from '#shared/model/identity'
import { activeComparison } from '../../../../../renderer/features/compare/active'
import { CompareView } from '../../../../../renderer/features/compare/compare-view'
import { type Session, SessionProvider, saveComparison } from '../../../../../renderer/storage'
import { attachHost, type Location } from '../../../../../renderer/workbench'
import { wordsClientOf } from '../../../../../renderer/workers/words/client'
import { readWorkbook } from '../../../../shared/exchange/read-workbook'
import { acting, click, draw, type FakeMain, fakeMain, press, until } from '../../../app/harness'
import { AT, hashOf, importFile, MemoryJournal, newProject, open } from '../../../storage/fixture'
import { workerHere } from '../../../workers/words/worker-here'
import { code, DISTRICTS, FACTORIES, MUSEUMS, newCode, reportOf } from './library'

let session: Session
let main: FakeMain
let shown: Location[]
let ends: (() => unknown)[]

beforeEach(async () => {
  localStorage.clear()
  const journal = new MemoryJournal()
  ;({ session } = await open(newProject(), journal))
  await importFile(session.db, journal, 1, reportOf(1, DISTRICTS[0], MUSEUMS))
  await importFile(session.db, journal, 2, reportOf(2, DISTRICTS[1], FACTORIES, 'digest'))
  main = fakeMain({ 'export:save': () => ({ ok: true, value: { saved: 'x' } }) })
  shown = []
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1200)
  vi.stubGlobal(
    'Worker',
    class {
      constructor() {
        // biome-ignore lint/correctness/noConstructorReturn: what is started is a worker in this thread
        return workerHere()
      }
    },
  )
  const host = { show: (location: Location) => void shown.push(location), close: vi.fn(), setTitle: vi.fn() }
  ends = [attachHost(host)]
})
afterEach(async () => {
  for (const end of ends) await end()
  wordsClientOf(session.project.id).end()
  session.close()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** Saves a comparison of both districts and draws it in a view. */
async function drawView(view: ComparisonView, language: 'zh-CN' | 'en' = 'zh-CN'): Promise<void> {
  const made = firstComparison([], { id: newId(), name: '两区', updatedAt: AT })
  const places = DISTRICTS.map((place) => place.code)
  await saveComparison(session, { ...made, places, years: ['2023'], view })
  const drawn = await draw(
    <SessionProvider session={session}>
      <CompareView viewKey={made.id} params={{}} visible />
    </SessionProvider>,
    language,
  )
  ends.unshift(drawn.remove)
}
const cells = () => [...document.querySelectorAll<HTMLElement>('[role=gridcell]')]
const rows = () => cells().map((cell) => cell.textContent)
/** What the command saves as a workbook, line by line. */
async function savedLines(): Promise<string[]> {
  // The table is handed on after it is drawn.
  await acting(() => new Promise((done) => setTimeout(done)))
  await acting(() => activeComparison()?.exportXlsx())
  const [asked] = main.askedOn('export:save') as { bytes: Uint8Array }[]
  const lines = new Map<string, string[]>()
  for (const [at, { text, number }] of readWorkbook(asked?.bytes ?? new Uint8Array()).sheets[0]?.cells ?? []) {
    const row = at.replace(/\D/g, '')
    lines.set(row, [...(lines.get(row) ?? []), text ?? String(number ?? '')])
  }
  return [...lines.values()].map((cells) => cells.join(','))
}

describe('attention', () => {
  it('shows the share of each topic, says which rest on a digest, and opens the section', async () => {
    await drawView('attention')
    await until(() => expect(rows()).toEqual(['100.0%', '100.0%']))
    const [head] = document.querySelectorAll('thead th[title]')
    expect(head?.getAttribute('title')).toContain('摘要')
    expect(document.body.textContent).toContain('带 * 的列')
    const [first] = cells()
    await acting(() => first?.focus())
    await press(first as HTMLElement, 'Enter')
    expect(shown.at(-1)).toMatchObject({ type: 'reader', key: hashOf(1) })
    expect(shown.at(-1)?.params.start).toBe(MUSEUMS.indexOf('\n'))
  })

  it('is drawn as stacked bars or as a grid, with its shares as a table beside, each of which opens the section', async () => {
    await drawView('attention')
    await until(() => expect(rows()).toHaveLength(2))
    const choose = (name: string) =>
      click([...document.querySelectorAll('.ant-segmented-item')].find((item) => item.textContent === name) ?? null)
    await choose('图')
    const table = () => [...document.querySelectorAll('figure table')]
    const heads = () => [...document.querySelectorAll('figure table th')].map((head) => head.textContent)
    await until(() => expect(table()).toHaveLength(1))
    expect(heads()).toEqual(['西工 2024', '瀍河 2024*', '文旅消费'])
    await choose('热力图')
    expect(heads()).toEqual(['西工 2024', '瀍河 2024*', '文旅消费'])
    await click(document.querySelector('figure table button'))
    expect(shown.at(-1)).toMatchObject({ type: 'reader', key: hashOf(1) })
  })

  it('is saved as a table with all figures', async () => {
    await drawView('attention')
    await until(() => expect(rows()).toHaveLength(2))
    const [heads, first, second] = await savedLines()
    expect(heads).toContain('地区,地区代码,报告年度,主题,字数,份额')
    expect(first).toBe('西工区,410303,2024,文旅消费,120,1,120,1,1')
    expect(second).toContain('摘要')
  })

  it('leads from a topic to its passages side by side', async () => {
    await drawView('attention')
    await until(() => expect(rows()).toHaveLength(2))
    await click(document.querySelector('tbody th button'))
    expect(shown.at(-1)).toMatchObject({ type: 'passages', params: { subject: 'topic:culture' } })
    expect(String(shown.at(-1)?.params.reports).split(' ')).toHaveLength(2)
  })
})

describe('codes', () => {
  it('say how to code while nothing is coded', async () => {
    await drawView('codes')
    await until(() => expect(document.body.textContent).toContain('还没有编码的段落'))
  })

  it('are counted by place, and a cell leads to its passages', async () => {
    const culture = await newCode(session, '场馆')
    await code(session, 1, MUSEUMS, '博物馆开放', [culture.id])
    await drawView('codes')
    await until(() => expect(rows()).toEqual(['417', '—']))
    await click(cells()[0])
    const { filter } = JSON.parse(String(shown.at(-1)?.params.shown))
    expect(shown.at(-1)?.type).toBe('quotes')
    expect(filter).toEqual({ codes: [culture.id], places: ['410303'], years: [2024] })
    // What is coded while it is looked at is counted too.
    await acting(() => code(session, 2, FACTORIES, '工业投产', [culture.id]))
    await until(() => expect(rows()[1]).not.toBe('—'))
  })
})

describe('codes together', () => {
  it('list the sentences of a pair, each of which opens the text', async () => {
    const [one, other] = [await newCode(session, '开放'), await newCode(session, '免费')]
    await code(session, 1, MUSEUMS, '博物馆开放', [one.id])
    await code(session, 1, MUSEUMS, '博物馆免费', [other.id])
    await drawView('cooccurrence')
    await until(() => expect(rows()).toEqual(['1', '1', '1', '1']))
    await click(cells()[1])
    await until(() => expect(document.querySelectorAll('[data-line]')).toHaveLength(1))
    const line = document.querySelector<HTMLElement>('[data-line]')
    expect(line?.textContent).toContain('博物馆开放，博物馆免费。')
    await click(line)
    expect(shown.at(-1)).toMatchObject({ type: 'reader', key: hashOf(1) })
  })
})

describe('key words', () => {
  const wordsOf = (side: 'a' | 'b') =>
    [...document.querySelectorAll(`[data-side="${side}"] tbody button`)].map((button) => button.textContent)

  it('stand on the side that has more of them, and each lists its sentences', async () => {
    await drawView('keyness')
    await until(() => expect(wordsOf('a')).toContain('博物馆'))
    expect(wordsOf('b')).toEqual(expect.arrayContaining(['工业', '投产', '繁荣']))
    await click(document.querySelector('[data-side="a"] tbody button'))
    await until(() => expect(document.querySelectorAll('[data-line]').length).toBeGreaterThan(10))
    expect(document.querySelector('[data-side="a"] tr[data-picked]')).not.toBeNull()
    const list = document.querySelector('ul:has([data-line])')
    const [first] = document.querySelectorAll<HTMLElement>('[data-line]')
    await acting(() => first?.focus())
    await press(first as HTMLElement, 'ArrowDown')
    expect((document.activeElement as HTMLElement).dataset.line).toBe('1')
    await click(document.activeElement)
    const { start, end } = shown.at(-1)?.params ?? {}
    const word = document.querySelector('[data-side="a"] tr[data-picked] button')?.textContent
    expect(MUSEUMS.slice(Number(start), Number(end))).toBe(word)
    await press(list as HTMLElement, 'Escape')
    await until(() => expect(document.querySelector('[data-line]')).toBeNull())
  })

  it('are saved with all figures, in the language of the interface', async () => {
    await drawView('keyness', 'en')
    await until(() => expect(wordsOf('a').length).toBeGreaterThan(0))
    const [heads, first] = await savedLines()
    expect(heads).toContain('Word,More in,G²,p <,Log ratio')
    expect(first).toMatch(/^博物馆,西工,/)
  })
})
