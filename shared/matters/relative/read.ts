import type { RelativeTarget } from '#shared/model/matter'
import { Clause, isDenied } from '../clause'
import type { Given, Sentence } from '../given'
import { isMeasure, isMeasured, isNoMeasure } from '../measured'
import { triggers } from '../triggers'
import type { Form } from './form'
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

/** Things in their number are no indicator. */
const MANY = /\d|(?:项目|企业|工程|单位)$/u

/** Whether a name is a heap of things that a movement tells nothing of: their growth is told of, and that of soil. */
const isHeap = (name: string, { relation, nameEnd }: Form, { text }: Given): boolean =>
  ALONE.has(relation) &&
  HEAP.test(name) &&
  !(relation === 'stable' && /环境质量$/u.test(name)) &&
  !GROWING.test(text.slice(nameEnd - GROWTH, nameEnd))
/** 增速, 增长速度. */
const GROWTH = 4

/** Whether a relation may be said of a name: statistics move, tasks that were set from above need no statistic. */
function fits(name: string, form: Form, inherited: boolean, given: Given): boolean {
  if (inherited) return true
  if (form.rule === 'grade' || form.rule === 'standard')
    return /水质|断面|空气|水体|浓度|排放|水源|污染物|河段|环境质量/u.test(name)
  if (form.relation === 'reach') return isMeasure(name)
  if (form.rule === 'assigned') return form.inside !== null || name.length <= LONGEST
  if (form.rule === 'planned' && form.inside === null && !isMeasure(name))
    return name.length <= LONGEST && !MANY.test(name)
  if (isHeap(name, form, given)) return false
  if (ALONE.has(form.relation)) return isMeasure(name) || COUNTED.test(name) || /环境质量$/u.test(name)
  if (form.rule === 'compare' && GROWING.test(given.text.slice(form.nameEnd - GROWTH, form.nameEnd))) return true
  return isMeasured(name, given)
}

/** What a relation without a name is said of is taken from the words before. */
const INHERITED = 0.85

/** 到2025年，…稳步提高: what moves does so over all the years of the plan that ends with that year. */
const spanOf = (years: string, year: string): string => (years.endsWith(`-${year}`) ? years : year)

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
  const common = given.commonAt(sentence, from, form.end, form.nameEnd, { kind, indicator })
  const { canonical, scope } = heldBy(form.reference, form.relation === 'assigned', dictionary)
  // Its place is named field by field: spreading it made this the slowest line of the reader.
  return {
    type: 'relative_target',
    start: common.start,
    end: common.end,
    role: common.role,
    year: kind === 'growth' ? spanOf(sentence.zone.year, common.year) : common.year,
    scope: common.scope,
    article: common.article,
    wording: common.wording,
    due: common.due,
    period: common.period,
    list: common.list,
    sentence: common.sentence,
    indicator,
    canonical: dictionary.match(indicator, null),
    kind,
    relation: form.relation,
    hedge: form.hedge,
    reference: form.reference,
    referenceCanonical: canonical,
    referenceScope: scope,
    rule: `${form.rule}${inherited ? '-inherit' : ''}+${common.by}`,
    confidence: inherited ? Math.min(form.confidence, INHERITED) : form.confidence,
  }
}

/** A task without a subject of its own covers what was promised as a whole: when it is done that is a claim. */
const isClaim = (form: Form, named: Named, role: RelativeTarget['role']): boolean =>
  form.relation === 'assigned' &&
  (named.inherited || /^(?:各项|约束性|所有)/u.test(named.names[0] ?? '')) &&
  role === 'actual'

const WORDS = READERS.flatMap(({ finds }, reader) => finds.map((word) => ({ word, reader })))
const TRIGGERS = triggers(WORDS.map(({ word }) => word))

/** 跨境电商、|名特优产品出口较快增长: what stands in one list with a statistic. */
const goesWith = (name: string, form: Form, given: Given): boolean =>
  name.length <= COMPANION && !isNoMeasure(name) && !isHeap(name, form, given)
const COMPANION = 10

/** A denial stands no farther before the end of what it denies. */
const DENIAL = 24

function targetsOf(given: Given, clause: Clause, form: Form, before: Before | null): RelativeTarget[] {
  const sentence = given.sentenceAt(form.end - 1)
  if (!sentence || isDenied(given.text.slice(Math.max(clause.start, form.end - DENIAL), form.end))) return []
  const named =
    (form.inside && namesInside(given, form.inside)) ?? namesOf(given, sentence, clause.start, form.nameEnd, before)
  if (!named) return []
  const fitting = named.names.filter((name) => fits(name, form, named.inherited, given))
  const every = form.rule === 'planned' && fitting.length < named.names.length
  if (fitting.length === 0 || every) return []
  const targets = named.names.flatMap((name, i) =>
    fitting.includes(name) || goesWith(name, form, given) ? [targetOf(given, sentence, form, named, i)] : [],
  )
  const [first] = targets
  return first && isClaim(form, named, first.role) ? [] : targets
}

/** Reads the relative targets (定性目标) of a report: indicators held against something else than a figure. */
export function readRelativeTargets(given: Given): RelativeTarget[] {
  const out: RelativeTarget[] = []
  let before: Before | null = null
  // Words of one reader do not overlap: 远超过 is read once.
  const read = READERS.map(() => 0)
  for (const { at, word, index } of given.hits(TRIGGERS)) {
    const reader = WORDS[index]?.reader ?? 0
    if (at < (read[reader] ?? 0)) continue
    read[reader] = at + word.length
    const done: number = before?.end ?? 0
    if (at < done) continue
    const clause = new Clause(given.text, at, done)
    const form = READERS[reader]?.read(clause, at, word)
    if (!form || form.nameEnd < clause.start) continue
    const targets = targetsOf(given, clause, form, before)
    if (targets.length === 0) continue
    out.push(...targets)
    before = { names: targets.map(({ indicator }) => indicator), end: form.end }
  }
  return out
}
