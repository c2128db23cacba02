// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { makeAnchor } from '#shared/text/anchor'
import { listenToKeys } from '../../../../renderer/app/keys'
import { feature } from '../../../../renderer/features/quotes'
import { QuotesView } from '../../../../renderer/features/quotes/quotes-view'
import { addAnnotation, addCode, type Session, SessionProvider, updateReport } from '../../../../renderer/storage'
import {
  attachHost,
  currentLocation,
  goBack,
  type Location,
  registerCommands,
  type ViewParams,
} from '../../../../renderer/workbench'
import { readWorkbook } from '../../../shared/exchange/read-workbook'
import { acting, click, draw, type FakeMain, fakeMain, press, until } from '../../app/harness'
import { opened, TEXT } from '../../storage/fixture'

let session: Session
let hash: string
let report: string
let main: FakeMain
let shown: Location[]
let ends: (() => unknown)[]
let codes: { goals: string; growth: string }

beforeEach(async () => {
  ;({ session, hash, report } = await opened())
  const goals = await addCode(session, { name: '目标' })
  const growth = await addCode(session, { name: '增速', parent: goals.id })
  codes = { goals: goals.id, growth: growth.id }
  await mark('160亿元', [goals.id], '总量')
  await mark('增长8%', [growth.id])
  await mark('固定资产投资', [])
  localStorage.clear()
  shown = []
  main = fakeMain({ 'export:save': ({ name }: { name: string }) => ({ ok: true, value: { saved: name } }) })
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1200)
  const host = { show: (location: Location) => void shown.push(location), close: vi.fn(), setTitle: vi.fn() }
  ends = [attachHost(host), listenToKeys(window), registerCommands(feature.commands)]
})
afterEach(async () => {
  for (const end of ends) await end()
  session.close()
  vi.restoreAllMocks()
})

const mark = (quote: string, own: string[], memo = '') => {
  const start = TEXT.indexOf(quote)
  const anchor = makeAnchor(TEXT, start, start + quote.length)
  return addAnnotation(session, { source: hash, reading: `${hash}:1`, report, anchor, codes: own, memo })
}

async function drawQuotes(params: ViewParams = {}): Promise<void> {
  const drawn = await draw(
    <SessionProvider session={session}>
      <QuotesView viewKey="" params={params} visible />
    </SessionProvider>,
  )
  ends.unshift(drawn.remove)
}
const grid = (): Element => {
  const found = document.querySelector('[role=grid]')
  if (!found) throw new Error('no table')
  return found
}
const texts = () => [...document.querySelectorAll('[data-column=text]')].map((cell) => cell.textContent)
const shows = (...quotes: string[]) => until(() => expect(texts()).toEqual(quotes))
const current = () => document.querySelector('[role=row][data-current=true] [data-column=text]')?.textContent
const button = (text: RegExp) =>
  [...document.querySelectorAll('button')].find((one) => text.test(one.textContent ?? ''))

it('tells where each passage stands, with its codes and memo', async () => {
  await drawQuotes()
  await shows('160亿元', '增长8%', '固定资产投资')
  await until(() => expect(document.querySelector('[data-column=section]')?.textContent).toBe('回顾'))
  const [first] = document.querySelectorAll('[role=rowgroup] [role=row]')
  const cells = [...(first?.querySelectorAll('[data-column]') ?? [])].map((cell) => cell.textContent)
  expect(cells.slice(0, 9)).toEqual(['瀍河', '2024', '政府工作报告 0', '回顾', '', '160亿元', '目标', '总量', '甲'])
})

it('is filtered by the parameters, with the codes below, and follows what others do', async () => {
  await drawQuotes({ code: codes.goals })
  await shows('160亿元', '增长8%')
  expect(document.querySelector('[aria-label="去掉筛选：目标"]')).not.toBeNull()
  await mark('10%以上', [codes.growth])
  await shows('160亿元', '增长8%', '10%以上')
  await acting(() => session.undo())
  await shows('160亿元', '增长8%')
  await updateReport(session, report, { kind: 'digest' })
  await until(() => expect(document.querySelector('[data-column=report]')?.textContent).toBe('摘要政府工作报告 0'))
  await click(document.querySelector('[aria-label="去掉筛选：目标"]'))
  await shows('160亿元', '增长8%', '固定资产投资')
})

it('opens a passage, and going back comes to its line and the filter as it was', async () => {
  await drawQuotes({ code: codes.goals })
  await shows('160亿元', '增长8%')
  await press(grid(), 'ArrowDown')
  expect(current()).toBe('增长8%')
  await press(grid(), 'Enter')
  const start = TEXT.indexOf('增长8%')
  expect(shown).toMatchObject([{ type: 'reader', key: hash, params: { report, start, end: start + 4 } }])
  expect(goBack()).toBe(true)
  const back = currentLocation()
  expect(back?.type).toBe('quotes')
  // As after a restart: only the parameters tell what was shown.
  await ends.shift()?.()
  await drawQuotes(back?.params)
  await shows('160亿元', '增长8%')
  await until(() => expect(current()).toBe('增长8%'))
})

it('gives a code to all that are chosen, and deletes them, each in one step', async () => {
  await drawQuotes()
  await shows('160亿元', '增长8%', '固定资产投资')
  await press(grid(), 'a', { ctrlKey: true })
  expect(document.body.textContent).toContain('已勾选 3 条')
  await press(grid(), 'c')
  const field = document.querySelector('[role=combobox][aria-label="编码名称"]')
  if (!field) throw new Error('no picker')
  await press(field, 'ArrowDown')
  await press(field, 'Enter')
  const carrying = () => session.db.annotations.where('codes').equals(codes.growth).count()
  await until(async () => expect(await carrying()).toBe(3))
  await acting(() => session.undo())
  expect(await carrying()).toBe(1)
  await press(grid(), 'Delete')
  await until(async () => expect(await session.db.annotations.count()).toBe(0))
  await acting(() => session.undo())
  await shows('160亿元', '增长8%', '固定资产投资')
})

it('has a line for each code, in groups with their numbers', async () => {
  await mark('停车场', [codes.goals, codes.growth])
  await drawQuotes()
  await shows('160亿元', '增长8%', '固定资产投资', '停车场')
  const each = [...document.querySelectorAll<HTMLElement>('.ant-checkbox-wrapper')].find((one) =>
    one.textContent?.includes('每个编码一行'),
  )
  await click(each?.querySelector('input') ?? null)
  await until(() => expect(texts()).toHaveLength(5))
})

it('expands a line to its whole text, and its memo is written there', async () => {
  await drawQuotes()
  await shows('160亿元', '增长8%', '固定资产投资')
  await press(grid(), 'ArrowDown')
  await press(grid(), 'm')
  await until(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'))
  expect(document.querySelector('blockquote')?.textContent).toBe('增长8%')
  const field = document.activeElement as HTMLTextAreaElement
  await acting(() => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, '可比价')
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await press(field, 'Enter', { ctrlKey: true })
  await until(() => expect(document.querySelectorAll('[data-column=memo]')[1]?.textContent).toBe('可比价'))
})

it('copies quotes with their citations, and exports what is shown', async () => {
  await drawQuotes({ code: codes.growth })
  await shows('增长8%')
  await until(() => expect(document.querySelector('[data-column=section]')?.textContent).toBe('回顾'))
  await press(grid(), 'c', { ctrlKey: true })
  await until(() =>
    expect(main.askedOn('clipboard:write')).toEqual([{ text: '「增长8%」（瀍河回族区 2024年政府工作报告，回顾）' }]),
  )
  await press(grid(), 'e', { ctrlKey: true })
  await until(() => expect(main.askedOn('export:save')).toHaveLength(1))
  const [saved] = main.askedOn('export:save') as { bytes: Uint8Array; name: string }[]
  expect(saved?.name).toBe('摘录.xlsx')
  const [sheet] = readWorkbook(saved?.bytes ?? new Uint8Array()).sheets
  const row = [...(sheet?.cells ?? [])].flatMap(([reference, { text, number }]) =>
    /^[A-Z]+2$/.test(reference) ? [text ?? number] : [],
  )
  expect(row).toEqual(expect.arrayContaining(['瀍河回族区', 2024, '增长8%', '目标 / 增速']))
  expect(sheet?.cells.has('A3')).toBe(false)
})

it('says what to do where nothing is marked, and where nothing fits', async () => {
  await session.db.annotations.clear()
  await drawQuotes()
  await until(() => expect(document.body.textContent).toContain('还没有标注'))
  await mark('停车场', [])
  await shows('停车场')
  await ends.shift()?.()
  await drawQuotes({ code: codes.goals })
  await until(() => expect(document.body.textContent).toContain('没有符合条件的摘录'))
  await click(button(/清除筛选/))
  await shows('停车场')
})
