import type { Quote } from '../../storage'
import type { QuotesController, QuotesState } from './controller'
import { quotesIn } from './lines'

/** What is held down with a click. */
export interface Held {
  /** Ctrl, on macOS Cmd. */
  one: boolean
  /** Shift. */
  range: boolean
}

/** All quotes between the anchor and a line, both taken in. */
function upTo({ lines, anchor }: QuotesState, index: number): Set<string> {
  const from = Math.max(
    0,
    lines.findIndex(({ key }) => key === anchor),
  )
  const between = lines.slice(Math.min(from, index), Math.max(from, index) + 1)
  return new Set(between.flatMap((line) => (line.type === 'group' && !line.folded ? [] : quotesIn(line))))
}

/** A set with quotes taken in, or taken out where all of them are in. */
function toggled(chosen: ReadonlySet<string>, ids: readonly string[]): Set<string> {
  const next = new Set(chosen)
  const all = ids.every((id) => next.has(id))
  for (const id of ids)
    if (all) next.delete(id)
    else next.add(id)
  return next
}

/** Goes to a line with the pointer: alone, the choice ends; Ctrl chooses it too, Shift all up to it. */
export function goTo({ store }: QuotesController, index: number, held: Held): void {
  store.setState((state) => {
    const line = state.lines[index]
    if (!line) return {}
    const anchor = line.key
    if (held.range) return { cursor: index, chosen: upTo(state, index), anchor: state.anchor ?? anchor }
    if (held.one) return { cursor: index, chosen: toggled(state.chosen, quotesIn(line)), anchor }
    return { cursor: index, chosen: new Set(), anchor }
  })
}

/** Goes to a line with the keyboard: what is chosen stays, with Shift the choice grows from the anchor. */
export function moveTo({ store }: QuotesController, index: number, range: boolean): void {
  store.setState((state) => {
    const line = state.lines[index]
    if (!line) return {}
    if (!range) return { cursor: index, anchor: line.key }
    const anchor = state.anchor ?? state.lines[state.cursor]?.key ?? line.key
    return { cursor: index, anchor, chosen: upTo({ ...state, anchor }, index) }
  })
}

/** Chooses the quotes of a line, or no longer. */
export function toggle({ store }: QuotesController, index: number): void {
  store.setState(({ lines, chosen }) => {
    const line = lines[index]
    return line ? { chosen: toggled(chosen, quotesIn(line)), cursor: index, anchor: line.key } : {}
  })
}

/** Chooses all quotes that are found. */
export const chooseAll = ({ store }: QuotesController): void =>
  store.setState(({ entries }) => ({ chosen: new Set(entries.map(({ quote }) => quote.id)) }))

/** Takes the choice back. */
export const chooseNone = ({ store }: QuotesController): void => store.setState({ chosen: new Set() })

/** The quotes that commands are about: the chosen ones in the order of the list, else those of the current line. */
export function subjects({ store }: QuotesController): Quote[] {
  const { chosen, entries, lines, cursor } = store.getState()
  const line = lines[cursor]
  const current = line?.type === 'group' ? line.group.entries : line ? [line.entry] : []
  const wanted = chosen.size > 0 ? entries.filter(({ quote }) => chosen.has(quote.id)) : current
  // A quote with several codes may have several lines.
  return [...new Map(wanted.map(({ quote }) => [quote.id, quote])).values()]
}

/** The quote that the keyboard is on, null on the head of a group. */
export function currentQuote({ store }: QuotesController): Quote | null {
  const { lines, cursor } = store.getState()
  const line = lines[cursor]
  return line?.type === 'row' ? line.entry.quote : null
}
