import type { RelativeTarget } from '#shared/model/matter'
import { Clause } from '../clause'
import type { Given, Sentence } from '../given'
import { isMeasure, isMeasured } from '../measured'
import type { Form, Reader } from './form'
import { READERS } from './forms'
import { type Before, type Named, namesInside, namesOf } from './names'
import { heldBy } from './reference'

const RATE = /率|比重|占比|比例|比$/u
const GROWING = /增速|增长|增幅|涨幅|降幅|速度/u

/** Relations that a mere heap of indicators (主要指标) tells nothing by. */
const ALONE: ReadonlySet<string> = new Set(['rise', 'fall', 'stable', 'positive', 'no_rise', 'no_decline'])
const HEAP = /指标$|^(?:国民)?经济(?:运行|社会发展|发展)?$|环境质量$/u

/** Things that are counted, and known by their number. */
const COUNTED = /(?:市场主体|经营主体|游客|用户|GDP|生产总值|PM2\.5|PM10)$/u
/** Longest name of a task that no statistic measures: 污染防治|完成市下达目标. */
const LONGEST = 16

/** Whether a relation may be said of a name: statistics move, tasks that were set from above need no statistic. */
function fits(name: string, form: Form, inherited: boolean, given: Given): boolean {
  if (inherited) return true
  if (form.rule === 'grade' || form.rule === 'standard') return /水质|断面|空气|水体|浓度|排放|水源|污染物/u.test(name)
  if (form.relation === 'reach') return isMeasure(name)
  if (form.rule === 'assigned') return form.inside !== null || name.length <= LONGEST
  if (ALONE.has(form.relation) && HEAP.test(name) && !(form.relation === 'stable' && /环境质量$/u.test(name)))
    return false
  if (ALONE.has(form.relation)) return isMeasure(name) || COUNTED.test(name) || /环境质量$/u.test(name)
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
const isClaim = (form: Form, named: Named, role: RelativeTarget['role']): boolean =>
  form.relation === 'assigned' &&
  (named.inherited || /^(?:各项|约束性|所有)/u.test(named.names[0] ?? '')) &&
  role === 'actual'

/** A find of one of the readers. */
interface Hit {
  readonly at: number
  readonly words: string
  readonly reader: Reader
}

/** What the readers are to look at, in the order of the text. */
function hitsIn(text: string): Hit[] {
  const hits: Hit[] = []
  for (const reader of READERS) {
    reader.find.lastIndex = 0
    for (let found = reader.find.exec(text); found; found = reader.find.exec(text))
      hits.push({ at: found.index, words: found[0], reader })
  }
  return hits.sort((a, b) => a.at - b.at)
}

function targetsOf(given: Given, clause: Clause, form: Form, before: Before | null): RelativeTarget[] {
  const sentence = given.sentenceAt(form.end - 1)
  if (!sentence) return []
  const named =
    (form.inside && namesInside(given, form.inside)) ?? namesOf(given, sentence, clause.start, form.nameEnd, before)
  if (!named) return []
  const targets = named.names.flatMap((name, i) =>
    fits(name, form, named.inherited, given) ? [targetOf(given, sentence, form, named, i)] : [],
  )
  const [first] = targets
  return first && isClaim(form, named, first.role) ? [] : targets
}

/** Reads the relative targets (定性目标) of a report: indicators held against something else than a figure. */
export function readRelativeTargets(given: Given): RelativeTarget[] {
  const out: RelativeTarget[] = []
  let before: Before | null = null
  for (const { at, words, reader } of hitsIn(given.text)) {
    const done: number = before?.end ?? 0
    if (at < done) continue
    const clause = new Clause(given.text, at, done)
    const form = reader.read(clause, at, words)
    if (!form || form.nameEnd < clause.start) continue
    const targets = targetsOf(given, clause, form, before)
    if (targets.length === 0) continue
    out.push(...targets)
    before = { names: targets.map(({ indicator }) => indicator), end: form.end }
  }
  return out
}
