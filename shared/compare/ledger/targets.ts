import type { MatterOf } from '#shared/model/matter'
import type { ExtractedStatement } from '#shared/model/statement'
import type { MaterialStatement } from '../material'
import { isOwn, type Kept, ofMatter, ofStatement } from './figures'
import type { LedgerFigure } from './ledger-types'

/** A target of a report. */
export interface Target {
  figure: LedgerFigure
  /** Of a relative target; null for all others. */
  relative: MatterOf<'relative_target'> | null
  /** The item of a list that it stands in, by its key; null for one that stands in none. */
  item: string | null
}

/** How far behind a count of projects the amount may stand that it belongs to. */
const NEAR = 40

/** The number of projects in 确保13个省市重点项目完成投资40亿元: it says which ones are meant and promises nothing. */
function isCompanion(statement: MaterialStatement, all: readonly MaterialStatement[]): boolean {
  if (statement.canonical !== 'key_projects' || statement.measure !== '' || statement.kind !== 'level') return false
  return all.some(
    (other) =>
      other.canonical === 'key_project_investment' &&
      other.role === statement.role &&
      other.sentence.start === statement.sentence.start &&
      other.start > statement.start &&
      other.start - statement.start < NEAR,
  )
}

/** The number of things that an item of a list says that it holds (9项), which promises nothing by itself. */
const isItemCount = ({ unit, value }: MaterialStatement, item: Item | null): boolean =>
  item !== null && item.count === value && (unit === '项' || unit === '件')

/** A class of a thing is described by its threshold (10亿元以上项目). */
const isThreshold = ({ rule }: MaterialStatement): boolean => rule.startsWith('threshold')

/** An item of a list, as far as its figures need it. */
interface Item {
  key: string
  start: number
  end: number
  count: number | null
  list: ExtractedStatement['list']
}

const isTarget = ({ role, article, status, indicator, scope }: MaterialStatement): boolean =>
  role === 'target' && (article === 'main' || status !== 'suggested') && indicator !== '' && isOwn(scope)

/** A target of a year that was over when the report was given is a look back. */
const isAhead = (year: string, reportYear: number): boolean => year === '' || Number(year.slice(-4)) >= reportYear

function itemsOf(kept: Kept): Item[] {
  return kept.matters.flatMap(({ content, key }): Item[] => {
    if (content.type !== 'list_item' || content.role !== 'target') return []
    const { start, end, count, list } = content
    return [{ key, start, end, count, list }]
  })
}

function statementTargets(kept: Kept, items: readonly Item[]): Target[] {
  return kept.statements.flatMap((statement): Target[] => {
    if (!isTarget(statement) || !isAhead(statement.year, kept.year) || isThreshold(statement)) return []
    const item = items.find(({ start, end }) => statement.start >= start && statement.start < end) ?? null
    if (isItemCount(statement, item) || isCompanion(statement, kept.statements)) return []
    const list = statement.list || item?.list || ''
    return [{ figure: ofStatement(kept, statement, list), relative: null, item: item?.key ?? null }]
  })
}

function matterTargets(kept: Kept, items: readonly Item[], ventures: boolean): Target[] {
  return kept.matters.flatMap((matter): Target[] => {
    const { content } = matter
    if (content.type === 'venture' && !ventures) return []
    if (content.role !== 'target' || content.scope !== 'own' || !isAhead(content.year, kept.year)) return []
    if (content.article !== 'main' && matter.status === 'suggested') return []
    const item = items.find(({ start, end }) => content.start >= start && content.start < end)
    switch (content.type) {
      case 'relative_target': {
        const figure = ofMatter(kept, matter, 'relative_target')
        return [
          { figure: { ...figure, list: figure.list || item?.list || '' }, relative: content, item: item?.key ?? null },
        ]
      }
      case 'list_item':
        return [{ figure: ofMatter(kept, matter, 'list_item'), relative: null, item: null }]
      case 'venture':
        return [{ figure: ofMatter(kept, matter, 'venture'), relative: null, item: null }]
      default:
        return []
    }
  })
}

/**
 * The targets of a report in the order of its text: its statements with the role, relative targets, items of lists,
 * named ventures; the place's own only. Counts that only say what an amount or an item holds are none.
 * @param ventures whether named ventures are wanted
 */
export function targetsOf(kept: Kept, ventures: boolean): Target[] {
  const items = itemsOf(kept)
  return [...statementTargets(kept, items), ...matterTargets(kept, items, ventures)].sort(byPosition)
}

const byPosition = ({ figure: a }: Target, { figure: b }: Target): number =>
  (a.origin?.start ?? 0) - (b.origin?.start ?? 0) || (a.ref.key < b.ref.key ? -1 : 1)
