import { useEffect, useRef } from 'react'
import type { SectionAlignment } from '#shared/compare/alignment'
import type { Section } from '#shared/model/section'
import type { OpenReader } from '../reader'
import { goToPair } from './go'
import { letterOf, type Side } from './keys'
import { putLink } from './links'
import { ScrollLink } from './scroll-link'
import { type ParallelStore, useParallel } from './state'
import type { SideText } from './use-sides'

type Both<T> = Readonly<Record<Side, T>>

/** Lets the sides follow each other, and says where one of them has nothing to be followed to. */
export function useLink(
  key: string,
  store: ParallelStore,
  readers: Both<OpenReader | null>,
  texts: Both<SideText>,
  alignment: SectionAlignment,
): void {
  const leader = useRef<Side>('left')
  const linked = useParallel(store, (state) => state.linked)
  const [left, right] = [readers.left?.view ?? null, readers.right?.view ?? null]
  // biome-ignore lint/correctness/useExhaustiveDependencies: the alignment is made of the sections
  useEffect(() => {
    if (!left || !right) return
    const spans = { left: texts.left.report, right: texts.right.report }
    const link = new ScrollLink({ left, right, spans, alignment }, (side, { from, to }) => {
      const title = titleOf(alignment, letterOf(side), from, texts[side].sections)
      const lone = to === null && title !== null ? { side, title } : null
      const { alone, at } = store.getState()
      const mine = side === 'left' ? from : (to ?? at)
      if (alone?.side !== lone?.side || alone?.title !== lone?.title) store.setState({ alone: lone })
      if (mine !== at) store.setState({ at: mine })
    })
    link.begin(store.getState().linked, leader.current)
    const forget = putLink(key, link)
    const { awaited } = store.getState()
    if (awaited !== null) goToPair(key, awaited)
    const stop = store.subscribe((now, before) => {
      if (now.linked !== before.linked) link.set(now.linked)
    })
    return () => {
      stop()
      forget()
      leader.current = link.leader
      link.end()
    }
  }, [key, store, left, right, alignment])
  useEffect(() => {
    if (!linked) store.setState({ alone: null })
  }, [linked, store])
}

function titleOf(
  alignment: SectionAlignment,
  side: 'a' | 'b',
  part: number,
  sections: readonly Section[],
): string | null {
  const section = alignment[side][part]?.section
  return section == null ? null : (sections[section]?.title ?? null)
}
