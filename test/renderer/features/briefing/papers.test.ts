import { beforeAll, describe, expect, it } from 'vitest'
import type { LedgerRow } from '#shared/compare/ledger/ledger-types'
import { deskMatrices } from '#shared/exchange/document/desk-matrices'
import { freshPapers } from '#shared/model/briefing-draft'
import {
  briefingPaper,
  deskPaper,
  ledgerTables,
  ledgerYears,
  taskPaper,
} from '../../../../renderer/features/briefing/papers'
import { rowFor, templateOf } from '../../../../renderer/features/briefing/templates'
import { seedMaterials } from '../../../shared/compare/audit/materials'
import { cell, comparison, PLACES, record } from '../../../shared/compare/build'
import { ledgerOf } from '../../../shared/compare/ledger/rules'

let rows: readonly LedgerRow[]

beforeAll(async () => {
  const seeds = await seedMaterials()
  rows = ledgerOf(Object.values(seeds)).rows.filter(({ place }) => place.code === PLACES.chanhe.code)
})

const name = (id: string): string => id
const context = {
  language: 'zh-CN',
  indicatorName: name,
  groupName: name,
  fileOf: name,
  linkOf: () => '',
  sentenceOf: () => '',
  pageOf: () => '',
} as const

function deskOf(indicators: readonly string[]) {
  const chosen = comparison({ places: [PLACES.chanhe.code] })
  const template = {
    ...templateOf(chosen, chosen.id, '主要指标'),
    rows: indicators.map((indicator) => rowFor(indicator, 'growth')),
  }
  const records = [record({ place: PLACES.chanhe, cells: [cell({ value: 4.3 })] })]
  return deskPaper(
    {
      matrices: deskMatrices(records, { template, places: chosen.places, years: ['2022'], comparison: chosen }),
      template,
      places: chosen.places,
      above: [],
      directionOf: () => 'up',
    },
    context,
  )
}

describe('a table on paper', () => {
  it('has its caption as title, and a sheet with its notes and sources', () => {
    const paper = deskOf(['gdp'])
    expect(paper?.document.title).toBe('主要指标（2022年）')
    expect(paper?.document.blocks).toMatchObject([{ type: 'table', caption: '' }])
    expect(paper?.sheets?.map((sheet) => sheet.name)).toEqual(['主要指标（2022年）', '说明'])
    expect(paper?.sheets?.[0]?.rows[0]).toContainEqual({ value: 4.3, format: '#,##0.0' })
  })

  it('is none without rows', () => expect(deskOf([])).toBeNull())
})

describe('the tasks of 瀍河 2022', () => {
  const paper = { size: 'A4', landscape: true } as const
  const tasks = { ...context, whereOf: () => '第3页', responsibleOf: () => '' }

  it('are a table with real numbers', () => {
    const shown = rows.filter(({ year }) => year === 2022)
    const made = taskPaper(shown, paper, tasks)
    expect(made?.document.title).toBe('瀍河回族区2022年政府工作任务分解表')
    expect(made?.document.paper).toEqual(paper)
    const gdp = made?.sheets?.[0]?.rows.find((cells) => cells[2] === 'gdp')
    expect(gdp?.[3]).toEqual({ value: 8, format: '#,##0"%"' })
  })

  it('are none where the report has no target', () => expect(taskPaper([], paper, tasks)).toBeNull())
})

describe('ledgers of a briefing', () => {
  it('begin with the latest year that has results', () => {
    const { years, latest } = ledgerYears(rows)
    expect(years.toSorted((a, b) => b - a)).toEqual(years)
    expect(latest).toBe(2022)
    expect(ledgerYears([])).toEqual({ years: [], latest: null })
  })

  it('hold the headline targets only, where that is wanted', () => {
    const [all] = ledgerTables(rows, 2022, false, 'zh-CN', name)
    const [headline] = ledgerTables(rows, 2022, true, 'zh-CN', name)
    expect(headline?.rows.length).toBeGreaterThan(2)
    expect(headline?.rows.length).toBeLessThan(all?.rows.length ?? 0)
    expect(ledgerTables(rows, 1999, false, 'zh-CN', name)).toEqual([])
  })
})

describe('a briefing', () => {
  const quote = { label: '瀍河回族区 2023', words: [{ text: '增长4.3%。' }], source: '报告' }
  const made = (parts: Partial<Record<string, boolean>>) =>
    briefingPaper({
      wish: {
        ...freshPapers().briefing,
        summary: '一段',
        parts: { ...freshPapers().briefing.parts, ...parts },
      },
      title: '简报',
      subtitle: '',
      tables: [],
      pictures: [],
      ledgers: ledgerTables(rows, 2022, true, 'zh-CN', name),
      quotes: [quote],
      language: 'zh-CN',
    }).document.blocks.map((block) => ('text' in block ? block.text : block.type))

  it('has the parts that are wanted, in their order', () => {
    expect(made({})).toEqual(['要点', 'paragraph', '目标完成台账', 'table', '原文摘录', '瀍河回族区 2023', 'quote'])
    expect(made({ ledger: false, summary: false })).toEqual(['原文摘录', '瀍河回族区 2023', 'quote'])
    expect(made({ ledger: false, summary: false, quotes: false })).toEqual([])
  })
})
