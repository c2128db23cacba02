import type { FigureOrigin, LedgerRow } from '#shared/compare/ledger/ledger-types'
import { type Language, translate } from '#shared/locales/translate'
import type { DocumentCell, DocumentTable } from './document'
import { figureCell, figureName, figureText, gapText, verdictText, verdictTone } from './figure-text'

/** What a task table needs beside the rows of a ledger. */
export interface TaskContext {
  language: Language
  /** Name of an indicator in the language, by id or phrase. */
  indicatorName: (indicator: string) => string
  /** Section and page of a place in a report: 二、重点工作，第3页; '' where nothing is known. */
  whereOf: (origin: FigureOrigin) => string
  /** 责任单位 as the report names it near there, '' where it does not. */
  responsibleOf: (origin: FigureOrigin) => string
}

const COLUMNS = [
  ['number', 5, 'center'],
  ['list', 9, 'center'],
  ['task', 26, 'left'],
  ['target', 13, 'right'],
  ['due', 10, 'center'],
  ['unit', 13, 'left'],
  ['progress', 18, 'left'],
  ['source', 18, 'left'],
] as const

/** 责任单位：区教育局, 牵头单位：… as reports write it; '' where they do not. */
export function responsibleIn(text: string): string {
  const found = /(?:责任|牵头|承办|主办)(?:单位|部门)[:：]\s*([^。；;\n（）()]{2,60})/u.exec(text)
  return found?.[1]?.trim() ?? ''
}

function progressOf(row: LedgerRow, language: Language): string {
  const { result } = row
  const parts = [verdictText(row, language), result ? figureText(result, language) : '', gapText(row, language)]
  return parts.filter((part) => part !== '').join(' ')
}

function rowOf(row: LedgerRow, number: number, context: TaskContext): DocumentCell[] {
  const { language, indicatorName, whereOf, responsibleOf } = context
  const { target } = row
  const { origin } = target
  return [
    { text: String(number), number: { value: number, decimals: 0, before: '', after: '' } },
    { text: target.list === '' ? '' : translate(language, `statements.list.${target.list}`) },
    { text: figureName(target, indicatorName) },
    { ...figureCell(target, language), tone: 'target' },
    { text: target.due || String(row.dueYear) },
    { text: origin ? responsibleOf(origin) : '' },
    { text: progressOf(row, language), tone: verdictTone(row) },
    { text: origin ? whereOf(origin) : target.citation, tone: 'quiet' },
  ]
}

/**
 * 任务分解表: every target of a place's report with its value, deadline, who is responsible where the report says so,
 * how far it is, and where it stands. A target that is said twice is one task.
 * @param rows of one place and year, in the order of the report
 */
export function taskTable(rows: readonly LedgerRow[], context: TaskContext): DocumentTable {
  const { language } = context
  const tasks = rows.filter(({ repeats }) => repeats === null)
  const [first] = rows
  const made = tasks.map((row, index) => rowOf(row, index + 1, context))
  const unnamed = made.some((cells) => cells[5]?.text === '')
  return {
    type: 'table',
    caption: translate(language, 'tables.task.caption', { place: first?.place.name ?? '', year: first?.year ?? '' }),
    unit: '',
    columns: COLUMNS.map(([, width, align]) => ({ width, align })),
    head: [COLUMNS.map(([name]) => ({ text: translate(language, `tables.task.column.${name}`) }))],
    rows: made,
    notes: unnamed ? [translate(language, 'tables.task.noUnit')] : [],
    sources: '',
  }
}
