import { beforeAll, describe, expect, it } from 'vitest'
import type { LedgerRow } from '#shared/compare/ledger/ledger-types'
import { briefing } from '#shared/exchange/document/briefing'
import { ledgerBlock } from '#shared/exchange/document/ledger-table'
import { responsibleIn, taskTable } from '#shared/exchange/document/task-table'
import { seedMaterials } from '../../compare/audit/materials'
import { ledgerOf } from '../../compare/ledger/rules'

let rows: LedgerRow[]

beforeAll(async () => {
  const seeds = await seedMaterials()
  const ledger = ledgerOf(Object.values(seeds))
  rows = ledger.rows.filter(({ place, year }) => place.code === '410304' && year === 2022)
})

const names = (id: string): string => (id === 'gdp' ? '地区生产总值' : id)
const context = { language: 'zh-CN', indicatorName: names, whereOf: () => '第3页', responsibleOf: () => '' } as const

describe('任务分解表', () => {
  it('has each target once, numbered, with value, deadline, progress and place', () => {
    const table = taskTable(rows, context)
    const tasks = rows.filter(({ repeats }) => repeats === null)
    expect(table.rows).toHaveLength(tasks.length)
    expect(table.rows.map(([number]) => number?.text)).toEqual(tasks.map((_, index) => String(index + 1)))
    const gdp = table.rows.find((cells) => cells[2]?.text === '地区生产总值')
    expect(gdp?.map(({ text }) => text).slice(1)).toEqual([
      '主要预期目标',
      '地区生产总值',
      '8%',
      '2022',
      '',
      '未完成 4.3% −3.7个百分点',
      '第3页',
    ])
    expect(table.notes).toHaveLength(1)
    expect(taskTable(rows, { ...context, responsibleOf: () => '区发改委' }).notes).toEqual([])
  })

  it.each([
    ['新建公厕10座。责任单位：区城管局。', '区城管局'],
    ['（牵头单位: 区教育局、区财政局）', '区教育局、区财政局'],
    ['年底前完成。', ''],
  ])('finds who is responsible in %s', (text, found) => expect(responsibleIn(text)).toBe(found))
})

describe('目标完成台账 in a document', () => {
  it('has verdicts and margins, and caveats as notes', () => {
    const table = ledgerBlock(rows, 'zh-CN', names)
    expect(table.rows).toHaveLength(rows.length)
    const gdp = table.rows.find((cells) => cells[0]?.text === '地区生产总值')
    expect(gdp?.map(({ text }) => text)).toEqual(['地区生产总值', '8%', '4.3%', '−3.7个百分点', '未完成'])
    expect(table.rows.some((cells) => cells[4]?.text === '未提及（总括完成）')).toBe(true)
    expect(table.notes.some((note) => note.includes('摘要'))).toBe(true)
    for (const cells of table.rows)
      for (const { notes = [] } of cells) for (const note of notes) expect(table.notes[note - 1]).toBeDefined()
  })
})

it('has margins of what is counted to the last digit', () => {
  const gap = (absolute: number): string | undefined => {
    const [row] = rows.map((one) => ({ ...one, gap: { absolute, unit: '人', percent: null } }))
    return row && ledgerBlock([row], 'zh-CN', names).rows[0]?.[3]?.text
  }
  expect(gap(1_046_532)).toBe('+1046532人')
  expect(gap(0.1 - 0.3)).toBe('−0.2人')
})

describe('简报', () => {
  const parts = {
    title: '简报',
    subtitle: '',
    paper: { size: 'A4', landscape: false },
    summary: '',
    tables: [],
    charts: [],
    ledgers: [],
    quotes: [],
    language: 'zh-CN',
  } as const

  it('has no heading for what it has nothing of', () => {
    expect(briefing(parts).blocks).toEqual([])
    expect(briefing({ ...parts, summary: '一\n\n二' }).blocks.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'paragraph',
    ])
  })

  it('sets quotes under their place once', () => {
    const quote = { label: '瀍河 2023', words: [{ text: '完成160亿元' }], source: '出处' }
    const { blocks } = briefing({ ...parts, quotes: [quote, quote, { ...quote, label: '西工 2023' }] })
    expect(blocks.map((block) => (block.type === 'heading' ? block.text : block.type))).toEqual([
      '原文摘录',
      '瀍河 2023',
      'quote',
      'quote',
      '西工 2023',
      'quote',
    ])
  })
})
