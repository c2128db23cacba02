// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { activeComparison } from '../../../../renderer/features/compare/active'
import { CompareView } from '../../../../renderer/features/compare/compare-view'
import { listComparisons, removeComparison, type Session, SessionProvider } from '../../../../renderer/storage'
import { attachHost, type Location, registerCommands } from '../../../../renderer/workbench'
import { readWorkbook } from '../../../shared/exchange/read-workbook'
import { acting, click, draw, type FakeMain, fakeMain, press, type, until } from '../../app/harness'
import { analysed, hashOf, importFile, MemoryJournal, newProject, open, TEXT } from '../../storage/fixture'

let session: Session
let journal: MemoryJournal
let main: FakeMain
let shown: Location[]
let ends: (() => unknown)[]

beforeEach(async () => {
  localStorage.clear()
  journal = new MemoryJournal()
  ;({ session } = await open(newProject(), journal))
  main = fakeMain({ 'export:save': () => ({ ok: true, value: { saved: 'x' } }) })
  shown = []
  // jsdom lays nothing out: the table takes itself for 400 pixels high. Charts need a canvas; Chromium tests them.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1200)
  const host = { show: (location: Location) => void shown.push(location), close: vi.fn(), setTitle: vi.fn() }
  ends = [attachHost(host)]
})
afterEach(async () => {
  for (const end of ends) await end()
  session.close()
  vi.restoreAllMocks()
})

async function drawView(language: 'zh-CN' | 'en' = 'zh-CN'): Promise<() => Promise<void>> {
  const drawn = await draw(
    <SessionProvider session={session}>
      <CompareView viewKey="" params={{}} visible />
    </SessionProvider>,
    language,
  )
  ends.unshift(drawn.remove)
  return async () => {
    ends = ends.filter((end) => end !== drawn.remove)
    await drawn.remove()
  }
}
const cells = () => [...document.querySelectorAll<HTMLElement>('[role=gridcell]')]
const filled = () => cells().filter((cell) => cell.dataset.state === 'value')
const button = (name: string) => [...document.querySelectorAll('button')].find((b) => b.textContent?.includes(name))
const nameField = () => document.querySelector<HTMLInputElement>('input[aria-label="名称"]')
const loaded = () => until(() => expect(filled().length).toBeGreaterThan(0))

describe('an empty library', () => {
  it('says what to do', async () => {
    const ran: string[] = []
    ends.push(
      registerCommands(
        ['import.files', 'import.sample'].map((id) => ({ id, titleKey: id, run: () => void ran.push(id) })),
      ),
    )
    await drawView()
    await until(() => expect(document.body.textContent).toContain('还没有可对比的数据'))
    for (const one of document.querySelectorAll('button')) await click(one)
    expect(ran).toEqual(['import.files', 'import.sample'])
  })
})

describe('a library with a report', () => {
  beforeEach(async () => {
    await importFile(session.db, journal, 1)
  })

  it('shows something at the first look: growth of what is known', async () => {
    await drawView()
    await loaded()
    expect(filled().map((cell) => cell.textContent)).toEqual(['10', '8'])
    expect(filled().map((cell) => cell.getAttribute('aria-label'))).toEqual([
      '瀍河回族区 · 2023 · 固定资产投资 · 目标：10',
      '瀍河回族区 · 2023 · 地区生产总值 · 完成情况：8',
    ])
  })

  it('gives every empty cell its reason', async () => {
    await drawView()
    await loaded()
    const empty = cells().filter((cell) => cell.dataset.state !== 'value')
    expect(empty.length).toBeGreaterThan(0)
    for (const cell of empty) {
      expect(cell.textContent).toBe('—')
      expect(cell.getAttribute('aria-label')).toMatch(/：(资料库中没有|\d{4}年报告未提及|报告给出的是)/)
    }
  })

  it('opens the sentence by click and by Enter', async () => {
    await drawView()
    await loaded()
    const [first, second] = filled()
    await click(first)
    await press(second as HTMLElement, 'Enter')
    expect(shown).toMatchObject([
      { type: 'reader', key: hashOf(1), params: { statement: expect.stringContaining(':10%:') } },
      { type: 'reader', key: hashOf(1), params: { statement: expect.stringContaining(':8%:') } },
    ])
    const { start, end } = shown[0]?.params ?? {}
    expect(Number(end) - Number(start)).toBe('10%'.length)
  })

  it('is moved in by arrows, and keeps the cursor over leaving', async () => {
    const leave = await drawView()
    await loaded()
    const [start] = cells()
    await acting(() => start?.focus())
    await press(start as HTMLElement, 'ArrowRight')
    await press(document.activeElement as Element, 'ArrowDown')
    expect((document.activeElement as HTMLElement).dataset.cell).toBe('1:1')
    await leave()
    await drawView()
    await loaded()
    expect(document.querySelector<HTMLElement>('[role=gridcell][tabindex="0"]')?.dataset.cell).toBe('1:1')
  })

  it('keeps what was changed without saving it, and saves it as one step', async () => {
    const leave = await drawView()
    await loaded()
    await type(nameField() as HTMLInputElement, '两区对标')
    await leave()
    expect(await listComparisons(session.db)).toEqual([])
    await drawView()
    await loaded()
    expect(nameField()?.value).toBe('两区对标')
    await click(button('保存'))
    await until(() => expect(button('保存')?.disabled).toBe(true))
    expect((await listComparisons(session.db)).map(({ name }) => name)).toEqual(['两区对标'])
    await until(() => expect(session.status.getState().undo?.params).toMatchObject({ name: '两区对标' }))
  })

  it('goes on when a saved comparison is removed elsewhere', async () => {
    await drawView()
    await loaded()
    await click(button('保存'))
    await until(() => expect(button('保存')?.disabled).toBe(true))
    const [saved] = await listComparisons(session.db)
    await removeComparison(session, saved?.id ?? '')
    await until(() => expect(button('保存')?.disabled).toBe(false))
    expect(filled().length).toBeGreaterThan(0)
  })

  it('exports through main, under the name of the comparison', async () => {
    await drawView()
    await loaded()
    await type(nameField() as HTMLInputElement, '瀍河/西工')
    await acting(() => activeComparison()?.exportXlsx())
    const [xlsx] = main.askedOn('export:save') as { name: string; type: string; bytes: Uint8Array }[]
    expect([xlsx?.name, xlsx?.type]).toEqual(['瀍河 西工.xlsx', 'xlsx'])
    const data = readWorkbook(xlsx?.bytes ?? new Uint8Array()).sheets[1]
    const texts = [...(data?.cells.values() ?? [])].map(({ text }) => text)
    expect(texts).toContain('1.txt')
    expect(texts).toContain(TEXT.slice(0, TEXT.indexOf('。') + 1))
  })

  it('switches the kind of number', async () => {
    await drawView()
    await loaded()
    await click(
      [...document.querySelectorAll('label')].find((label) => label.textContent === '总量')?.querySelector('input'),
    )
    await until(() => expect(filled().map((cell) => cell.textContent)).toEqual(['160']))
    expect(document.querySelector('thead')?.textContent).toContain('亿元')
  })

  it('turns rows and columns round, and keeps that as a draft', async () => {
    const leave = await drawView()
    await loaded()
    await click(document.querySelector('button[aria-label="行列互换"]'))
    await until(() => expect(document.querySelector('thead')?.textContent).toContain('瀍河回族区'))
    expect([...document.querySelectorAll('tbody th')].map((head) => head.textContent)).toContain(
      '地区生产总值 %2023完成情况',
    )
    expect(filled().map((cell) => cell.textContent)).toEqual(['10', '8'])
    await leave()
    await drawView()
    await loaded()
    expect(document.querySelector('thead')?.textContent).toContain('瀍河回族区')
  })

  it('shows the latest year of each place with the year beside the number', async () => {
    await drawView()
    await loaded()
    await click(
      [...document.querySelectorAll('label')].find((label) => label.textContent === '最近一期')?.querySelector('input'),
    )
    await until(() => expect(document.querySelector('thead')?.textContent).toContain('最近一期'))
    expect(filled().map((cell) => cell.textContent)).toEqual(['10 2023', '8 2023'])
  })

  it('groups places, sums levels, and says how many places a sum covers', async () => {
    const other = analysed(2)
    const xigong = { code: '410303', name: '西工区', short: '西工', level: 'county' as const, parent: '410300' }
    const reports = other.reports.map((one) => ({ ...one, report: { ...one.report, place: xigong } }))
    await importFile(session.db, journal, 2, { ...other, reports })
    await drawView()
    await loaded()
    await acting(() => activeComparison()?.groups())
    await until(() => expect(document.querySelector('tbody')?.textContent).toContain('洛阳市'))
    expect(document.querySelector('[data-total]')).toBeNull()
    await click(
      [...document.querySelectorAll('label')].find((label) => label.textContent === '总量')?.querySelector('input'),
    )
    await until(() => expect(filled().map((cell) => cell.textContent)).toEqual(['160', '160']))
    await acting(() => activeComparison()?.totals())
    await until(() => expect(document.querySelectorAll('[data-total]').length).toBeGreaterThan(0))
    const total = [...document.querySelectorAll('[data-total]')].find((cell) => cell.textContent !== '')
    expect(total?.textContent).toBe('320')
    expect(total?.getAttribute('aria-label')).toContain('2/2 地')
  })

  it('copies a comparison under another name and shows it in a tab of its own', async () => {
    await drawView()
    await loaded()
    await acting(() => activeComparison()?.duplicate())
    expect(shown.at(-1)).toMatchObject({ type: 'compare', key: expect.stringMatching(/^[0-9a-f-]{36}$/) })
  })

  it('takes in what is dropped on it', async () => {
    await drawView()
    await loaded()
    const dropped = [
      { type: 'indicator', indicator: 'gdp' },
      { type: 'indicator', indicator: 'retail_sales' },
    ]
    const drop = new Event('drop', { bubbles: true, cancelable: true })
    const dataTransfer = {
      types: ['application/x-duibiao-carried'],
      getData: () => JSON.stringify(dropped),
    }
    Object.assign(drop, { dataTransfer })
    await acting(() => void document.querySelector('[role=grid]')?.dispatchEvent(drop))
    await until(() => expect(localStorage.getItem(`duibiao.compare.${session.project.id}`)).toContain('retail_sales'))
  })

  it('marks a cell that is held fast, and lets go with Esc', async () => {
    await drawView()
    await loaded()
    const [cell] = filled()
    await acting(() => cell?.focus())
    await press(cell as HTMLElement, ' ')
    expect(cell?.hasAttribute('data-selected')).toBe(true)
    await press(cell as HTMLElement, 'Escape')
    expect(cell?.hasAttribute('data-selected')).toBe(false)
  })

  it('speaks English', async () => {
    await drawView('en')
    await loaded()
    expect(document.querySelector('[role=grid]')?.getAttribute('aria-label')).toMatch(/^Comparison: 1 places/)
    expect(filled()[1]?.getAttribute('aria-label')).toContain('Results')
  })
})
