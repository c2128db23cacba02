import type { RelativeTarget } from '#shared/model/matter'
import type { Given, Sentence } from '../given'
import { isMeasure, isMeasured } from '../measured'
import { type Form, formAt } from './forms'
import { type Named, namesInside, namesOf } from './names'
import { heldBy } from './reference'
import { TRIGGER } from './words.data'

/** Bounds of a clause. */
const BREAKS = '，；：。！？（）\n'
/** No clause is looked at further than this to either side. */
const REACH = 120

function clauseAround(text: string, { start, end }: Sentence, at: number): { start: number; end: number } {
  let from = at
  const first = Math.max(start, at - REACH)
  while (from > first && !BREAKS.includes(text.charAt(from - 1))) from--
  let to = at
  const last = Math.min(end, at + REACH)
  while (to < last && !BREAKS.includes(text.charAt(to))) to++
  return { start: from, end: to }
}

const RATE = /率|比重|占比|比例|比$/u
const GROWING = /增速|增长|增幅|涨幅|降幅|速度/u

/** Relations that a mere heap of indicators (主要指标) tells nothing by. */
const ALONE: ReadonlySet<string> = new Set(['rise', 'fall', 'stable', 'positive', 'no_rise', 'no_decline'])
const HEAP = /指标$|^(?:国民)?经济(?:运行|社会发展|发展)?$|^(?:生态|环境|大气|水)?环境质量$/u

/** Longest name of a task that no statistic measures: 污染防治|完成市下达目标. */
const LONGEST = 16

/** Whether a relation may be said of a name: statistics move, tasks that were set from above need no statistic. */
function fits(name: string, form: Form, inherited: boolean, given: Given): boolean {
  if (inherited) return true
  if (form.rule === 'grade' || form.rule === 'standard') return /水质|断面|空气|水体|指标|排放|水源/u.test(name)
  if (form.relation === 'reach') return isMeasure(name)
  if (form.rule === 'assigned') return form.inside !== null || name.length <= LONGEST
  if (ALONE.has(form.relation) && (HEAP.test(name) || (form.relation !== 'stable' && /环境质量$/u.test(name))))
    return false
  if (form.rule === 'compare' && GROWING.test(given.text.slice(form.nameEnd - 4, form.nameEnd))) return true
  return isMeasured(name, given)
}

function targetOf(
  given: Given,
  sentence: Sentence,
  form: Form,
  { names, starts, inherited }: Named,
  i: number,
): RelativeTarget {
  const { dictionary } = given
  const indicator = names[i] ?? ''
  const from = Math.min(starts[i] ?? form.nameEnd, form.nameEnd)
  const words = given.text.slice(from, form.end)
  const kind = GROWING.test(words) || form.rule === 'sync' ? 'growth' : RATE.test(indicator) ? 'ratio' : 'level'
  const { by, ...common } = given.commonAt(sentence, from, form.end, form.nameEnd, { kind, indicator })
  const { canonical, scope } = heldBy(form.reference, form.relation === 'assigned', dictionary)
  return {
    type: 'relative_target',
    ...common,
    indicator,
    canonical: dictionary.match(indicator, null),
    kind,
    relation: form.relation,
    hedge: form.hedge,
    reference: form.reference,
    referenceCanonical: canonical,
    referenceScope: scope,
    rule: `${form.rule}${inherited ? '-inherit' : ''}+${by}`,
    confidence: inherited ? Math.min(form.confidence, 0.8) : form.confidence,
  }
}

/** A task without a subject of its own covers what was promised as a whole: when it is done that is a claim. */
const isClaim = ({ form, named, role }: { form: Form; named: Named; role: RelativeTarget['role'] }): boolean =>
  form.relation === 'assigned' &&
  (named.inherited || /^(?:各项|约束性|所有)/u.test(named.names[0] ?? '')) &&
  role === 'actual'

/** Reads the relative targets (定性目标) of a report: indicators held against something else than a figure. */
export function readRelativeTargets(given: Given): RelativeTarget[] {
  const { text } = given
  const out: RelativeTarget[] = []
  let done = 0
  TRIGGER.lastIndex = 0
  for (let found = TRIGGER.exec(text); found; found = TRIGGER.exec(text)) {
    const at = found.index
    if (at < done) continue
    const sentence = given.sentenceAt(at)
    if (!sentence) continue
    const around = clauseAround(text, sentence, at)
    const start = Math.max(around.start, done)
    const form = formAt({ text, start, end: around.end }, at)
    if (!form) continue
    const named = (form.inside && namesInside(given, form.inside)) ?? namesOf(given, sentence, start, form.nameEnd)
    if (!named) continue
    const targets = named.names.flatMap((name, i) =>
      fits(name, form, named.inherited, given) ? [targetOf(given, sentence, form, named, i)] : [],
    )
    const [first] = targets
    if (!first || isClaim({ form, named, role: first.role })) continue
    out.push(...targets)
    done = form.end
  }
  return out
}
