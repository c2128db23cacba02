import type { AuditStep, Finding } from '../compare/audit/audit-types'
import { type Language, translate } from '../locales/translate'
import type { AuditJudgement } from '../model/audit'
import type { Message } from '../model/identity'
import { csvBytes } from './csv'
import { plainCell, type SheetCell, writeWorkbook } from './xlsx'

/** A finding with what an exported line tells beside it. */
export interface ListedFinding {
  finding: Finding
  /** The sentences of its figures, in their order. */
  quotes: readonly string[]
  /** Null while nobody has settled it. */
  judgement: AuditJudgement | null
  note: string
  author: string
}

const COLUMNS = [
  ['place', 12],
  ['years', 12],
  ['severity', 8],
  ['rule', 14],
  ['message', 50],
  ['expected', 12],
  ['found', 12],
  ['difference', 12],
  ['tolerance', 12],
  ['unit', 8],
  ['arithmetic', 50],
  ['candidates', 24],
  ['judgement', 14],
  ['note', 24],
  ['author', 10],
  ['sentences', 80],
] as const
type Column = (typeof COLUMNS)[number][0]

/** Digits that say something; binary fractions make more. */
const settled = (value: number): number => Number(value.toPrecision(10))

const SIGNS = { '+': ' + ', '-': ' − ', '×': ' × ', '÷': ' ÷ ', root: ' √ ' } as const

const stepText = ({ terms, value, unit }: AuditStep): string =>
  `${terms.map((term, at) => (at === 0 ? '' : SIGNS[term.sign]) + settled(term.value) + term.unit).join('')} = ${settled(value)}${unit}`

function cellOf(column: Column, listed: ListedFinding, language: Language): SheetCell {
  const { finding, quotes, judgement, note, author } = listed
  const { arithmetic } = finding
  const say = ({ key, params }: Message): string => translate(language, key, params)
  switch (column) {
    case 'place':
      return finding.place?.name ?? ''
    case 'years':
      return [...new Set(finding.figures.flatMap(({ reportYear }) => reportYear ?? []))].sort().join('、')
    case 'severity':
      return translate(language, `audit.severity.${finding.severity}`)
    case 'rule':
      return translate(language, `audit.rule.${finding.rule}.name`)
    case 'message':
      return say(finding.message)
    case 'expected':
    case 'found':
    case 'difference':
    case 'tolerance':
      return settled(arithmetic[column])
    case 'unit':
      return arithmetic.unit
    case 'arithmetic':
      return arithmetic.steps.map(stepText).join('\n')
    case 'candidates':
      return finding.candidates.map(say).join('、')
    case 'judgement':
      return judgement ? translate(language, `audit.judgement.${judgement}`) : ''
    case 'note':
      return note
    case 'author':
      return author
    case 'sentences':
      return [...new Set(quotes)].join('\n')
  }
}

const heads = (language: Language): string[] =>
  COLUMNS.map(([column]) => translate(language, `auditView.export.column.${column}`))

const rowsOf = (findings: readonly ListedFinding[], language: Language): SheetCell[][] =>
  findings.map((finding) => COLUMNS.map(([column]) => cellOf(column, finding, language)))

/** Findings as a workbook of one sheet; numbers are numbers. */
export function auditWorkbook(
  findings: readonly ListedFinding[],
  language: Language,
): Promise<Uint8Array<ArrayBuffer>> {
  const names = heads(language)
  return writeWorkbook([
    {
      name: translate(language, 'auditView.export.sheet'),
      columns: COLUMNS.map(([, width], index) => ({ header: names[index] ?? '', width })),
      rows: rowsOf(findings, language),
    },
  ])
}

/** Findings as CSV, the same columns. */
export function auditCsv(findings: readonly ListedFinding[], language: Language): Uint8Array<ArrayBuffer> {
  const plain = plainCell
  return csvBytes([heads(language), ...rowsOf(findings, language).map((row) => row.map(plain))])
}
