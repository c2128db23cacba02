import type { HistoryKind, JournalHead } from '#shared/model/journal'
import type { History } from './use-history'

/** A point of the history that one can go to. */
export interface HistoryLine {
  /** The step that made it; null for the beginning, before the first step. */
  head: JournalHead | null
  sequence: number
  /** `standing`: it holds. `undone`: it was taken back. `left`: it was taken back, and others were made in its place. */
  state: 'standing' | 'undone' | 'left'
  /** True for the last step that holds: where the project is now. */
  here: boolean
  /** The day as `2026-01-31` in local time, on the first line of a day; null on the others. */
  day: string | null
}

/** What is shown of the history. */
export interface HistoryFilter {
  kind: HistoryKind | null
  author: string | null
  /** Lower case. */
  text: string
}

export const EVERYTHING: HistoryFilter = { kind: null, author: null, text: '' }

const dayOf = (at: string): string => {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The steps, the last one first; undo and redo are no steps of their own. */
export const stepsOf = ({ heads }: History): JournalHead[] =>
  heads.filter(({ undoes, redoes }) => undoes === null && redoes === null).reverse()

/**
 * The lines of the history, the newest first and the beginning last.
 * @param nameOf what a step did, as the user reads it
 */
export function historyLines(
  history: History,
  { kind, author, text }: HistoryFilter,
  nameOf: (head: JournalHead) => string,
): HistoryLine[] {
  const { tree } = history
  const now = tree.state(tree.last)
  const standing = new Set(tree.standing(tree.last))
  /** Whether a step was made upon what holds now: then nothing was made in its place. */
  const ahead = new Map<number, boolean>([[now, true]])
  const isAhead = (step: number): boolean => {
    const path: number[] = []
    let at = step
    while (at > 0 && !standing.has(at) && !ahead.has(at)) {
      path.push(at)
      at = tree.below(at)
    }
    const answer = ahead.get(at) ?? at === now
    for (const one of path) ahead.set(one, answer)
    return answer
  }
  let day = ''
  const lines: HistoryLine[] = []
  for (const head of stepsOf(history)) {
    const { sequence } = head
    if (kind !== null && !head.kinds.includes(kind)) continue
    if (author !== null && head.author !== author) continue
    if (text !== '' && !nameOf(head).toLowerCase().includes(text)) continue
    const state = standing.has(sequence) ? 'standing' : isAhead(sequence) ? 'undone' : 'left'
    const own = dayOf(head.at)
    lines.push({ head, sequence, state, here: sequence === now, day: own === day ? null : own })
    day = own
  }
  lines.push({ head: null, sequence: 0, state: 'standing', here: now === 0, day: null })
  return lines
}

/** Everyone who made a step, in the order of the alphabet. */
export const authorsOf = ({ heads }: History): string[] => [...new Set(heads.map(({ author }) => author))].sort()
