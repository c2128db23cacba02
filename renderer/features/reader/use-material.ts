import { useSyncExternalStore } from 'react'
import type { Code } from '#shared/model/code'
import type { LiveAnnotations, ReviewMatter, ReviewStatement } from '../../storage'
import type { HeldSource } from './held-source'
import { useLiveValue } from './use-held-source'

/** What a text is shown with. */
export interface Material {
  /** Its annotations: read, and kept up to date. */
  live: LiveAnnotations
  codes: readonly Code[]
  statements: readonly ReviewStatement[]
  matters: readonly ReviewMatter[]
}

const nothing = (): (() => void) => () => undefined

/**
 * What the text of a source is shown with, null until all of it is there: a text that is drawn without its marks is
 * drawn twice.
 */
export function useMaterial(source: HeldSource | null): Material | null {
  const live = source?.live
  const read = useSyncExternalStore(live?.subscribe ?? nothing, () => live !== undefined && live.list !== null)
  const codes = useLiveValue(source?.codes)
  const statements = useLiveValue(source?.statements)
  const matters = useLiveValue(source?.matters)
  return live && read && codes && statements && matters ? { live, codes, statements, matters } : null
}
