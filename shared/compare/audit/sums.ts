import type { MaterialStatement, ReportMaterial } from '../material'
import type { InsideRule } from './audit-types'
import { identities } from './identities'
import { printed, sum } from './interval'
import { baseOf, isPlain } from './select'
import { addsUp, type Parts, sumVerdict } from './sum-check'

/** Counts, amounts and areas: what can be added. */
const addable = (statement: MaterialStatement): boolean => statement.kind === 'level' && isPlain(statement)

/** Statements in the order of the text, one for each figure. */
export function byFigure(statements: readonly MaterialStatement[]): MaterialStatement[] {
  const seen = new Set<number>()
  return statements.filter(({ start }) => !seen.has(start) && seen.add(start)).toSorted((a, b) => a.start - b.start)
}

const endOf = ({ start, quantity }: Pick<MaterialStatement, 'start' | 'quantity'>): number => start + quantity.length

const BRACKET = /[(（][^()（）\n]{6,240}[)）]/gu

/** Words by which a bracket holds only some parts, or figures of another kind. */
const OPEN = /其中|包括|包含|含|例如|如|等|约|上年|去年|同期|同比|目标|计划|预算|比|折合|人均|平均|每/u

/** 8.05亿元(政府投资2.64亿元、争取上级资金4.83亿元、引入社会资本0.58亿元): each member of the bracket has one part. */
function bracketSums(text: string, figures: readonly MaterialStatement[]): Parts[] {
  const found: Parts[] = []
  let next = 0
  for (const { 0: bracket, index } of text.matchAll(BRACKET)) {
    while (next < figures.length && endOf(figures[next] ?? NOWHERE) <= index) next += 1
    const total = figures[next - 1]
    if (!total || !addable(total)) continue
    const gap = text.slice(endOf(total), index)
    if (gap.length > 12 || /[，,。；;、：:\s]/u.test(gap)) continue
    const inside: MaterialStatement[] = []
    for (let at = next; at < figures.length; at += 1) {
      const figure = figures[at]
      if (!figure || figure.start >= index + bracket.length) break
      inside.push(figure)
    }
    const parts = inside.filter((part) => part.kind === 'level' && baseOf(part) === baseOf(total))
    if (parts.length < 2 || !parts.every(addable)) continue
    found.push({ total, parts, closed: isClosedBracket(bracket, index, parts) })
  }
  return found
}

const NOWHERE = { start: 0, quantity: '' }

/** Every member of the bracket has just one of the parts. */
function isClosedBracket(bracket: string, at: number, parts: readonly MaterialStatement[]): boolean {
  if (OPEN.test(bracket)) return false
  let start = at + 1
  for (const member of bracket.slice(1, -1).split(/[、，,；;]/u)) {
    const end = start + member.length
    if (parts.filter((part) => part.start >= start && part.start < end).length !== 1) return false
    start = end + 1
  }
  return true
}

const REST = /(?:其余|剩余|余下|其他|其它|另外?)[^，,。；;、]{0,10}$/u

/** 其中, and what of the same sentence follows it; 剩余 and 其余 close such a list. */
function listSums(text: string, figures: readonly MaterialStatement[]): Parts[] {
  return sentencesOf(figures).flatMap((sentence) =>
    sentence.flatMap((total, at): Parts[] => {
      if (!addable(total)) return []
      const parts = sentence.slice(at + 1).filter((part) => part.kind === 'level' && baseOf(part) === baseOf(total))
      const list = amongWhich(text, total, parts, sentence) ?? remainder(text, total, parts)
      return list ? [list] : []
    }),
  )
}

/** 1000个，其中A410个、B445个、其他145个: closed by 其余, 其他 or 另; without them told of only where it adds up. */
function amongWhich(
  text: string,
  total: MaterialStatement,
  parts: readonly MaterialStatement[],
  sentence: readonly MaterialStatement[],
): Parts | null {
  const [first] = parts
  if (!first || parts.length < 2) return null
  const lead = text.slice(endOf(total), first.start)
  if (!lead.includes('其中') || /[。；;\n]/u.test(lead)) return null
  const rest = parts.findIndex((part) => isRest(text, part))
  const closed = rest > 0 ? parts.slice(0, rest + 1) : []
  if (closed.length > 1 && closed.every(addable) && isOneList(text, total, closed)) {
    const list = { total, parts: closed }
    if (addsUp(list) || !isListInside(sentence, closed)) return { ...list, closed: true }
  }
  const shared = sharedOut(text, parts)
  if (shared.length > 1 && exceeds({ total, parts: shared }) && isOneList(text, total, shared)) {
    return { total, parts: shared, closed: true }
  }
  for (let count = 2; count <= parts.length; count += 1) {
    const some = parts.slice(0, count)
    if (some.every(addable) && addsUp({ total, parts: some })) return { total, parts: some, closed: false }
  }
  return null
}

/** The parts that one 分别 shares out, to the end of their clause: 其中小学、中学分别5所、7所。 */
function sharedOut(text: string, parts: readonly MaterialStatement[]): MaterialStatement[] {
  const end = parts.findIndex((part) => !part.rule.startsWith('respectively') || !addable(part))
  const shared = end === -1 ? parts.slice() : parts.slice(0, end)
  const last = shared.at(-1)
  return last && /^[。；;]/u.test(text.slice(endOf(last))) ? shared : []
}

/** Members of a 分别 are different ones: they may leave something out, but cannot be more than the total. */
const exceeds = ({ total, parts }: Pick<Parts, 'total' | 'parts'>): boolean =>
  !addsUp({ total, parts }) && sum(parts.map(printed)).low > printed(total).high

/** What remains may be that of a part (30个…其中开工18个，其他12个), or of a total further up: another list is meant. */
function isListInside(sentence: readonly MaterialStatement[], parts: readonly MaterialStatement[]): boolean {
  const last = parts.at(-1)
  if (!last) return false
  const before = sentence.filter((one) => one.start < last.start && one.unit === last.unit && addable(one))
  return before.some((total, at) => {
    const between = before.slice(at + 1)
    return between.some((_, from) => {
      const run = [...between.slice(from), last]
      return (
        addsUp({ total, parts: run }) || run.some((one) => addsUp({ total, parts: run.filter((part) => part !== one) }))
      )
    })
  })
}

const isRest = (text: string, { start }: MaterialStatement): boolean =>
  REST.test(text.slice(Math.max(0, start - 24), start))

/** One 其中 and no stop between: a second one opens a list inside the list. */
const isOneList = (text: string, total: MaterialStatement, parts: readonly MaterialStatement[]): boolean => {
  const list = text.slice(endOf(total), parts.at(-1)?.start ?? 0)
  return list.split('其中').length === 2 && !/[。\n]/u.test(list) && parts.every((part) => part.unit === total.unit)
}

/** 84个老旧小区，完成19个，剩余65个老旧小区: a total, one part and what remains, of one thing. */
function remainder(text: string, total: MaterialStatement, [part, left]: readonly MaterialStatement[]): Parts | null {
  if (!part || !left || !isRest(text, left) || isRest(text, part)) return null
  if (![part, left].every((one) => addable(one) && one.unit === total.unit && one.value < total.value)) return null
  const between = text.slice(endOf(total), left.start)
  if (/[。；;\n]|其中/u.test(between)) return null
  const list = { total, parts: [part, left] }
  return addsUp(list) || isSameThing(total, left) ? { ...list, closed: true } : null
}

/** 老旧小区改造提升 and 老旧小区: the one holds the other. */
const isSameThing = (a: MaterialStatement, b: MaterialStatement): boolean =>
  b.indicator.length > 1 && (a.indicator.includes(b.indicator) || b.indicator.includes(a.indicator))

function sentencesOf(figures: readonly MaterialStatement[]): MaterialStatement[][] {
  const sentences: MaterialStatement[][] = []
  for (const figure of figures) {
    const last = sentences.at(-1)
    if (last?.[0]?.sentence.start === figure.sentence.start) last.push(figure)
    else sentences.push([figure])
  }
  return sentences
}

/**
 * 分项合计: parts of a complete list (a bracket, 其中 … 其余, 剩余, what is a whole by definition) against the stated
 * total. A list behind 其中 alone may have left something out: it is checked, and told of only where it adds up.
 */
export const sumRule: InsideRule = (material: ReportMaterial) => {
  const figures = byFigure(material.statements)
  const lists = [...bracketSums(material.text, figures), ...listSums(material.text, figures), ...identities(material)]
  // Each list once; one that is closed in one way of looking at it is closed: a bracket with 其中 that ends with 其他.
  const openFirst = lists.toReversed().toSorted((a, b) => Number(a.closed) - Number(b.closed))
  const once = new Map(openFirst.map((list) => [[list.total, ...list.parts].map(({ start }) => start).join(), list]))
  return [...once.values()]
    .filter((list) => list.closed || addsUp(list))
    .toSorted((a, b) => a.total.start - b.total.start)
    .map((list) => sumVerdict(material, list))
}
