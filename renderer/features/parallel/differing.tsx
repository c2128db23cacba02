import { Fragment, useMemo } from 'react'
import type { SharedKind } from '#shared/compare/shared-sentences'
import type { Span } from '#shared/model/anchor'
import styles from './list.module.css'

/** A stretch of a sentence that the other one has too, or not. */
export interface Stretch {
  words: string
  differs: boolean
}

/** What says nothing by itself: punctuation, white space, and the mark of a list. */
const SILENT = /^(?:[^\p{L}\p{N}]*|\s*[（(]?[一二三四五六七八九十\d]{1,3}(?:[)）、.．]|是)\s*)$/u

/** Words between the punctuation around them. */
const INK = /^([^\p{L}\p{N}]*)(.*[\p{L}\p{N}%％‰])([^\p{L}\p{N}]*)$/su

const onOneLine = (words: string): string => words.replace(/\s*[\r\n]+\s*/g, '')

/** A sentence cut at what it has in common with the other one; what says nothing does not differ. */
export function stretchesOf(text: string, { start, end }: Span, common: readonly Span[], kind: SharedKind): Stretch[] {
  if (kind === 'same') return [{ words: onOneLine(text.slice(start, end)), differs: false }]
  const found: Stretch[] = []
  const put = (words: string, differs: boolean): void => {
    const last = found.at(-1)
    if (words === '') return
    if (last && last.differs === differs) last.words += words
    else found.push({ words, differs })
  }
  const add = (from: number, to: number, differs: boolean): void => {
    const words = onOneLine(text.slice(from, to))
    const silent = !differs || SILENT.test(words)
    const [, before = words, inner = '', after = ''] = (silent ? null : INK.exec(words)) ?? []
    put(before, false)
    put(inner, true)
    put(after, false)
  }
  let at = start
  for (const span of common) {
    add(at, span.start, true)
    add(span.start, span.end, false)
    at = span.end
  }
  add(at, end, true)
  return found
}

interface Props {
  text: string
  span: Span
  common: readonly Span[]
  kind: SharedKind
}

/** A sentence with what differs from its counterpart marked. */
export function Differing({ text, span, common, kind }: Props) {
  const stretches = useMemo(() => stretchesOf(text, span, common, kind), [text, span, common, kind])
  return (
    <span className={styles.words} lang="zh-CN">
      {stretches.map(({ words, differs }, i) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of a sentence never change
        differs ? <mark key={i}>{words}</mark> : <Fragment key={i}>{words}</Fragment>,
      )}
    </span>
  )
}
