import { useSyncExternalStore } from 'react'
import type { Annotation } from '#shared/model/annotation'
import type { LiveAnnotations } from '../../storage'
import type { OpenReader } from './active'
import { afterPaint } from './after-paint'

type Subscribe = (listener: () => void) => () => void

const known = new WeakMap<LiveAnnotations, Subscribe>()

/** Tells of changes after they are painted in the text, and everybody at once: what stands around it follows together. */
function lateOf(live: LiveAnnotations): Subscribe {
  const own = known.get(live)
  if (own) return own
  const listeners = new Set<() => void>()
  let giveUp: (() => void) | null = null
  let stop: (() => void) | null = null
  const tell = () => {
    giveUp = null
    for (const listener of listeners) listener()
  }
  const subscribe: Subscribe = (listener) => {
    listeners.add(listener)
    stop ??= live.subscribe(() => {
      giveUp ??= afterPaint(tell)
    })
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0) return
      stop?.()
      giveUp?.()
      stop = giveUp = null
    }
  }
  known.set(live, subscribe)
  return subscribe
}

const NONE: readonly Annotation[] = []

/** The annotations of a reader in React, in the order of the text; a change comes here after the text shows it. */
export const useAnnotations = ({ live }: Pick<OpenReader, 'live'>): readonly Annotation[] =>
  useSyncExternalStore(lateOf(live), () => live.list ?? NONE)
