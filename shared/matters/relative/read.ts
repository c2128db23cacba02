import type { RelativeTarget } from '#shared/model/matter'
import type { Given, Sentence } from '../given'
import { type Form, formAt } from './forms'
import { isMeasured, type Named, namesOf } from './names'
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

function targetsOf(given: Given, sentence: Sentence, form: Form, named: Named): RelativeTarget[] {
  const { dictionary } = given
  const from = Math.min(named.start, form.nameEnd)
  const words = given.text.slice(from, form.end)
  return named.names.map((indicator) => {
    const kind = GROWING.test(words) || form.rule === 'sync' ? 'growth' : RATE.test(indicator) ? 'ratio' : 'level'
    const { by, ...common } = given.commonAt(sentence, from, form.end, form.nameEnd, { kind, indicator })
    const { canonical, scope } = heldBy(form.reference, form.rule.startsWith('assigned'), dictionary)
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
      rule: `${form.rule}${named.inherited ? '-inherit' : ''}+${by}`,
      confidence: named.inherited ? Math.min(form.confidence, 0.8) : form.confidence,
    }
  })
}

function named(given: Given, sentence: Sentence, clauseStart: number, form: Form): Named | null {
  if (form.inside) {
    const { start, end } = form.inside
    const inside = namesOf(given, sentence, start, end)
    if (inside && !inside.inherited) return inside
  }
  return namesOf(given, sentence, clauseStart, form.nameEnd)
}

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
    const names = named(given, sentence, start, form)
    if (!names) continue
    const kept = names.names.filter((name) => isMeasured(name, given) || form.rule === 'assigned')
    if (kept.length === 0) continue
    out.push(...targetsOf(given, sentence, form, { ...names, names: kept }))
    done = form.end
  }
  return out
}
