import { activeReader, currentName, readerStore, reportInFront, showMatter, showStatement } from '../reader'
import { ITEM_TYPES, isMatter, itemsOf, type ReviewItem, typeOf } from './item'
import { filterItems, indexOf, neighbour } from './review'
import { reviewState, setFilter, toggleOrder } from './review-state'

/** The items of the report in front, in the order of its text. */
export function itemsInFront(): readonly ReviewItem[] {
  const reader = activeReader()
  const report = reportInFront(readerStore.getState())
  if (!reader) return []
  const isIn = (one: { report: string }) => one.report === report
  return itemsOf(reader.statements.filter(isIn), reader.matters.filter(isIn))
}

/** Those of them that the list shows. */
export const shownItems = (): ReviewItem[] => filterItems(itemsInFront(), reviewState.getState().filter)

/** The current item, null where none is. */
export function currentItem(): ReviewItem | null {
  const name = currentName(readerStore.getState())
  const { statements = [], matters = [] } = activeReader() ?? {}
  return statements[indexOf(statements, name)] ?? matters[indexOf(matters, name)] ?? null
}

/** Makes an item the current one and brings it into view. */
export function showItem(item: ReviewItem): void {
  const { report, key } = item
  if (isMatter(item)) showMatter({ report, key })
  else showStatement({ report, key })
}

/** Goes to the next (1) or previous (-1) item of the list. */
export function stepItem(direction: 1 | -1): void {
  const caret = activeReader()?.view.state.selection.main.head ?? 0
  const next = neighbour(shownItems(), currentName(readerStore.getState()), direction, caret)
  if (next) showItem(next)
}

/** Lists the next of the types that the report has; after the last one, all of them. */
export function nextType(): void {
  const items = itemsInFront()
  const types = [null, ...ITEM_TYPES.filter((type) => items.some((item) => typeOf(item) === type))]
  const at = types.indexOf(reviewState.getState().filter.type)
  setFilter({ type: types[(at + 1) % types.length] ?? null })
}

/** Lists what needs eyes first and goes to the first of it, or goes back to the order of the text. */
export function reorder(): void {
  toggleOrder()
  const [first] = shownItems()
  if (first && reviewState.getState().filter.order === 'attention') showItem(first)
}
