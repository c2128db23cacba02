import { type Message, message } from '#shared/model/identity'
import type { Answer } from './answer'
import { isPaper, type Kept } from './figures'
import type { LedgerFigure } from './ledger-types'
import type { Library, Shelf } from './library'

/** Reports that do not tell all: what they leave out proves nothing. */
const PIECES = ['digest', 'continuation', 'incomplete', 'other'] as const

/** Reports that a row rests on: the target's, those of its results, and the one that could have told. */
function reportsBehind(target: Kept, answer: Answer, shelf: Shelf, library: Library, dueYear: number): Kept[] {
  const figures = [answer.result, ...answer.supporting]
  const told = figures.flatMap((figure) => {
    const report = figure?.origin ? library.reports.get(figure.origin.report) : undefined
    return report ? [report] : []
  })
  const next = answer.verdict === 'pending' ? [] : shelf.reports.filter(({ year }) => year === dueYear + 1)
  const silent = answer.result === null ? next : []
  return [...new Set([target, ...told, ...silent])]
}

/**
 * 摘要, 续版, 残本 among the reports that a row rests on, each with the years of the reports that are.
 * @returns the caveats, weightiest first
 */
export function kindCaveats(target: Kept, answer: Answer, shelf: Shelf, library: Library, dueYear: number): Message[] {
  if (shelf.allWhole && answer.supporting.length === 0) return []
  const behind = reportsBehind(target, answer, shelf, library, dueYear)
  return PIECES.flatMap((kind) => {
    const years = [
      ...new Set(behind.flatMap((kept) => (kept.report.kind === kind && !isPaper(kept) ? [kept.year] : []))),
    ].sort()
    return years.length === 0 ? [] : [message(`ledger.caveat.${kind}`, { years: years.join('、') })]
  })
}

/** The number of projects that stands beside an amount in its sentence, null where none does. */
function projectsBeside(figure: LedgerFigure, library: Library): number | null {
  const { origin } = figure
  if (!origin) return null
  const statements = library.reports.get(origin.report)?.statements ?? []
  const [beside] = statements
    .filter(
      (statement) =>
        statement.canonical === 'key_projects' &&
        statement.kind === 'level' &&
        statement.role === figure.role &&
        statement.subset === figure.subset &&
        statement.sentence.start === origin.sentence.start,
    )
    .sort((a, b) => Math.abs(a.start - origin.start) - Math.abs(b.start - origin.start))
  return beside?.value ?? null
}

/** A sum over projects is of other projects when their number has changed: said on the row. */
export function projectCaveat(target: LedgerFigure, result: LedgerFigure | null, library: Library): Message[] {
  if (target.canonical !== 'key_project_investment' || result?.canonical !== target.canonical) return []
  const [wanted, reached] = [projectsBeside(target, library), projectsBeside(result, library)]
  if (wanted === null || reached === null || wanted === reached) return []
  return [message('ledger.caveat.projects', { target: wanted, result: reached })]
}
