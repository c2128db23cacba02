import { EditorView } from '@codemirror/view'
import type { Part } from '#shared/compare/alignment'
import { letterOf, otherSide, SIDES, type Side } from './keys'
import { linkOf } from './links'
import { LEAD } from './scroll-link'
import { readerOn, spanOn } from './sides'
import { stateOf } from './state'
import { topicBeside } from './topic-steps'

/** Where a passage is put that is gone to on both sides: this part of the height down. */
const DOWN = 0.3

const scrollTo = (view: EditorView, offset: number, yMargin: number): void =>
  view.dispatch({
    selection: { anchor: offset },
    effects: EditorView.scrollIntoView(offset, { y: 'start', yMargin: Math.max(0, Math.round(yMargin)) }),
  })

/** How far below the top of the view an offset stands, in pixels; null where it is out of view. */
function heightOf(view: EditorView, offset: number): number | null {
  const at = view.coordsAtPos(offset)
  if (!at) return null
  const { top, bottom } = view.scrollDOM.getBoundingClientRect()
  return at.top >= top && at.top < bottom ? at.top - top : null
}

/**
 * Brings both sides to a shared sentence and flashes it.
 * @param from the side that was clicked: it stays, and the other one comes beside it; null to move both
 */
export function goToPair(view: string, index: number, from: Side | null = null): void {
  const store = stateOf(view)
  const state = store?.getState()
  const pair = state?.comparison.status === 'found' ? state.comparison.found.pairs[index] : undefined
  const stays = from && readerOn(view, from)
  if (!store || !pair) return
  store.setState({ current: index, awaited: linkOf(view) ? null : index })
  const margin = from && stays ? heightOf(stays.view, spanOn(pair, from).start) : null
  move(view, () => {
    for (const side of SIDES) {
      const reader = readerOn(view, side)
      if (!reader || (side === from && margin !== null)) continue
      scrollTo(reader.view, spanOn(pair, side).start, margin ?? reader.view.scrollDOM.clientHeight * DOWN)
    }
  })
}

function move(view: string, run: () => void): void {
  const link = linkOf(view)
  if (link) link.moveBoth(run)
  else run()
}

/** Goes through the pairs of a list: to the next (1) or the previous (-1) one, from the last to the first. */
export function stepPair(view: string, direction: 1 | -1): void {
  const { current = null, listed = [] } = stateOf(view)?.getState() ?? {}
  const at = current === null ? -1 : listed.indexOf(current)
  const next = at < 0 ? (direction === 1 ? 0 : listed.length - 1) : (at + direction + listed.length) % listed.length
  const index = listed[next]
  if (index !== undefined) goToPair(view, index)
}

/** Brings each side to the first section of a topic; a side without one stays. */
export function goToTopic(view: string, topicAt: number): void {
  const store = stateOf(view)
  const { topics = [], alignment = null } = store?.getState() ?? {}
  const topic = topics[topicAt]
  if (!store || !topic || !alignment) return
  const partOn = (side: Side): Part | null => {
    const [first] = topic[letterOf(side)]
    return (first === undefined ? undefined : alignment[letterOf(side)][first]) ?? null
  }
  const parts = { left: partOn('left'), right: partOn('right') }
  const link = linkOf(view)
  if (link && !parts[link.leader]) link.lead(otherSide(link.leader))
  move(view, () => {
    for (const side of SIDES) {
      const reader = readerOn(view, side)
      if (reader && parts[side]) scrollTo(reader.view, parts[side].start, LEAD)
    }
  })
  store.setState({ topicAt })
}

/** Goes to the next (1) or the previous (-1) topic. */
export function stepTopic(view: string, direction: 1 | -1): void {
  const { topics = [], topicAt = null, at = -1 } = stateOf(view)?.getState() ?? {}
  if (topics.length > 0) goToTopic(view, topicBeside(topics, at, topicAt, direction))
}

/** The side that has the focus, else the one that was in front last. */
export function sideInFront(view: string): Side {
  const found = SIDES.find((side) => readerOn(view, side)?.view.dom.contains(document.activeElement))
  return found ?? linkOf(view)?.leader ?? 'left'
}

/** Gives the focus to the other side. */
export function changeSide(view: string): void {
  const side = otherSide(sideInFront(view))
  readerOn(view, side)?.view.focus()
}
