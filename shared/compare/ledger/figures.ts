import type { CitedFigure, Genre } from '#shared/model/ledger'
import type { ExtractedMatter } from '#shared/model/matter'
import type { ExtractedStatement } from '#shared/model/statement'
import { unitOf } from '#shared/statements/units'
import { genreOf } from '#shared/text/genre'
import { settle } from '../cells'
import type { MaterialMatter, MaterialStatement, ReportMaterial } from '../material'
import type { FigureOrigin, LedgerFigure } from './ledger-types'

/** A report that takes part: place and year are known. */
export interface Kept extends ReportMaterial {
  place: string
  year: number
  genre: Genre
}

/** What kind of document a report is: 统计公报, 计划报告 and 预算报告 come in as reports of another kind. */
export const genreOfReport = ({ kind, title }: ReportMaterial['report']): Genre =>
  kind === 'other' ? genreOf(title) : 'report'

/** A paper whose results stand beside those of the work report; it sets no targets of its own for the ledger. */
export const isPaper = ({ genre }: Pick<Kept, 'genre'>): boolean => genre !== 'report' && genre !== 'other'

/** What names the document of a figure that no work report gives; '' for one of a work report. */
const citationOf = ({ genre, report }: Kept): string =>
  genre === 'report' ? '' : report.title.replace(/\s+/gu, ' ').trim()

/** Parts of a place that its report speaks of as its own town: a figure of them is the place's, of a part of it. */
export const TOWN = /^(?:中心城区|城市区|主城区|城区|市区|建成区|市中心|市本级|区本级|县本级|县城)$/u

/** Whether a figure is the place's own, or that of its town. */
export const isOwn = (scope: string): boolean => scope === 'own' || TOWN.test(scope)

/*
 * Figures are made by the hundred thousand: each is written out in full, for an object that begins with a spread of
 * another takes a hundred times as long to make.
 */

const originOf = (
  { report, year }: Kept,
  start: number,
  end: number,
  sentence: FigureOrigin['sentence'],
): FigureOrigin => ({
  report: report.id,
  source: report.source,
  start,
  end,
  sentence,
  reportYear: year,
  reportKind: report.kind,
})

/** The figure of a statement. `list` is the list that it stands in, where an item of it tells so and it does not. */
export function ofStatement(
  kept: Kept,
  statement: MaterialStatement,
  list: ExtractedStatement['list'] = statement.list,
): LedgerFigure {
  const { base, factor } = unitOf(statement.unit)
  return {
    ref: { report: kept.report.id, key: statement.key },
    type: 'statement',
    role: statement.role,
    place: kept.place,
    indicator: statement.canonical || statement.indicator,
    canonical: statement.canonical,
    phrase: statement.indicator,
    kind: statement.kind,
    value: statement.value,
    high: statement.high,
    unit: statement.unit,
    quantity: statement.quantity,
    comparator: statement.comparator,
    normal: settle(statement.value * factor),
    normalHigh: statement.high === null ? null : settle(statement.high * factor),
    base,
    measure: statement.measure,
    basis: statement.basis,
    subset: statement.subset || (statement.scope === 'own' ? '' : statement.scope),
    against: statement.base,
    period: statement.period,
    wording: statement.wording,
    due: statement.due,
    list,
    year: statement.year,
    relation: null,
    stage: '',
    genre: kept.genre,
    citation: citationOf(kept),
    origin: originOf(kept, statement.start, statement.start + statement.quantity.length, statement.sentence),
  }
}

const named = (content: ExtractedMatter): { phrase: string; canonical: string } => {
  switch (content.type) {
    case 'relative_target':
    case 'rank':
      return { phrase: content.indicator, canonical: content.canonical }
    case 'claim':
      return { phrase: content.covers, canonical: '' }
    case 'venture':
      return { phrase: content.name, canonical: '' }
    default:
      return { phrase: content.heading, canonical: '' }
  }
}

type Told = Exclude<ExtractedMatter['type'], 'rank' | 'list'>

/** The figure of a matter: it has no number. */
export function ofMatter(kept: Kept, { content, key }: MaterialMatter, type: Told): LedgerFigure {
  const { phrase, canonical } = named(content)
  const { start, end, sentence } = content
  return {
    ref: { report: kept.report.id, key },
    type,
    role: content.role,
    place: kept.place,
    indicator: canonical || phrase,
    canonical,
    phrase,
    kind: content.type === 'relative_target' ? content.kind : 'level',
    value: null,
    high: null,
    unit: '',
    quantity: '',
    comparator: 'eq',
    normal: null,
    normalHigh: null,
    base: '',
    measure: '',
    basis: '',
    subset: '',
    against: '',
    period: content.period,
    wording: content.wording,
    due: content.due,
    list: content.list,
    year: content.year,
    relation:
      content.type === 'relative_target'
        ? { relation: content.relation, hedge: content.hedge, reference: content.reference }
        : null,
    stage: content.type === 'venture' ? content.stage : '',
    genre: kept.genre,
    citation: citationOf(kept),
    origin: originOf(kept, start, end, sentence),
  }
}

/** Indicator ids are Latin; anything else is a phrase. */
const ID = /^[a-z][a-z0-9_]*$/u

/** The figure of what the user typed in. */
export function ofCited(cited: CitedFigure): LedgerFigure {
  const { base, factor } = unitOf(cited.unit)
  return {
    ref: { report: null, key: cited.id },
    type: 'cited',
    role: 'actual',
    place: cited.place,
    indicator: cited.indicator,
    canonical: ID.test(cited.indicator) ? cited.indicator : '',
    phrase: cited.indicator,
    kind: cited.kind,
    value: cited.value,
    high: cited.high,
    unit: cited.unit,
    quantity: '',
    comparator: cited.comparator,
    normal: settle(cited.value * factor),
    normalHigh: cited.high === null ? null : settle(cited.high * factor),
    base,
    measure: '',
    basis: cited.basis,
    subset: cited.subset,
    against: '',
    period: '',
    wording: '',
    due: '',
    list: '',
    year: cited.year,
    relation: null,
    stage: '',
    genre: cited.genre,
    citation: cited.citation,
    origin: null,
  }
}
