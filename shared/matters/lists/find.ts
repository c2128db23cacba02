import { bulletedFrom, type Chain, firstMark, numberedFrom } from './chain'
import { type Opening, openingAt } from './openings'
import { labelledFrom, linesFrom, membersFrom, partsFrom } from './unmarked'
import { DATED, KEPT, LIVELIHOOD, POINTED, POINTS, PROJECTS, WEAK } from './words.data'

/** A list that was found in the view. */
export interface Found {
  readonly opening: Opening
  readonly chain: Chain
  /** Where its first item begins. */
  readonly first: number
  readonly rule: string
  readonly confidence: number
}

/** Another list is named before the first item: 十件实事。十大产业项目：1. */
const OTHER = /[。\n](?![^，。；：\n]*(?:实事|民[生心]))[^，。；：\n]{2,20}：\n*$/u
/** How far behind its name a list may begin. */
const WINDOW = 420

/** The list that a word at an offset of the view names, null where none follows it. */
export function listAt(text: string, at: number, headings: readonly number[]): Found | null {
  const opening = openingAt(text, at)
  if (weakly(text, opening) && !isOfLives(text, opening) && !isOfProjects(text, opening)) return null
  if (!mayOpen(text, opening)) return null
  const limit = Math.min(text.length, opening.past + WINDOW)
  const numbered = firstMark(text, opening.past, limit)
  const bullets = bulletsBehind(text, opening.past, numbered?.mark.from ?? limit, headings)
  if (bullets) return judged(text, opening, bullets, headings)
  const found =
    numbered && judged(text, opening, numberedFrom(text, numbered.family, numbered.mark, headings), headings)
  return found ?? plainList(text, opening, headings)
}

/** Whether a list goes by a name that other lists have too: 12项工作. */
export const weakly = (text: string, { at }: Opening): boolean => WEAK.some((name) => text.startsWith(name, at))

/** Whether a list is of what makes people's lives better, by the words that open it. */
export const isOfLives = (text: string, { start, end }: Opening): boolean => LIVELIHOOD.test(text.slice(start, end))

/** Whether a list is one of projects by its name: 十大产业项目. */
const isOfProjects = (text: string, { heading }: Opening): boolean =>
  PROJECTS.test(text.slice(heading.start, heading.end))

/** Whether a list may follow: most names of lists only speak of one. */
const mayOpen = (text: string, { stated, titled, start, at, past }: Opening): boolean =>
  stated.length > 0 || titled || text.slice(past, past + 44).includes('：') || POINTS.test(text.slice(start, at))

/** A list whose items have no marks, told by their number. */
function plainList(text: string, opening: Opening, headings: readonly number[]): Found | null {
  if (weakly(text, opening)) return null
  const { start, end, at, stated } = opening
  const many = stated.filter((count) => count > 2)
  const chain = many.length > 0 ? toldByNumber(text, opening, many, headings) : null
  const [first] = chain?.items ?? []
  if (chain && first) return { opening, chain, first: first.start, rule: `list-${chain.family}s`, confidence: 0.85 }
  const told = stated.length === 0 ? pointedAt(text, opening) : null
  const [member] = told?.items ?? []
  if (told && member) return { opening, chain: told, first: member.start, rule: 'list-pointed', confidence: 0.75 }
  const parts = many.length > 0 || POINTS.test(text.slice(start, at)) ? partsFrom(text, end) : null
  const [part] = parts?.items ?? []
  return parts && part ? { opening, chain: parts, first: part.start, rule: 'list-parts', confidence: 0.7 } : null
}

/** Members behind a colon that follows the name of the list at once, where the words before it promise or point. */
function pointedAt(text: string, { start, end, at, titled }: Opening): Chain | null {
  if (titled || text.charAt(end) !== '：' || end - at > NEAR) return null
  const before = text.slice(start, at)
  return POINTS.test(before) || DO.test(before) ? membersFrom(text, end, end, []) : null
}
const NEAR = 8
/** 办好民生实事：, 实施民生工程：, not 统筹民生工程：. */
const DO = /(?:[办抓做]好|实施)[^，。；]{0,10}$/u

/** What stands between a title and the line under it. */
const UNDER = /^[。：]?\n+/u

/** Members of a sentence, or lines, that are as many as their opening says. */
function toldByNumber(text: string, opening: Opening, many: readonly number[], headings: readonly number[]) {
  const { at, past, start, end, titled } = opening
  if (!titled)
    return (
      membersFrom(text, past, end, many) ??
      (text.charAt(end) === '：' ? linesFrom(text, end + 1, many, headings) : labelledFrom(text, end + 1, many))
    )
  if (KEPT.test(text.slice(start, end)) || !text.startsWith('实事', at)) return null
  const under = UNDER.exec(text.slice(end, end + 8))
  if (!under) return null
  const from = end + under[0].length
  return (
    linesFrom(text, from, many, headings) ?? membersFrom(text, from, from - 1, many) ?? labelledFrom(text, from, many)
  )
}

/** Bulleted lines behind an opening, with no more than a paragraph between. */
function bulletsBehind(text: string, from: number, limit: number, headings: readonly number[]): Chain | null {
  const near = text.slice(from, limit)
  for (let at = near.indexOf('\n'); at >= 0; at = near.indexOf('\n', at + 1)) {
    const chain = bulletedFrom(text, from + at + 1, headings)
    if (chain && chain.items.length > 1) return chain
  }
  return null
}

/** Whether a run of items is the list that an opening speaks of. */
function judged(text: string, opening: Opening, chain: Chain, headings: readonly number[]): Found | null {
  const first = chain.items[0]
  if (!first || chain.items.length < 2) return null
  const n = chain.items.length
  const { stated, titled, past } = opening
  const gap = text.slice(past, first.start)
  const dated = titled && DATED.test(text.slice(opening.heading.start, opening.heading.end))
  const exact = stated.includes(n)
  const near = stated.some((count) => count > 4 && Math.abs(count - n) <= 1)
  const told = { opening, chain, first: first.start }
  const kept = !titled && KEPT.test(text.slice(past, opening.end))
  if (/\n#/u.test(gap.replace(/\n+$/u, '')) || OTHER.test(gap)) return null
  const tight = !/[。！？\n]./u.test(gap) && gap.length <= 160
  const colon = /：\n*$/u.test(gap) && gap.length <= 40 && !/同时|基础上/u.test(gap)
  const before = text.slice(opening.start, opening.at)
  const pointed = colon || POINTS.test(before) || POINTED.test(gap)
  const small = tight && chain.family !== 'bracket' && chain.family !== 'numeral'
  // Sections are items where the opening shows them: 以下实事：, or 一是 behind its colon.
  const shown = colon && !weakly(text, opening) && (chain.family === 'counted' || POINTS.test(before))
  if (!(exact && (pointed || titled || small)) && !dated && !shown && chapters(chain, headings)) return null
  // What is said to be kept is one sentence of a review; the parts of the review come behind it.
  if (kept && first.leads && !colon) return null
  if (weakly(text, opening) && !(exact && tight && (colon || titled))) return null
  if (exact) return { ...told, rule: tight ? 'list-stated' : 'list-behind', confidence: tight ? 0.97 : 0.9 }
  const pointing = colon ? stated.length > 0 || n > 2 : pointed && stated.length === 0 && n > 4
  if (tight && pointing && !kept) return { ...told, rule: 'list-pointed', confidence: 0.85 }
  if (near && !kept) return { ...told, rule: 'list-near', confidence: tight ? 0.9 : 0.7 }
  if (tight && titled && stated.length === 0 && n > 2) return { ...told, rule: 'list-titled', confidence: 0.8 }
  return null
}

/** Whether the items are sections of the report: it tells its chapters then, not a list. */
const chapters = ({ items }: Chain, headings: readonly number[]): boolean =>
  items.filter(({ start, words, leads }) => leads && headings.some((at) => at >= start && at <= words)).length * 2 >
  items.length
