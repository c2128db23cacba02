import { type DirectionOf, signOf } from '#shared/compare/direction'
import { standings } from '#shared/compare/heat'
import type { Matrix, MatrixCell, MatrixIndicator } from '#shared/compare/matrix-types'
import { phrase } from '#shared/compare/phrase'
import { translate } from '#shared/locales/translate'
import type { DeskRow, DeskTemplate } from '#shared/model/desk-template'
import type { Role, StatementKind } from '#shared/model/statement'
import type { TableContext } from '../comparison-tables'
import { seriesName } from '../matrix-sheet'
import { deskNumber } from './desk-number'
import type { DocumentCell, DocumentColumn, DocumentTable } from './document'
import { Notes } from './notes'
import { sourcesOf } from './sources'

/** What a table for a leader's desk is made from. */
export interface DeskInput {
  /** Of the template's rows, one for each of their kinds; one data year (or 最近一期), all places below. */
  matrices: readonly Matrix[]
  template: DeskTemplate
  /** Codes of the places that are compared, in their order. */
  places: readonly string[]
  /** Codes of the places above them: 全市, 全省. */
  above: readonly string[]
  directionOf: DirectionOf
  context: TableContext
}

interface Line {
  row: DeskRow
  matrix: Matrix
  indicator: MatrixIndicator
  /** Column of the matrix. */
  at: number
}

/** The units of kinds that have one only, for rows without a number. */
const UNITS: Readonly<Record<StatementKind, string>> = { level: '', growth: '%', ratio: '%', points: '个百分点' }

/** The rows of the template that the matrices have, in the template's order. */
function linesOf({ matrices, template }: Pick<DeskInput, 'matrices' | 'template'>): Line[] {
  return template.rows.flatMap((row): Line[] => {
    const matrix = matrices.find(({ kind }) => kind === row.kind)
    const at = matrix?.columns.findIndex(({ indicator }) => indicator === row.indicator) ?? -1
    const indicator = matrix?.indicators.find(({ id }) => id === row.indicator)
    if (!matrix || at < 0 || !indicator) return []
    return [{ row: { ...row, unit: row.unit || indicator.unit || UNITS[row.kind] }, matrix, indicator, at }]
  })
}

const rolesOf = ({ role }: DeskTemplate): readonly Role[] => (role === 'both' ? ['target', 'actual'] : [role])

function cellAt({ matrix, at }: Line, place: string, role: Role): MatrixCell | null {
  return matrix.rows.find((row) => row.place.code === place && row.role === role)?.cells[at] ?? null
}

/** What is said of a number in other words, or of the cells beside it, which have notes of their own. */
const SAID = /^compare\.warning\.(?:otherUnit|otherValues|mixed\.(?:period|year))$/

/** What a bare number would hide, as notes: part of the year, estimates, the year of 最近一期, measure, basis, subset. */
function notesOf(cell: MatrixCell, unit: string | null, latest: boolean, { context }: DeskInput): string[] {
  const say = (key: string, params: Record<string, string | number> = {}): string =>
    translate(context.language, `tables.note.${key}`, params)
  const { chosen } = cell
  if (!chosen) return []
  const { period, wording } = chosen.cell
  return [
    ...(latest ? [say('year', { year: cell.year })] : []),
    ...(unit === null ? [] : [say('unit', { unit })]),
    ...(cell.partial ? [say('partial', { period })] : []),
    ...(cell.estimate ? [say('estimate', { wording: wording || say('estimated') })] : []),
    ...cell.warnings
      .filter(({ key }) => !SAID.test(key))
      .map((warning) => phrase((key, params) => translate(context.language, key, params), warning)),
  ]
}

/** 位次 of each place in a row: among those with a whole number in the row's base; null where there is nothing to rank. */
function ranksOf(input: DeskInput, line: Line, role: Role): Map<string, { rank: number; of: number }> {
  const { indicator } = line
  const known = input.places.flatMap((place) => {
    const cell = cellAt(line, place, role)
    const fits = cell?.shown && cell.chosen?.cell.base === indicator.base && !cell.partial
    return fits && cell.shown ? [{ place, value: cell.shown.value }] : []
  })
  if (known.length < 2) return new Map()
  const order = standings(
    known.map(({ value }) => value),
    signOf(input.directionOf(indicator)),
  )
  return new Map(known.map(({ place }, index) => [place, { rank: order[index]?.rank ?? 1, of: known.length }]))
}

function numberCell(input: DeskInput, line: Line, place: string, role: Role, notes: Notes): DocumentCell {
  const cell = cellAt(line, place, role)
  const found = cell && deskNumber(cell, line.row)
  if (!cell || !found) return { text: '—', tone: 'quiet' }
  const { text, unit, number } = found
  const { latest } = line.matrix
  const marks = input.template.notes ? notesOf(cell, unit, latest, input).map((note) => notes.number(note)) : []
  return {
    text,
    ...(number ? { number } : {}),
    tone: role === 'target' ? 'target' : 'plain',
    ...(marks.length > 0 ? { notes: marks } : {}),
  }
}

const nameIn = ({ matrices }: DeskInput, code: string): string =>
  matrices[0]?.places.find((place) => place.code === code)?.name ?? code

const SHARE = { name: 26, unit: 9, number: 12, rank: 8 } as const

function headOf(input: DeskInput, roles: readonly Role[]): { head: DocumentCell[][]; columns: DocumentColumn[] } {
  const { template, context } = input
  const say = (key: string): string => translate(context.language, `tables.column.${key}`)
  const name = (code: string): string => nameIn(input, code)
  const under = (ranked: boolean): string[] => [...roles.map((role) => say(role)), ...(ranked ? [say('rank')] : [])]
  const single = roles.length === 1 && !template.rank
  const groups = [
    ...input.places.map((code) => ({ code, ranked: template.rank })),
    ...input.above.map((code) => ({ code, ranked: false })),
  ]
  const first = [
    { text: say('indicator'), rows: single ? 1 : 2 },
    { text: say('unit'), rows: single ? 1 : 2 },
    ...groups.map(({ code, ranked }) => ({ text: name(code), span: under(ranked).length })),
  ]
  const second = groups.flatMap(({ ranked }) => under(ranked).map((text) => ({ text })))
  const columns: DocumentColumn[] = [
    { width: SHARE.name, align: 'left' },
    { width: SHARE.unit, align: 'center' },
    ...groups.flatMap(({ ranked }): DocumentColumn[] => [
      ...roles.map((): DocumentColumn => ({ width: SHARE.number, align: 'right' })),
      ...(ranked ? [{ width: SHARE.rank, align: 'center' } as const] : []),
    ]),
  ]
  return { head: single ? [first] : [first, second], columns }
}

/** What a row is called: as the template says, else the indicator; a rate of growth says that it is one. */
function rowName({ row, indicator }: Line, context: TableContext): string {
  if (row.label !== '') return row.label
  const name = indicator.fixed ? seriesName(indicator, context) : context.indicatorName(indicator.indicator)
  const told = row.kind !== 'growth' || /增速|增长|growth/i.test(name)
  return told ? name : translate(context.language, 'tables.growthOf', { name })
}

function rowOf(input: DeskInput, line: Line, roles: readonly Role[], notes: Notes): DocumentCell[] {
  const { template, context } = input
  const ranked = roles.at(-1) ?? 'actual'
  const ranks = template.rank ? ranksOf(input, line, ranked) : new Map<string, { rank: number; of: number }>()
  const rank = (place: string): DocumentCell => {
    const own = ranks.get(place)
    if (!own) return { text: '—', tone: 'quiet' }
    const after = `/${own.of}`
    return { text: own.rank + after, number: { value: own.rank, decimals: 0, before: '', after } }
  }
  return [
    { text: rowName(line, context) },
    { text: line.row.unit, tone: 'quiet' },
    ...input.places.flatMap((place) => [
      ...roles.map((role) => numberCell(input, line, place, role, notes)),
      ...(template.rank ? [rank(place)] : []),
    ]),
    ...input.above.flatMap((place) => roles.map((role) => numberCell(input, line, place, role, notes))),
  ]
}

/**
 * 对比表: fixed rows in their order, units and decimals, a place beside others and beside 全市 and 全省, with 位次 among
 * the places of the table, 口径说明 and 资料来源 below it. What is missing is a dash and never zero.
 */
export function deskTable(input: DeskInput): DocumentTable {
  const { template, context, matrices } = input
  const say = (key: string, params: Record<string, string | number> = {}): string =>
    translate(context.language, `tables.${key}`, params)
  const roles = rolesOf(template)
  const notes = new Notes()
  const { head, columns } = headOf(input, roles)
  const rows = linesOf(input).map((line) => rowOf(input, line, roles, notes))
  const general = [
    ...(rows.some((row) => row.some(({ text }) => text === '—')) ? [say('note.missing')] : []),
    ...(template.rank ? [say('note.rank', { count: input.places.length })] : []),
  ]
  const year = matrices[0]?.latest ? say('latest') : (matrices[0]?.years[0] ?? '')
  return {
    type: 'table',
    caption: say('caption', { name: template.name, year }),
    unit: '',
    columns,
    head,
    rows,
    notes: template.notes ? [...notes.all, ...general] : [],
    sources: sourcesOf(deskCells(input), (code) => nameIn(input, code), context),
  }
}

/** The cells that the table shows, row by row. */
export const deskCells = (input: Omit<DeskInput, 'context'>): MatrixCell[] =>
  linesOf(input).flatMap((line) =>
    [...input.places, ...input.above].flatMap((place) =>
      rolesOf(input.template).flatMap((role) => cellAt(line, place, role) ?? []),
    ),
  )
