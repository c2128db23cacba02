import type { Span } from '../model/anchor'
import type { MarkedHeading } from '../model/marks'
import { type Candidate, candidateOf, type HeadingForm, type Look } from './candidates'
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
/** The longest name of an annex that stands under its number. */
const LONGEST_SUBTITLE = 80

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
    candidates.push(annex ?? (glossary ? null : candidateOf(row, index, look)))
  })
  return placed(withSubtitles(rows, candidates, headingsAmong(rows, candidates)), rows, speechEnd)
}

/** A heading with the row that its second line stands in. */
interface Titled {
  readonly candidate: Candidate
  readonly row: number
  readonly end: number
  readonly title: string
}

function placed(titled: readonly Titled[], rows: readonly Row[], speechEnd: number): Heading[] {
  const places = levelsOf(titled.map(({ candidate }) => candidate))
  let appendix = false
  return titled.flatMap(({ candidate, row, end, title }, index) => {
    const place = places[index]
    if (!place) return []
    if (candidate.family === 'appendix') {
      const name = `${title} ${rows[row + 1]?.ink.slice(0, LONGEST_ANNEX) ?? ''}`
      appendix = candidate.span.start >= speechEnd && !LIVELIHOOD_LIST.test(title) && !/民生实事|为民实事/.test(name)
    }
    const span = { start: candidate.span.start, end }
    return [{ ...place, row, span, title, form: candidate.form, appendix }]
  })
}

/** 附件1, 名词解释, 2022年十大民生实事 behind the speech. */
function annexOf(row: Row, index: number): Candidate | null {
  const { ink } = row
  if (ink.length > LONGEST_ANNEX || HAS_SENTENCE.test(ink) || row.joined || listMarkOf(ink)) return null
  if (!APPENDIX.test(ink) && !LIVELIHOOD_LIST.test(ink.replaceAll('*', ''))) return null
  const words = ink.replace(/^[#*\s【[（(—-]+|[\]】）)*：:\s]+$/g, '')
  const span = { start: row.start, end: row.end }
  return { row: index, span, words, family: 'appendix', rank: 0, value: null, form: 'alone', strong: true }
}

/** A second headline right under a first: 精彩2022 / 生动诠释新时代漯河力量; 附件1 / 10件民生实事. */
function withSubtitles(
  rows: readonly Row[],
  candidates: readonly (Candidate | null)[],
  headings: readonly Candidate[],
): Titled[] {
  const titled: Titled[] = []
  for (const candidate of headings) {
    const above = titled.at(-1)
    if (above && above.row + 1 === candidate.row && isSubtitle(above, candidate)) {
      titled[titled.length - 1] = {
        ...above,
        row: candidate.row,
        end: candidate.span.end,
        title: `${above.title} ${candidate.words}`,
      }
      continue
    }
    titled.push({ candidate, row: candidate.row, end: candidate.span.end, title: candidate.words })
    const name = rows[candidate.row + 1]
    if (candidate.family !== 'appendix' || !name || !/^附[件录表]?[一二三四五六\d]*[：:]?$/.test(candidate.words))
      continue
    const below = candidates[candidate.row + 1]
    if (
      below &&
      below.family !== 'plain' &&
      below.family !== 'great' &&
      below.family !== 'bold' &&
      below.family !== 'appendix'
    )
      continue
    if (name.ink.length > LONGEST_SUBTITLE || HAS_SENTENCE.test(name.ink)) continue
    const title = `${candidate.words} ${name.ink.replaceAll('*', '')}`
    titled[titled.length - 1] = { candidate, row: candidate.row + 1, end: name.end, title }
  }
  return titled.filter(({ candidate }, index) => candidate.row > (titled[index - 1]?.row ?? -1))
}

function isSubtitle(above: Titled, { family }: Candidate): boolean {
  if (family !== 'plain') return false
  return /^(?:bullet|bold|item|plain)/.test(above.candidate.family) && above.candidate.form === 'alone'
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
