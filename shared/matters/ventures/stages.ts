import type { VentureStage } from '#shared/model/matter'
import { Lexicon, wordsOf } from './lexicon'
import { BETWEEN, FOLLOWING, GOVERNING, IN_NAMES, LEADING, REFUSING } from './words.data'

const ORDER: readonly VentureStage[] = ['', 'planned', 'signed', 'building', 'started', 'completed', 'in_use']

/** What words tell of a venture; '' where they only lead to a name. */
export interface Told {
  readonly stage: VentureStage
  readonly words: string
}

/** A verb before a name. */
export interface Verb extends Told {
  /** It can be part of a name. */
  readonly weak: boolean
  /** What it governs is not built by it, whatever follows. */
  readonly refuses: boolean
}

const WEAK: ReadonlySet<string> = new Set(IN_NAMES.split('|'))
const REFUSES: ReadonlySet<string> = new Set(REFUSING.split('|'))

/** Verbs that govern a name behind them. */
export const VERBS: Lexicon<Verb> = new Lexicon([
  ...GOVERNING.flatMap(([stage, list]) =>
    list
      .split('|')
      .map((words): [string, Verb] => [
        words,
        { stage, words, weak: stage === '' || WEAK.has(words), refuses: REFUSES.has(words) },
      ]),
  ),
  ...[...REFUSES].map((words): [string, Verb] => [words, { stage: '', words, weak: true, refuses: true }]),
])

/** Words that add nothing before a name. */
export const LEADS = wordsOf(LEADING)

/** Words behind a name: those that tell a stage, and those that stand between them. */
export const TAIL: Lexicon<Told> = new Lexicon([
  ...FOLLOWING.flatMap(([stage, list]) => list.split('|').map((words): [string, Told] => [words, { stage, words }])),
  ...BETWEEN.split('|').map((words): [string, Told] => [words, { stage: '', words }]),
])

const OF_WORKS = wordsOf('项目|工程')
const NOTHING: Told = { stage: '', words: '' }

const DONE = '完成'
const PART = wordsOf('任务|主体')
/** What 完成 says to be done where it is not the venture: its 征迁, its 前期工作, the year's part of it. */
function doneOf(text: string, from: number, to: number): Told | null {
  for (let at = from; at < Math.min(to, from + 6); at++) {
    const told = TAIL.at(text, at, to)?.value
    if (told?.stage === 'planned') return told
    if (PART.at(text, at, to)) return { stage: 'building', words: DONE }
  }
  return null
}

/** The latest stage that the words behind a name tell. */
export function followingStage(text: string, from: number, to: number): Told {
  let best = NOTHING
  for (let at = from; at < to; at++) {
    const told = TAIL.at(text, at, to)?.value
    // 打通工程: the kind of works, not what became of it.
    if (told && OF_WORKS.at(text, at + told.words.length, to)) continue
    if (told?.words === DONE) {
      const of = doneOf(text, at + DONE.length, to)
      if (of) return of
    }
    if (told && ORDER.indexOf(told.stage) > ORDER.indexOf(best.stage)) best = told
  }
  return best
}
