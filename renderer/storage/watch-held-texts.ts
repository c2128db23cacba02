import Dexie, { type IntervalTree, RangeSet, rangesOverlap } from 'dexie'
import type { ProjectDatabase } from './database'

/** What has changed of texts and of what is known of them. */
export interface HeldTextsChange {
  /** Tells whether a source, the text of its reading (null: none is known) or its reports may be others than before. */
  touches(source: string, reading: string | null, reports: readonly string[]): boolean
  /** Tells whether the sections or the statements of a report may be others. */
  restates(report: string): boolean
  /** Sources may have come or gone. */
  sources: boolean
}

/**
 * Tells when sources, their texts or their reports change, whoever writes: another window, the importer, this one.
 * @param heard told of each write by itself
 * @returns the function that stops it
 */
export function watchHeldTexts(db: ProjectDatabase, heard: (change: HeldTextsChange) => void): () => void {
  const mutated = (parts: Record<string, IntervalTree>) => {
    const part = (name: string): RangeSet | null => {
      const ranges = parts[`idb://${db.name}/${name}`]
      if (!ranges) return null
      const set = new RangeSet()
      set.add(ranges)
      return set
    }
    const [sources, texts, reports, ofSource] = [
      part('sources/'),
      part('texts/'),
      part('reports/'),
      part('reports/source'),
    ]
    const [sections, cells] = [part('sections/'), part('cells/')]
    if (!sources && !texts && !reports && !sections && !cells) return
    const isIn = (ranges: RangeSet | null, key: string): boolean =>
      ranges !== null && rangesOverlap(ranges, new RangeSet(key))
    heard({
      touches: (source, reading, ids) =>
        isIn(sources, source) ||
        isIn(ofSource, source) ||
        (reading !== null && isIn(texts, reading)) ||
        (reports !== null && ids.some((id) => isIn(reports, id))),
      // Every change of a statement ends in the report's record in `cells`.
      restates: (report) => isIn(sections, report) || isIn(cells, report),
      sources: sources !== null,
    })
  }
  Dexie.on('storagemutated', mutated)
  return () => Dexie.on.storagemutated.unsubscribe(mutated)
}
