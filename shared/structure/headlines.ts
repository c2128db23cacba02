import type { Candidate } from './candidates'
import { HAS_SENTENCE } from './patterns'
import type { Row } from './rows'

/** A headline has no more lines than this; more short rows are a table. */
const LONGEST = 3
/** The longest name of an annex that stands under its number. */
const LONGEST_NAME = 80
/** So many short rows that stand alone show that they are headings of their own below the great parts. */
const USUAL = 2

type Candidates = readonly (Candidate | null)[]

/**
 * Joins rows that are one headline: 精彩2022 / 生动诠释担当, two bold lines, 附件1 / 10件民生实事. The first of them
 * stands for all, the others become body.
 */
export function withHeadlines(rows: readonly Row[], candidates: Candidates): (Candidate | null)[] {
  const merged = [...candidates]
  const plainIsUsual = countAlone(candidates) >= USUAL
  for (let row = 0; row < candidates.length; row++) {
    const last = lastLine(row, rows, candidates, plainIsUsual)
    const first = candidates[row]
    if (!first || last === row) continue
    merged[row] = joined(first, row, last, rows, candidates)
    for (let at = row + 1; at <= last; at++) merged[at] = null
    row = last
  }
  return merged
}

function lastLine(row: number, rows: readonly Row[], candidates: Candidates, plainIsUsual: boolean): number {
  const first = candidates[row]
  if (first?.form !== 'alone') return row
  if (first.family === 'appendix') return isName(first, row + 1, rows, candidates) ? row + 1 : row
  if (isBare(first)) return lastBare(row, candidates, plainIsUsual)
  const next = candidates[row + 1]
  if (first.family === 'bold') {
    const second =
      isAlone(next, 'bold') && !isAlone(candidates[row - 1], 'bold') && !isAlone(candidates[row + 2], 'bold')
    return second || isAlone(next, 'plain') ? row + 1 : row
  }
  const goesOn = /^(?:bullet|item)/.test(first.family) || (first.value !== null && first.rank !== null && !plainIsUsual)
  return goesOn && next && isBare(next) && next.form === 'alone' && !isAlone(candidates[row + 2], 'plain')
    ? row + 1
    : row
}

const isBare = ({ family }: Candidate): boolean => family === 'plain' || family === 'great'

const isAlone = (candidate: Candidate | null | undefined, family: string): boolean =>
  candidate?.family === family && candidate.form === 'alone'

function lastBare(row: number, candidates: Candidates, plainIsUsual: boolean): number {
  let last = row
  for (let next = candidates[last + 1]; next && isBare(next); next = candidates[last + 1]) last++
  if (last - row >= LONGEST) return row
  const isSection = last === row + 1 && candidates[row]?.family === 'great' && plainIsUsual
  return isSection ? row : last
}

/** The name of an annex under its number. */
function isName({ words }: Candidate, row: number, rows: readonly Row[], candidates: Candidates): boolean {
  const ink = rows[row]?.ink
  if (ink === undefined || !/^附[件录表]?\s*[一二三四五六\d]*[：:]?$/.test(words)) return false
  const family = candidates[row]?.family ?? 'plain'
  if (!/^(?:plain|great|bold|appendix)$/.test(family)) return false
  return ink.length <= LONGEST_NAME && !HAS_SENTENCE.test(ink)
}

/** Short rows by themselves under body text. */
function countAlone(candidates: Candidates): number {
  let count = 0
  candidates.forEach((candidate, row) => {
    const next = candidates[row + 1]
    if (candidate?.family === 'plain' && !candidates[row - 1] && !(next && isBare(next))) count++
  })
  return count
}

function joined(first: Candidate, row: number, last: number, rows: readonly Row[], candidates: Candidates): Candidate {
  const lines = candidates.slice(row, last + 1)
  const great = lines.find((line) => line?.family === 'great')
  const names = rows.slice(row + 1, last + 1).map(({ ink }, at) => lines[at + 1]?.words ?? ink.replaceAll('*', ''))
  return {
    ...first,
    ...(great && isBare(first) ? { family: great.family, rank: great.rank } : {}),
    span: { start: first.span.start, end: rows[last]?.end ?? first.span.end },
    words: [first.words, ...names].join(' '),
    lastRow: last,
  }
}
