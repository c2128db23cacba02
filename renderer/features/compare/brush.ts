import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/**
 * A mark that stands for a number, for a topic or code in a text, or for a place alone, wherever it is shown. A part
 * that is left out stands for any.
 */
export interface Mark {
  /** Place code. */
  place?: string
  /** 数据年份 */
  year?: string
  /** 报告年度: of the report that tells it. Compared only where one of two marks has no 数据年份. */
  told?: string
  /** Series key. */
  indicator?: string
  /** Id of a topic, '' for text without one. */
  topic?: string
  /** Ids of codes; two of them stand for the pair. */
  codes?: readonly string[]
}

/** What the pointer is over, and what was held fast by a click; the same in tables, charts and word views. */
export interface Brush {
  hovered: Mark | null
  selected: Mark | null
}

const NOTHING: Brush = { hovered: null, selected: null }

const stores = new Map<string, ReturnType<typeof makeStore>>()
const makeStore = () => createStore<Brush>(() => NOTHING)

function storeOf(project: string) {
  const known = stores.get(project)
  if (known) return known
  const made = makeStore()
  stores.set(project, made)
  return made
}

/** The parts of a mark that are one word each. */
export const PARTS = ['place', 'year', 'told', 'indicator', 'topic'] as const

const sameCodes = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  a.length === b.length && a.every((code) => b.includes(code))

const same = (a: Mark | null, b: Mark | null): boolean =>
  a === b || (a !== null && b !== null && PARTS.every((part) => a[part] === b[part]) && sameCodes(a.codes, b.codes))

/** What is marked in a project, as React state. */
export const useBrush = (project: string): Brush => useStore(storeOf(project))

/** What is marked in a project now, with a way to hear of changes: for what draws outside React. */
export const brushOf = (project: string): Pick<ReturnType<typeof makeStore>, 'getState' | 'subscribe'> =>
  storeOf(project)

/** Notes what the pointer or the focus is on; null when it left. */
export function hover(project: string, mark: Mark | null): void {
  const store = storeOf(project)
  if (!same(store.getState().hovered, mark)) store.setState({ hovered: mark })
}

/** Holds a mark fast; the one that is held already is let go. */
export function select(project: string, mark: Mark | null): void {
  const store = storeOf(project)
  store.setState({ selected: same(store.getState().selected, mark) ? null : mark })
}

/** Lets go of all that is marked: Esc. */
export const clearBrush = (project: string): void => storeOf(project).setState(NOTHING, true)

/** Whether two marks that name a time name one: null where one of them names none. */
function sameTime(a: Mark, b: Mark): boolean | null {
  if (a.year !== undefined && b.year !== undefined) return a.year === b.year
  if (a.told !== undefined && b.told !== undefined) return a.told === b.told
  const timed = ({ year, told }: Mark): boolean => year !== undefined || told !== undefined
  return timed(a) && timed(b) ? false : null
}

/** A code covers the pairs that it is in, and a pair its two codes; two pairs with one code in common are two things. */
function sameThing(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean | null {
  if (!a || !b) return null
  const [fewer, more] = a.length < b.length ? [a, b] : [b, a]
  return fewer.every((code) => more.includes(code))
}

/** Whether a mark stands for what another one is of: all that both name is the same, and both name something. */
export function covers(mark: Mark | null, other: Mark): boolean {
  if (mark === null) return false
  const named = (['place', 'indicator', 'topic'] as const).map((part) =>
    mark[part] === undefined || other[part] === undefined ? null : mark[part] === other[part],
  )
  const told = [...named, sameTime(mark, other), sameThing(mark.codes, other.codes)]
  return told.includes(true) && !told.includes(false)
}
