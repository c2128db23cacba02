import { useSyncExternalStore } from 'react'
import type { Code } from '#shared/model/code'
import {
  type LiveAnnotations,
  listCodes,
  type ReviewMatter,
  type ReviewStatement,
  sourceMatters,
  sourceStatements,
  useLive,
} from '../../storage'
import { useLiveAnnotations } from './use-live-annotations'

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
export function useMaterial(hash: string): Material | null {
  const live = useLiveAnnotations(hash)
  const read = useSyncExternalStore(live?.subscribe ?? nothing, () => live !== null && live.list !== null)
  const codes = useLive(listCodes, [])
  const statements = useLive((db) => sourceStatements(db, hash), [hash])
  const matters = useLive((db) => sourceMatters(db, hash), [hash])
  return live && read && codes && statements && matters ? { live, codes, statements, matters } : null
}
