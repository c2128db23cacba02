import type { Span } from '../model/anchor'
import type { Annotation } from '../model/annotation'

/** Several annotations that become one. */
export interface Merge {
  /** The one that stays: the first that was made. */
  keep: string
  /** Those that go. */
  remove: readonly string[]
  /** What the one covers then. */
  span: Span
  /** All their memos, each once, in the order of the text. */
  memo: string
}

/** Annotations of one reading with the same codes, whatever their order. */
const groupOf = ({ reading, codes }: Annotation): string => [reading, ...codes.toSorted()].join('\n')

function mergeOf(run: readonly Annotation[], span: Span): Merge {
  const keep = run.reduce((first, one) => (one.createdAt < first.createdAt ? one : first))
  const memos = run.map(({ memo }) => memo.trim()).filter((memo, i, all) => memo !== '' && all.indexOf(memo) === i)
  return { keep: keep.id, remove: run.flatMap(({ id }) => (id === keep.id ? [] : [id])), span, memo: memos.join('\n') }
}

/**
 * Finds annotations with the same codes that overlap or touch; white space and the stop between two clauses do not part them. Orphans and
 * annotations without a code are left alone.
 * @param annotations in any order, of any number of texts
 * @param textOf the text of a reading
 */
export function findMerges(annotations: readonly Annotation[], textOf: (reading: string) => string): Merge[] {
  const groups = new Map<string, Annotation[]>()
  for (const annotation of annotations) {
    if (annotation.orphan || annotation.codes.length === 0) continue
    const key = groupOf(annotation)
    const group = groups.get(key)
    if (group) group.push(annotation)
    else groups.set(key, [annotation])
  }
  return [...groups.values()].flatMap((group) => (group.length < 2 ? [] : mergesIn(group, textOf)))
}

/** What a selection by clause leaves out between two of them. */
const isNothing = (gap: string): boolean => /^[\s，、；：,;:]*$/u.test(gap)

function mergesIn(group: readonly Annotation[], textOf: (reading: string) => string): Merge[] {
  const merges: Merge[] = []
  let run: Annotation[] = []
  let span: Span = { start: 0, end: 0 }
  const close = () => {
    if (run.length > 1) merges.push(mergeOf(run, span))
  }
  for (const annotation of group.toSorted((a, b) => a.anchor.start - b.anchor.start || a.anchor.end - b.anchor.end)) {
    const { start, end } = annotation.anchor
    const touches =
      run.length > 0 && (start <= span.end || isNothing(textOf(annotation.reading).slice(span.end, start)))
    if (!touches) {
      close()
      run = []
      span = { start, end }
    }
    run.push(annotation)
    span = { start: span.start, end: Math.max(span.end, end) }
  }
  close()
  return merges
}
