import type { FigureOrigin } from '#shared/compare/ledger/ledger-types'
import type { Language } from '#shared/locales/translate'
import { type SourceFacts, whereIn } from './source-facts'
import { responsibleIn, type TaskContext } from './task-table'

/** How far behind a sentence the responsible unit is looked for: the brackets after it, not the next task. */
const BEHIND = 80

/** Who the report names as responsible in a task's sentence or right behind it, on the same line. */
function responsibleAt({ text }: SourceFacts, { sentence }: FigureOrigin): string {
  const behind = text.slice(sentence.end, sentence.end + BEHIND).split(/[\r\n]/)[0] ?? ''
  return responsibleIn(
    text.slice(sentence.start, sentence.end) + (/^(?:[（(]|责任|牵头|承办|主办)/.test(behind) ? behind : ''),
  )
}

/** What a task table is told of its sources. */
export function taskContext(
  factsOf: (source: string) => SourceFacts | undefined,
  language: Language,
  indicatorName: (indicator: string) => string,
): TaskContext {
  return {
    language,
    indicatorName,
    whereOf: (origin) => {
      const facts = factsOf(origin.source)
      return facts ? whereIn(facts, origin.report, origin.start) : ''
    },
    responsibleOf: (origin) => {
      const facts = factsOf(origin.source)
      return facts ? responsibleAt(facts, origin) : ''
    },
  }
}
