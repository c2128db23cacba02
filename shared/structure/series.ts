import type { Candidate } from './candidates'
import type { Row } from './rows'

/** Figures in a first sentence: it says something and names nothing. */
const QUANTITY = /\d[\d.]*\s*(?:[%％万亿]|元|家|公里|亩|户|人次|名|吨|平方|所|座|套|条|处|辆)/
/** 在…方面，要…: the sentence is the content. */
const SETS_A_TASK = /方面[，,]|^在[^，。]{2,24}[上中][，,]/
/** Families that also count inside sentences: one of them alone is no heading. */
const SPOKEN: ReadonlySet<string> = new Set(['counted', 'must', 'ordinal'])
/** Numbers that a scan may have lost between two members of a list. */
const LONGEST_GAP = 3
/** The share of a list that must head something for the list to be one of headings. */
const SHARE = 0.5
/** Rows in which the list must begin that an opening names. */
const OPENING_ROWS = 4

/**
 * Which candidates are headings: something stands under them. A list is judged as a whole, so that one member that
 * looks otherwise changes nothing.
 * @param candidates by row, null for body text
 */
export function headingsAmong(rows: readonly Row[], candidates: readonly (Candidate | null)[]): Candidate[] {
  const chosen = new Set<Candidate>()
  const stands = (candidate: Candidate): boolean => headsSomething(candidate, rows, candidates)
  for (const list of listsOf(candidates)) for (const member of headingsOfList(list, rows, stands)) chosen.add(member)
  for (const candidate of candidates)
    if (candidate && isPlainHeading(candidate, candidates, stands)) chosen.add(candidate)
  for (const candidate of candidates) {
    if (candidate?.family === 'opening' && opensList(candidate, candidates)) chosen.add(candidate)
  }
  return candidates.filter((candidate): candidate is Candidate => candidate !== null && chosen.has(candidate))
}

/** Plain rows and openings stand alone; everything else is a member of a list. */
const standsAlone = ({ family }: Candidate): boolean => family === 'plain' || family === 'great' || family === 'opening'

/** Lists: numbers that go on counting, or for signs without numbers all of one family. */
function listsOf(candidates: readonly (Candidate | null)[]): Candidate[][] {
  const lists: Candidate[][] = []
  const current = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    if (!candidate || standsAlone(candidate)) continue
    const { family, value } = candidate
    const list = current.get(family)
    const last = list?.at(-1)?.value ?? null
    const goesOn = value === null || last === null || (value >= last && value <= last + LONGEST_GAP)
    if (list && goesOn) list.push(candidate)
    else {
      const fresh = [candidate]
      current.set(family, fresh)
      lists.push(fresh)
    }
  }
  return lists
}

function headingsOfList(
  list: readonly Candidate[],
  rows: readonly Row[],
  stands: (candidate: Candidate) => boolean,
): Candidate[] {
  const family = list[0]?.family ?? ''
  const members = SPOKEN.has(family) ? list.filter((member) => !countsOn(member, rows)) : list
  if (SPOKEN.has(family) && members.length < 2) return []
  const names = new Set(members.filter((member) => stands(member) && isName(member)))
  if (names.size < members.length * SHARE) return []
  if (members.length > 1 && members.slice(0, -1).every((member) => !stands(member))) return []
  return members.filter(
    (member) => names.has(member) || (member.form === 'lead' && stands(member)) || member.form === 'alone',
  )
}

/** Whether the rest of its list stands in the same paragraph: 一是…；二是…. */
function countsOn({ family, value, row, words }: Candidate, rows: readonly Row[]): boolean {
  if (value === null) return false
  const rest = rows[row]?.ink.slice(Math.max(0, words.length - 1)) ?? ''
  const next = '一二三四五六七八九十'.charAt(value)
  return next !== '' && new RegExp(`[。；，：]\\**(?:${SPOKEN_NEXT[family] ?? ''})`.replaceAll('N', next)).test(rest)
}
const SPOKEN_NEXT: Readonly<Record<string, string>> = { counted: 'N是', must: 'N要', ordinal: '第N[，、]|其N' }

const isName = ({ form, words, strong }: Candidate): boolean =>
  form !== 'item' && (strong || form === 'alone' || !(QUANTITY.test(words) || SETS_A_TASK.test(words)))

/** Whether body text, headings below or a list of another kind follow. */
function headsSomething(
  candidate: Candidate,
  rows: readonly Row[],
  candidates: readonly (Candidate | null)[],
): boolean {
  if (candidate.form === 'lead') return true
  if (candidate.form === 'item' || candidate.lastRow + 1 >= rows.length) return false
  const next = candidates[candidate.lastRow + 1] ?? null
  if (next === null) return true
  if (next.family === candidate.family) return false
  if (next.family === 'great' || next.family === 'appendix') return false
  return next.rank === null || candidate.rank === null || next.rank > candidate.rank
}

/** A headline by itself over body text or a list. What stands among other short rows is a row of a table. */
function isPlainHeading(
  candidate: Candidate,
  candidates: readonly (Candidate | null)[],
  stands: (candidate: Candidate) => boolean,
): boolean {
  if (candidate.family !== 'plain' && candidate.family !== 'great') return false
  if (!stands(candidate)) return false
  return candidate.family === 'great' || candidates[candidate.row - 1]?.family !== 'plain'
}

function opensList(opening: Candidate, candidates: readonly (Candidate | null)[]): boolean {
  for (let row = opening.row + 1; row <= opening.row + OPENING_ROWS; row++) {
    const candidate = candidates[row]
    if (candidate && candidate.value !== null) return candidate.value === 1 && candidate.form !== 'item'
  }
  return false
}
