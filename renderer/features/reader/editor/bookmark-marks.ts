import { type Range, RangeSet, StateEffect, StateField } from '@codemirror/state'
import { Decoration, EditorView, WidgetType } from '@codemirror/view'

/** A bookmark as the text shows it: where it stands, and what it is called. */
export interface BookmarkMark {
  start: number
  label: string
}

/** Sets the bookmarks of the text. */
export const setBookmarks = StateEffect.define<readonly BookmarkMark[]>()

class BookmarkWidget extends WidgetType {
  readonly label: string

  constructor(label: string) {
    super()
    this.label = label
  }

  override eq(other: BookmarkWidget): boolean {
    return other.label === this.label
  }

  override toDOM(): HTMLElement {
    const element = document.createElement('span')
    element.className = 'db-bookmark-mark'
    element.title = this.label
    element.setAttribute('role', 'note')
    element.setAttribute('aria-label', this.label)
    return element
  }
}

/** A ribbon above the letter that the bookmark stands on; it takes no room, so no line breaks elsewhere for it. */
function ribbons(marks: readonly BookmarkMark[], length: number): RangeSet<Decoration> {
  const inside = marks.filter(({ start }) => start <= length)
  const ranges: Range<Decoration>[] = inside.map(({ start, label }) =>
    Decoration.widget({ widget: new BookmarkWidget(label), side: -1 }).range(start),
  )
  return RangeSet.of(ranges, true)
}

/** The bookmarks as decorations. */
export const bookmarkField = StateField.define<RangeSet<Decoration>>({
  create: () => RangeSet.empty,
  update(value, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(setBookmarks)) return ribbons(effect.value, transaction.state.doc.length)
    return value.map(transaction.changes)
  },
  provide: (field) => EditorView.decorations.from(field),
})
