import type { Span } from '../model/anchor'
import type { MarkedHeading } from '../model/marks'
import { type Candidate, candidateOf, type HeadingForm, type Look } from './candidates'
import { withHeadlines } from './headlines'
import { levelsOf, type Place } from './levels'
import { listMarkOf } from './list-marks'
import { APPENDIX, GLOSSARY, HAS_SENTENCE, LIVELIHOOD_LIST } from './patterns'
import type { Row } from './rows'
import { headingsAmong } from './series'

/** A heading found in a report: a whole row, two rows that belong together, or the lead of a paragraph. */
export interface Heading extends Place {
  /** Index of its row, the last one where it covers two. */
  readonly row: number
  readonly span: Span
  /** Without marks and list numbers. */
  readonly title: string
  readonly form: HeadingForm
  /** True for what is appended behind the speech, except lists of livelihood projects. */
  readonly appendix: boolean
}

/** Bold that covers more of a text than this says nothing. */
const BOLD_SHARE = 0.5
const LONGEST_ANNEX = 60

/**
 * The headings of a report as a tree, in reading order.
 * @param speechEnd offset at which the speech ends and what is appended begins
 * @param marked headings that the format declares, in order
 */
export function headingsOf(rows: readonly Row[], speechEnd: number, marked: readonly MarkedHeading[]): Heading[] {
  const look: Look = { plainBold: isBoldThroughout(rows), declared: declaredBy(marked) }
  const candidates: (Candidate | null)[] = []
  let glossary = false
  rows.forEach((row, index) => {
    const annex = row.start >= speechEnd ? annexOf(row, index) : null
    if (annex) glossary = GLOSSARY.test(`${annex.words}${rows[index + 1]?.ink.slice(0, LONGEST_ANNEX) ?? ''}`)
    candidates.push(annex ?? (glossary || isTitleRow(row, index) ? null : candidateOf(row, index, look)))
  })
  const merged = withHeadlines(rows, withGreatBold(candidates))
  return placed(headingsAmong(rows, merged), rows, speechEnd)
}

/** The title, where a report without line breaks begins with it. */
const isTitleRow = ({ ink }: Row, index: number): boolean => index < HEAD_ROWS && TITLE_FIRST.test(ink)
const HEAD_ROWS = 4
const TITLE_FIRST = /^[#*\s]*(?:\d{4}年)?\p{Script=Han}{0,12}政府工作报告/u

/** So few bold lines, some of them the usual great parts, are the great parts. */
const GREAT_PARTS = 8

/** Bold lines of which some say 2022年工作安排 are all of that rank (四届政府工作及“十四五”开局). */
function withGreatBold(candidates: readonly (Candidate | null)[]): (Candidate | null)[] {
  const isBold = (candidate: Candidate | null): boolean => candidate?.family === 'bold' && candidate.form === 'alone'
  const great = candidates.filter((candidate) => candidate?.family === 'great' && candidate.strong).length
  if (great === 0 || great + candidates.filter(isBold).length > GREAT_PARTS) return [...candidates]
  return candidates.map((candidate) =>
    candidate && isBold(candidate) ? { ...candidate, family: 'great', rank: 15 } : candidate,
  )
}

function placed(headings: readonly Candidate[], rows: readonly Row[], speechEnd: number): Heading[] {
  const places = levelsOf(headings)
  let appendix = false
  return headings.flatMap(({ family, form, lastRow, span, words }, index) => {
    const place = places[index]
    if (!place) return []
    if (family === 'appendix') {
      const name = `${words} ${rows[lastRow + 1]?.ink.slice(0, LONGEST_ANNEX) ?? ''}`
      appendix = span.start >= speechEnd && !LIVELIHOOD_LIST.test(words) && !/民生实事|为民实事/.test(name)
    }
    return [{ ...place, row: lastRow, span, title: words, form, appendix }]
  })
}

/** 附件1, 名词解释, 2022年十大民生实事 behind the speech. */
function annexOf(row: Row, index: number): Candidate | null {
  const { ink } = row
  if (ink.length > LONGEST_ANNEX || HAS_SENTENCE.test(ink) || listMarkOf(ink)) return null
  if (!APPENDIX.test(ink) && !LIVELIHOOD_LIST.test(ink.replaceAll('*', ''))) return null
  const words = ink.replace(/^[#*\s【[（(—-]+|[\]】）)*：:\s]+$/g, '')
  const span = { start: row.start, end: row.end }
  const found = { span, words, family: 'appendix', rank: 0, value: null, form: 'alone', strong: true } as const
  return { ...found, row: index, lastRow: index }
}

function isBoldThroughout(rows: readonly Row[]): boolean {
  let bold = 0
  let all = 0
  for (const { ink } of rows) {
    all += ink.length
    let open = ink.indexOf('**')
    while (open >= 0) {
      const close = ink.indexOf('**', open + 2)
      bold += (close < 0 ? ink.length : close) - open
      open = close < 0 ? -1 : ink.indexOf('**', close + 2)
    }
  }
  return bold > all * BOLD_SHARE
}

/** Finds the level that the format declares for a row. */
function declaredBy(marked: readonly MarkedHeading[]): (row: Row) => number | null {
  if (marked.length === 0) return () => null
  const levels = new Map<number, number>()
  for (const { start, level } of marked) levels.set(start, level)
  return (row) => {
    for (let at = row.start; at >= row.start - 4; at--) {
      const level = levels.get(at)
      if (level !== undefined) return level
    }
    return marked.find(({ start, end }) => start <= row.start && end >= row.end)?.level ?? null
  }
}
