import { expect, it } from 'vitest'
import { conflictRows, decisionRows, nameOf, namesIn, reportOf, valueText } from '#shared/exchange/merge/describe'
import { mergeProjects } from '#shared/exchange/merge/merge-projects'
import { MERGE_ORDER, TABLE_RULES } from '#shared/exchange/merge/tables'
import { translate } from '#shared/locales/translate'
import { JournalTable } from '#shared/model/journal'
import { annotation, at, code, idOf, memo, project, statement } from './records'

const A = idOf(1, 1)
const say = (key: string, params?: Record<string, string | number>): string => translate('zh-CN', key, params)
const here = project({
  codes: [code(A, '目标', { definition: '说将要做什么' })],
  statements: [statement(idOf(3, 1), '4:8%:增长', { updatedAt: at(3) })],
  memos: [memo(idOf(4, 1), 'code', A, '甲说')],
})
const there = project({
  codes: [code(A, '目标', { definition: '说打算' })],
  statements: [statement(idOf(3, 2), '4:8%:增长', { status: 'rejected', author: '乙', updatedAt: at(2) })],
  memos: [memo(idOf(4, 2), 'code', A, '乙说', { author: '乙' })],
  annotations: [annotation(idOf(2, 1), 0, [A])],
})
const merged = mergeProjects(here, there)

it('merges every table of the journal', () => {
  expect([...MERGE_ORDER].sort()).toEqual([...JournalTable.options].sort())
  expect(Object.keys(TABLE_RULES).sort()).toEqual([...JournalTable.options].sort())
})

it('lists what both sides say otherwise, who said it and when, and how it is settled', () => {
  const names = namesIn(merged, new Map())
  const settled = new Map([[merged.conflicts[0]?.id ?? '', 'theirs' as const]])
  const [head, ...rows] = conflictRows(merged.conflicts, settled, names, say)
  expect(head).toEqual([
    '类别',
    '内容',
    '本课题',
    '本课题作者',
    '本课题时间',
    '对方',
    '对方作者',
    '对方时间',
    '处理',
    '以前由谁定',
    '以前何时定',
  ])
  expect(rows).toEqual([
    ['编码', '目标', '定义：说将要做什么', '甲', at(0), '定义：说打算', '甲', at(0), '用对方的', '', ''],
    ['数据项', '增长 8%', '状态：已采纳', '甲', at(3), '状态：已排除', '乙', at(2), '用本课题的', '', ''],
    ['备忘', '目标', '内容：甲说', '甲', at(0), '内容：乙说', '乙', at(0), '两者都留', '', ''],
  ])
})

it('says of each number who decided it', () => {
  const [, ...rows] = decisionRows(merged.decisions, say)
  expect(rows).toEqual([['数据项', '增长 8%', '已采纳', '甲', at(3), '已排除', '乙', at(2), '本课题的']])
})

it('says what was taken away, and puts names for ids', () => {
  const base = project({ annotations: [annotation(idOf(2, 1), 0, [])] })
  const changed = project({ annotations: [annotation(idOf(2, 1), 0, [], { memo: '改过' })] })
  const [, row] = conflictRows(mergeProjects(changed, new Map(), base).conflicts, new Map(), new Map(), say)
  expect(row).toEqual(expect.arrayContaining(['已修改', '已删除', '用本课题的']))
  const names = new Map([[A, '目标']])
  expect(valueText([A, 'x'], names, say)).toBe('目标、x')
  expect([valueText(null, names, say), valueText(true, names, say), valueText({ name: '瀍河' }, names, say)]).toEqual([
    '（空）',
    '是',
    '瀍河',
  ])
  expect(nameOf('projectSettings', { id: 'ledger' }, names)).toBe('')
})

it('names characters that were put in by those around them, and says in which report a record stands', () => {
  const anchor = { start: 3, end: 3, quote: '', prefix: '奋', suffix: '力在现代化建设新征程重振洛阳辉煌' }
  expect(nameOf('corrections', { anchor }, new Map())).toBe('奋‸力在现代化建设新征程重振')
  expect(nameOf('corrections', {}, new Map())).toBe('')
  const names = new Map([[A, '瀍河回族区政府工作报告']])
  expect(reportOf({ report: A }, names)).toBe('瀍河回族区政府工作报告')
  expect([reportOf({ report: null }, names), reportOf({ report: 'b' }, names)]).toEqual(['', ''])
})
