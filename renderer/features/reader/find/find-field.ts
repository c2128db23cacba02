import { type Extension, type Range, RangeSet, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import type { Span } from '#shared/model/anchor'
import { firstNotBefore } from './phrase-hits'

/** What find has found, in the order of the text, and which of it is the current one. */
export interface Hits {
  hits: readonly Span[]
  current: number
}

/** Marks hits in the text. */
export const setHits = StateEffect.define<Hits>()

const NOTHING: Hits = { hits: [], current: -1 }

const hitsField = StateField.define<Hits>({
  create: () => NOTHING,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setHits)) return effect.value
    return transaction.docChanged ? NOTHING : value
  },
})

const HIT = Decoration.mark({ class: 'db-hit' })
const CURRENT = Decoration.mark({ class: 'db-hit db-hit-current' })

/** The marks of what is drawn only: there may be tens of thousands in the text. */
function marksIn(view: EditorView): DecorationSet {
  const { hits, current } = view.state.field(hitsField)
  const ranges: Range<Decoration>[] = []
  const length = view.state.doc.length
  for (const { from, to } of view.visibleRanges) {
    // The hit before the first in the range may reach into it.
    for (let i = Math.max(firstNotBefore(hits, from) - 1, 0); i < hits.length; i++) {
      const hit = hits[i]
      if (!hit || hit.start >= to) break
      if (hit.end <= from || hit.end > length || hit.end <= hit.start) continue
      ranges.push((i === current ? CURRENT : HIT).range(hit.start, hit.end))
    }
  }
  return RangeSet.of(ranges, true)
}

const hitMarks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet

    constructor(view: EditorView) {
      this.decorations = marksIn(view)
    }

    update(update: ViewUpdate): void {
      const changed = update.startState.field(hitsField) !== update.state.field(hitsField)
      if (changed || update.viewportChanged) this.decorations = marksIn(update.view)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)

/** Marks of what find has found. */
export const findMarks: Extension = [hitsField, hitMarks]
