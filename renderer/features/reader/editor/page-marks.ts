import { type Range, RangeSet, StateEffect, StateField } from '@codemirror/state'
import { Decoration, EditorView, WidgetType } from '@codemirror/view'

/** A page as the text shows it: where it begins, and what it is called. */
export interface PageMark {
  start: number
  /** The page's number: 3. */
  number: string
  /** The same in words: 第 3 页. */
  label: string
}

/** Sets the pages of the text. */
export const setPages = StateEffect.define<readonly PageMark[]>()

class PageWidget extends WidgetType {
  readonly mark: PageMark

  constructor(mark: PageMark) {
    super()
    this.mark = mark
  }

  override eq(other: PageWidget): boolean {
    return other.mark.label === this.mark.label
  }

  override toDOM(): HTMLElement {
    const element = document.createElement('span')
    element.className = 'db-page-mark'
    element.textContent = this.mark.number
    element.title = this.mark.label
    element.setAttribute('role', 'note')
    element.setAttribute('aria-label', this.mark.label)
    return element
  }

  override ignoreEvent(): boolean {
    return false
  }
}

/** A mark where each page begins: pages end in mid-sentence, so it stands in the line and moves no letter's offset. */
export function buildPages(pages: readonly PageMark[], length: number): RangeSet<Decoration> {
  const inside = pages.filter(({ start }) => start <= length)
  const ranges: Range<Decoration>[] = inside.map((page) =>
    Decoration.widget({ widget: new PageWidget(page), side: -1 }).range(page.start),
  )
  return RangeSet.of(ranges, true)
}

/** The pages as decorations. */
export const pageField = StateField.define<RangeSet<Decoration>>({
  create: () => RangeSet.empty,
  update(value, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(setPages)) return buildPages(effect.value, transaction.state.doc.length)
    return value.map(transaction.changes)
  },
  provide: (field) => EditorView.decorations.from(field),
})
