import { message } from '#shared/model/identity'
import type { LedgerRuling } from '#shared/model/ledger'
import { type Answer, answerNumber, judge, unanswered } from './answer'
import { answerYear, dueYearOf, notYet, withoutResult } from './due'
import { type Kept, ofCited, ofMatter, ofStatement } from './figures'
import { fitOf, isVague } from './fit'
import { answerNamed, compareStages } from './items'
import type { LedgerFigure, LedgerInput, LedgerRules } from './ledger-types'
import type { Library, Shelf } from './library'
import { likeness } from './phrases'
import { answerRelative } from './relative'
import type { Target } from './targets'

/** What a target is decided with. */
export interface Case {
  target: Target
  reportYear: number
  shelf: Shelf
  library: Library
  rules: LedgerRules
}

/** What the results say; null where they say nothing. */
function answered({ target, reportYear, shelf, library, rules }: Case): Answer | null {
  const { figure, relative } = target
  const year = answerYear(figure, reportYear)
  const dueYear = dueYearOf(figure, reportYear)
  const name = library.names.of(figure.phrase)
  if (relative) return answerRelative({ target: figure, content: relative, name, shelf, library, rules, year, dueYear })
  if (figure.type === 'statement') return answerNumber(figure, name, shelf, rules, { year, dueYear })
  return answerNamed(figure, name, shelf.pool(year))
}

/** A report that speaks of the thing without the number (居民收入增速高于GDP增速) is not silent about it. */
function mentions({ target, reportYear, shelf }: Case): Answer['caveats'] {
  const { figure } = target
  if (figure.canonical === '' || figure.type !== 'statement') return []
  const [said] = shelf
    .pool(answerYear(figure, reportYear))
    .relative.filter((entry) => entry.figure.canonical === figure.canonical)
    .sort((a, b) => (a.figure.origin?.start ?? 0) - (b.figure.origin?.start ?? 0))
  const relation = said?.figure.relation
  return relation
    ? [message('ledger.caveat.qualitative', { relation: relation.relation, reference: relation.reference })]
    : []
}

/** What the rules say of a target without looking at the user's word. */
export function decide(which: Case): Answer {
  const { target, reportYear, shelf, library } = which
  const dueYear = dueYearOf(target.figure, reportYear)
  const early = notYet(shelf, dueYear)
  if (early) {
    // What the user typed in may come before the next report does.
    const found = shelf.hasCited ? answered(which) : null
    return found?.result?.type === 'cited' ? found : unanswered('pending', early)
  }
  const found = answered(which)
  if (found) return found
  const { verdict, why } = withoutResult(shelf, dueYear)
  const vague = isVague(target.figure.canonical, library.names.of(target.figure.phrase))
  const caveats = vague ? [message('ledger.caveat.vague', { phrase: target.figure.phrase })] : mentions(which)
  return unanswered(verdict, why, verdict === 'silent' ? caveats : [])
}

/** Finds a figure that a ruling names. */
export function findFigure(
  ref: { report: string | null; key: string },
  library: Library,
  input: LedgerInput,
): LedgerFigure | null {
  if (ref.report === null) {
    const cited = input.cited.find(({ id }) => id === ref.key)
    return cited ? ofCited(cited) : null
  }
  const kept = library.reports.get(ref.report)
  return kept ? inReport(kept, ref.key) : null
}

function inReport(kept: Kept, key: string): LedgerFigure | null {
  const statement = kept.statements.find((each) => each.key === key)
  if (statement) return ofStatement(kept, statement)
  const matter = kept.matters.find((each) => each.key === key)
  if (!matter || matter.content.type === 'rank' || matter.content.type === 'list') return null
  return ofMatter(kept, matter, matter.content.type)
}

/** Holds the result that the user chose against the target, by the same rules. */
function paired(which: Case, result: LedgerFigure): Answer {
  const { figure } = which.target
  const why = message('ledger.why.ruled')
  if (figure.type === 'venture' && result.type === 'venture')
    return { ...unanswered(compareStages(figure, result), why), result }
  if (figure.value === null || result.value === null) return { ...unanswered('incomparable', why), result }
  const { names } = which.library
  const [own, other] = [names.of(figure.phrase), names.of(result.phrase)]
  const fit = fitOf(
    figure,
    own,
    { figure: result, canonical: result.canonical, name: other, rule: 'user', confidence: 1 },
    likeness(own, other),
  )
  // The user says that both are one thing: only what can't be counted together keeps them apart.
  const apart = figure.base !== result.base || figure.kind !== result.kind
  if (apart) return { ...unanswered('incomparable', why), result }
  const { caveats, ...judgement } = judge(figure, result, which.rules)
  const clash = fit?.clash ? [message(`ledger.caveat.clash.${fit.clash}`)] : []
  return { ...unanswered('met', why), ...judgement, result, caveats: [...clash, ...caveats] }
}

/** What the rules say once the user has said which result belongs to the target. */
export function decideRuled(which: Case, ruling: LedgerRuling, input: LedgerInput): Answer {
  const { pairing } = ruling
  if (pairing === 'auto') return decide(which)
  const { target, reportYear, shelf, library } = which
  if (pairing === 'none') {
    const dueYear = dueYearOf(target.figure, reportYear)
    const early = notYet(shelf, dueYear)
    return early
      ? unanswered('pending', early)
      : { ...unanswered('silent', message('ledger.why.ruled')), ...withoutResult(shelf, dueYear) }
  }
  const result = findFigure(pairing, library, input)
  if (!result) return { ...decide(which), caveats: [message('ledger.caveat.lostPairing'), ...decide(which).caveats] }
  return paired(which, result)
}
