import type { Span } from '../model/anchor'
import type { Outlook, Section } from '../model/section'

/** A report as it is laid beside another one: its span in the text and its sections. */
export interface AlignedReport extends Span {
  sections: readonly Section[]
}

/** What stands under one heading alone, up to the next heading of any level. Stretches cover a report without a gap. */
export interface Part extends Span {
  /** Index of the section, null for what stands before the first heading. */
  section: number | null
}

/** Which parts of two reports belong together. `toB[i]` is the place of the counterpart of `a[i]`, null for none. */
export interface SectionAlignment {
  a: Part[]
  b: Part[]
  toB: (number | null)[]
  toA: (number | null)[]
}

export type Side = 'a' | 'b'

/** The parts of a report, in order; one for a report without sections. */
function partsOf({ start, end, sections }: AlignedReport): Part[] {
  const heads = sections
    .map((section, index) => ({ start: Math.max(section.start, start), section: index }))
    .filter((head) => head.start < end)
    .sort((x, y) => x.start - y.start || x.section - y.section)
  const first = heads[0]?.start ?? end
  const parts: Part[] = first > start ? [{ start, end: first, section: null }] : []
  heads.forEach((head, at) => {
    const next = heads[at + 1]?.start ?? end
    if (next > head.start) parts.push({ ...head, end: next })
  })
  return parts
}

const whole = ({ start, end }: AlignedReport): Part[] => [{ start, end, section: null }]

const TITLE = 4
const TOPIC = 2
const OTHER_TOPIC = -1.5
const ABOVE = 1
const PLACE = 1
const FRAME = 1.5
/** Titles as alike as this belong together whatever their topics. */
const ALIKE = 0.5
const LEAST = 2

/** A part with all that tells where it belongs. */
interface Described {
  part: Part
  section: Section | null
  above: Section | null
  /** Where it stands in its report, 0 to 1. */
  at: number
  /** True for a heading that only holds others. */
  frame: boolean
  title: ReadonlySet<string>
}

function describe(parts: readonly Part[], { sections, start, end }: AlignedReport): Described[] {
  const holds = new Set(sections.map(({ parent }) => parent))
  return parts.map((part) => {
    const section = part.section === null ? null : (sections[part.section] ?? null)
    const above = section?.parent == null ? null : (sections[section.parent] ?? null)
    const at = (part.start - start) / Math.max(1, end - start)
    return { part, section, above, at, frame: holds.has(part.section), title: pairsIn(section?.title ?? '') }
  })
}

/** Pairs of neighbouring letters, without figures: years differ in titles that are the same. */
function pairsIn(title: string): ReadonlySet<string> {
  const letters = title.replace(/[^\p{L}]/gu, '')
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < letters.length; at++) pairs.add(letters.slice(at, at + 2))
  return pairs
}

/** How alike two titles are, 0 to 1: the share of their pairs of letters that both have. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let common = 0
  for (const pair of a) if (b.has(pair)) common++
  return (2 * common) / (a.size + b.size)
}

const opposed = (a: Outlook, b: Outlook): boolean => a !== b && a !== 'none' && b !== 'none'

/** How well two parts go together; null where they can't: one looks back and the other ahead, or one is an appendix. */
function fitOf(a: Described, b: Described): number | null {
  const near = PLACE * (1 - Math.abs(a.at - b.at))
  if (!a.section || !b.section) return a.section || b.section ? null : LEAST + near
  if (a.section.appendix !== b.section.appendix || opposed(a.section.outlook, b.section.outlook)) return null
  const title = alike(a.title, b.title)
  const sameTopic = a.section.topic !== null && a.section.topic === b.section.topic
  const frames = a.frame && b.frame && a.section.outlook !== 'none' && a.section.outlook === b.section.outlook
  if (title < ALIKE && !sameTopic && !frames) return null
  const otherTopic = a.section.topic !== null && b.section.topic !== null && !sameTopic
  const above = a.above && b.above ? alike(pairsIn(a.above.title), pairsIn(b.above.title)) : 0
  const level = a.section.level === b.section.level && a.frame === b.frame ? 0.5 : 0
  return (
    title * TITLE +
    (sameTopic ? TOPIC : 0) +
    (otherTopic && title < ALIKE ? OTHER_TOPIC : 0) +
    (frames ? FRAME : 0) +
    above * ABOVE +
    level +
    near
  )
}

/**
 * Lays the sections of two reports beside each other, by topic, likeness of titles, outlook and order. The best pairs
 * are settled first, each part in one; then a part that is left goes to the counterpart of its topic that fits best,
 * which then has several. A part without any is said to have none. Swapping the reports swaps the result.
 */
export function alignSections(a: AlignedReport, b: AlignedReport): SectionAlignment {
  const bare = a.sections.length === 0 || b.sections.length === 0
  const [partsA, partsB] = bare ? [whole(a), whole(b)] : [partsOf(a), partsOf(b)]
  const [ofA, ofB] = [describe(partsA, a), describe(partsB, b)]
  const fits = ofA.flatMap((one, x) =>
    ofB.flatMap((other, y) => {
      const score = bare ? LEAST : fitOf(one, other)
      return score !== null && score >= LEAST ? [{ x, y, score, apart: Math.abs(one.at - other.at) }] : []
    }),
  )
  fits.sort((p, q) => q.score - p.score || p.apart - q.apart || p.x + p.y - (q.x + q.y))
  const toB: (number | null)[] = partsA.map(() => null)
  const toA: (number | null)[] = partsB.map(() => null)
  for (const { x, y } of fits) {
    if (toB[x] !== null || toA[y] !== null) continue
    toB[x] = y
    toA[y] = x
  }
  for (const { x, y } of fits) {
    toB[x] ??= y
    toA[y] ??= x
  }
  return { a: partsA, b: partsB, toB, toA }
}

/** Place of the part that holds an offset; -1 outside the report. */
export function partAt(parts: readonly Part[], offset: number): number {
  let [low, high] = [0, parts.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const part = parts[middle]
    if (!part) return -1
    if (offset < part.start) high = middle - 1
    else if (offset >= part.end) low = middle + 1
    else return middle
  }
  return -1
}

/** Where an offset of one report lies in the other, and in which part; `offset` is null where there is no counterpart. */
export interface Counterpart {
  /** Place of the part on the side one comes from, -1 outside the report. */
  from: number
  /** Place of the counterpart. */
  to: number | null
  /** The offset at the same depth of the counterpart; not an integer: it tells how deep into a line it is. */
  offset: number | null
}

/**
 * Where an offset of one side lies in the other.
 * @param offset UTF-16 code units of the text, may be a fraction
 */
export function counterpartOf(alignment: SectionAlignment, side: Side, offset: number): Counterpart {
  const [own, others, map] =
    side === 'a' ? [alignment.a, alignment.b, alignment.toB] : [alignment.b, alignment.a, alignment.toA]
  const from = partAt(own, offset)
  const to = map[from] ?? null
  const part = own[from]
  const other = to === null ? undefined : others[to]
  if (!part || !other) return { from, to: null, offset: null }
  const depth = (offset - part.start) / (part.end - part.start)
  return { from, to, offset: other.start + depth * (other.end - other.start) }
}

/** A topic, looking back or ahead, with the parts of both sides that are about it, as places in the alignment. */
export interface TopicParts {
  topic: string
  outlook: Outlook
  a: number[]
  b: number[]
}

/** The topics of two reports in the order of the first one's text, then those that only the second one has. */
export function topicsOf(
  alignment: SectionAlignment,
  sectionsA: readonly Section[],
  sectionsB: readonly Section[],
): TopicParts[] {
  const found = new Map<string, TopicParts>()
  const collect = (side: Side, parts: readonly Part[], sections: readonly Section[]): void => {
    const holds = new Set(sections.map(({ parent }) => parent))
    parts.forEach(({ section }, at) => {
      const one = section === null ? undefined : sections[section]
      if (!one?.topic || one.appendix || holds.has(section)) return
      const key = `${one.outlook} ${one.topic}`
      const entry = found.get(key) ?? { topic: one.topic, outlook: one.outlook, a: [], b: [] }
      entry[side].push(at)
      found.set(key, entry)
    })
  }
  collect('a', alignment.a, sectionsA)
  collect('b', alignment.b, sectionsB)
  return [...found.values()]
}
