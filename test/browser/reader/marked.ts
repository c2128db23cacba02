import { MARK_HIGHLIGHT } from '../../../renderer/features/reader/editor/mark-highlights'

const rangeOf = ({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): Range => {
  const range = new Range()
  range.setStart(startContainer, startOffset)
  range.setEnd(endContainer, endOffset)
  return range
}

/** The marks of annotations inside an element in the order of the text, a part for each of their lines. */
export function marksIn(element: Element): Range[] {
  const ranges: Range[] = []
  for (const [name, highlight] of CSS.highlights)
    if (name.startsWith(MARK_HIGHLIGHT)) for (const range of highlight) ranges.push(rangeOf(range))
  for (const mark of element.querySelectorAll('.db-mark')) {
    const range = new Range()
    range.selectNodeContents(mark)
    ranges.push(range)
  }
  return ranges
    .filter(({ startContainer, endContainer }) => element.contains(startContainer) && element.contains(endContainer))
    .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
}

/** The words that have a mark, for each of them. */
export const markedIn = (element: Element): string[] => marksIn(element).map(String)
