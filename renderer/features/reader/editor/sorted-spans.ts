import type { Span } from '#shared/model/anchor'

/** Index of the first of a list, in the order of the starts, that begins at an offset or behind it. */
export const firstFrom = (list: readonly Span[], offset: number): number =>
  firstOf(list, ({ start }) => start >= offset)

/** Index of the first of a list that fits, where all behind it fit, too; the length of the list where none does. */
export function firstOf<T>(list: readonly T[], fits: (one: T) => boolean): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const one = list[middle]
    if (one !== undefined && !fits(one)) low = middle + 1
    else high = middle
  }
  return low
}

/** Length of the longest of some spans, 0 for none; UTF-16 code units. */
export function longestOf(list: readonly Span[]): number {
  let longest = 0
  for (const { start, end } of list) if (end - start > longest) longest = end - start
  return longest
}

/**
 * The spans that share a character with a part of the text: the work is that of those near it, whatever their number.
 * @param list in the order of the starts
 * @param longest no span of the list is longer
 */
export function reachingInto<T extends Span>(list: readonly T[], { start, end }: Span, longest: number): T[] {
  const found: T[] = []
  for (let i = firstFrom(list, start - longest); i < list.length; i++) {
    const one = list[i]
    if (!one || one.start >= end) break
    if (one.end > start) found.push(one)
  }
  return found
}
