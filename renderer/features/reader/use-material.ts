import { useSyncExternalStore } from 'react'
import type { Code } from '#shared/model/code'
import type { LiveAnnotations, ReviewMatter, ReviewStatement } from '../../storage'
import type { HeldSource } from './held-source'
import { useLiveValue } from './use-held-source'

/** What a text is shown with. */
export interface Material {
  /** Its annotations: read, and kept up to date. */
  live: LiveAnnotations
  /** True once the annotations are there: they take longest where there are thousands. */
  read: boolean
  codes: readonly Code[]
  statements: readonly ReviewStatement[]
  matters: readonly ReviewMatter[]
}

const nothing = (): (() => void) => () => undefined

/**
 * What the text of a source is shown with, null until all of it is there that it is drawn with. Marks are painted over a
 * text that stands, so it waits for no annotation where it is known how much room their columns take, and else for those
 * around its place: by these it is guessed.
 * @param roomKnown true where the text can be drawn before any annotation is read
 */
export function useMaterial(source: HeldSource | null, roomKnown = false): Material | null {
  const live = source?.live
  const read = useSyncExternalStore(live?.subscribe ?? nothing, () => live !== undefined && live.list !== null)
  const some = useSyncExternalStore(live?.subscribe ?? nothing, () => live !== undefined && live.early !== null)
  const codes = useLiveValue(source?.codes)
  const statements = useLiveValue(source?.statements)
  const matters = useLiveValue(source?.matters)
  const ready = live && (some || roomKnown) && codes && statements && matters
  return ready ? { live, read, codes, statements, matters } : null
}
