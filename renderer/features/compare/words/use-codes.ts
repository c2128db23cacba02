import { useMemo } from 'react'
import { inTreeOrder, pathOf } from '#shared/coding/code-tree'
import type { Code } from '#shared/model/code'
import { listCodes, useLive } from '../../../storage'

/** The codebook as the word views need it. */
export interface KnownCodes {
  /** From top to bottom, each before what stands below it. */
  codes: readonly Code[]
  nameOf: (id: string) => string
  /** 经济 / 增长 */
  pathOf: (id: string) => string
  /** How deep a code stands, from 0. */
  depthOf: (id: string) => number
}

/** The codebook; null while it is read. */
export function useCodes(): KnownCodes | null {
  const codes = useLive(listCodes, [])
  return useMemo(() => {
    if (!codes) return null
    const paths = new Map(codes.map(({ id }) => [id, pathOf(codes, id)]))
    return {
      codes: inTreeOrder(codes),
      nameOf: (id) => paths.get(id)?.at(-1) ?? '',
      pathOf: (id) => paths.get(id)?.join(' / ') ?? '',
      depthOf: (id) => Math.max(0, (paths.get(id)?.length ?? 1) - 1),
    }
  }, [codes])
}
