import { isChromeLine } from './chrome'
import type { Laid, PageLine } from './lines'
import { attribute, type Element } from './tree'

/** Where the running text of a page is. */
export interface Weighed extends Laid {
  /** Characters of sentences by element, with those of the elements inside it. */
  readonly weights: readonly number[]
  /** Index of the first line inside each element, and behind the last; equal where there is none. */
  readonly spans: readonly { readonly from: number; readonly to: number }[]
}

const SENTENCE = /[。；！？，、;!?]/
/** A line without a comma counts as text only from here. */
const LONG_LINE = 40

/** Characters of a line that are running text: links and the words of a site are none. */
export function weightOf(line: PageLine): number {
  const { text, ink, linked } = line
  if (linked * 2 > ink || isChromeLine(text)) return 0
  return SENTENCE.test(text) || ink >= LONG_LINE ? ink - linked : 0
}

/** Weighs every element in one pass from the end: parents stand before their children. */
export function weigh(laid: Laid): Weighed {
  const { lines, elements, parents } = laid
  const weights = elements.map(() => 0)
  const spans = elements.map(() => ({ from: lines.length, to: 0 }))
  for (const [index, line] of lines.entries()) {
    weights[line.owner] = (weights[line.owner] ?? 0) + weightOf(line)
    const span = spans[line.owner]
    if (span) widen(span, { from: index, to: index + 1 })
  }
  for (let index = elements.length - 1; index >= 0; index--) {
    const parent = parents[index] ?? -1
    const above = spans[parent]
    const own = spans[index]
    if (!above || !own) continue
    weights[parent] = (weights[parent] ?? 0) + (weights[index] ?? 0)
    widen(above, own)
  }
  return { ...laid, weights, spans: spans.map(({ from, to }) => (from < to ? { from, to } : { from: 0, to: 0 })) }
}

function widen(span: { from: number; to: number }, by: { from: number; to: number }): void {
  span.from = Math.min(span.from, by.from)
  span.to = Math.max(span.to, by.to)
}

/** Classes and id of an element, and its name where a publishing system made it up: founder-content. */
export function namesOf(element: Element | undefined): string[] {
  if (!element) return []
  const own = /-|^ucap/.test(element.tagName) ? [element.tagName] : []
  if (element.attrs.length === 0) return own
  return [...own, ...attribute(element, 'class').split(/\s+/), attribute(element, 'id')].filter((name) => name !== '')
}
