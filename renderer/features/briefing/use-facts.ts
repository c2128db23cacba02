import { useMemo } from 'react'
import type { SourceFacts } from '#shared/exchange/document/source-facts'
import { getSourceBundle, type SourceBundle, useLive } from '../../storage'

const factsOf = ({ source, text, reports }: SourceBundle): SourceFacts => ({
  fileName: source.name,
  provenance: source.provenance,
  text: text.text,
  joins: text.joins,
  pages: text.pages,
  reports,
})

/** The sources with these hashes, as far as they are there; undefined while they are read. */
export function useFacts(hashes: readonly string[]): ReadonlyMap<string, SourceFacts> | undefined {
  const wanted = useMemo(() => [...new Set(hashes)].sort(), [hashes])
  return useLive(
    async (db) => {
      const bundles = await Promise.all(wanted.map((hash) => getSourceBundle(db, hash)))
      return new Map(bundles.flatMap((bundle) => (bundle ? [[bundle.source.hash, factsOf(bundle)] as const] : [])))
    },
    [wanted.join(' ')],
  )
}
