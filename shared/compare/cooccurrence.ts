import type { Span } from '../model/anchor'
import { byCode, type Coding, intersectionOf, lengthOf, unionOf, unitsTouched } from './coded-spans'

/** What two codes must share to stand together: characters, a sentence, or what stands under one heading. */
export type CoUnit = 'overlap' | 'sentence' | 'section'

/** A report with its coded passages and the units that count. */
export interface CoReport {
  report: string
  source: string
  codings: readonly Coding[]
  /** The sentences, or what stands under each heading: disjoint, in order. Not looked at for `overlap`. */
  units: readonly Span[]
}

/** Where two codes stand together. */
export interface CoPassage extends Span {
  report: string
  source: string
}

/** Two codes, the first one first by its id. */
export interface CoPair {
  a: string
  b: string
  /** Stretches, sentences or sections that have both. */
  count: number
  /** Both over either, 0 to 1: by characters for `overlap`, else by units. */
  jaccard: number
  /** The first of the passages, at most `MOST`, in the order of the reports. */
  passages: readonly CoPassage[]
}

/** Codes beside each other. */
export interface CoTable {
  /** How many stretches, sentences or sections each code has. */
  counts: ReadonlyMap<string, number>
  /** Pairs that occur, by `pairKey`. */
  pairs: ReadonlyMap<string, CoPair>
}

/** More passages of a pair are counted and not listed. */
export const MOST = 300

/** Names a pair whichever comes first. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** How much of a report a code has: `size` is what Jaccard's measure is of. */
interface Extent {
  spans: readonly Span[]
  units: ReadonlySet<number>
  size: number
  count: number
}

function extentOf(spans: readonly Span[], units: readonly Span[], unit: CoUnit): Extent {
  const union = unionOf(spans)
  if (unit === 'overlap') return { spans: union, units: new Set(), size: lengthOf(union), count: union.length }
  const touched = unitsTouched(units, union)
  return { spans: union, units: touched, size: touched.size, count: touched.size }
}

/** What two codes share in a report: the stretches, and how much they are. */
function sharedOf(a: Extent, b: Extent, units: readonly Span[], unit: CoUnit): { spans: Span[]; size: number } {
  if (unit === 'overlap') {
    const spans = intersectionOf(a.spans, b.spans)
    return { spans, size: lengthOf(spans) }
  }
  const both = [...a.units].filter((at) => b.units.has(at)).sort((x, y) => x - y)
  return { spans: both.flatMap((at) => units[at] ?? []), size: both.length }
}

interface Sum {
  a: string
  b: string
  count: number
  size: number
  passages: CoPassage[]
}

/**
 * Which codes stand together (共现): on overlapping passages, in one sentence or under one heading; how often, and how
 * much of either is both (Jaccard). Only the codes themselves, not those below: a code and the one above it are two.
 */
export function cooccurrence(reports: readonly CoReport[], unit: CoUnit): CoTable {
  const counts = new Map<string, number>()
  const sizes = new Map<string, number>()
  const sums = new Map<string, Sum>()
  for (const { report, source, codings, units } of reports) {
    const extents = [...byCode(codings)].map(([code, spans]) => ({ code, extent: extentOf(spans, units, unit) }))
    for (const { code, extent } of extents) {
      counts.set(code, (counts.get(code) ?? 0) + extent.count)
      sizes.set(code, (sizes.get(code) ?? 0) + extent.size)
    }
    extents.forEach((one, at) => {
      for (const other of extents.slice(at + 1)) {
        const { spans, size } = sharedOf(one.extent, other.extent, units, unit)
        if (spans.length === 0) continue
        const key = pairKey(one.code, other.code)
        const [a = '', b = ''] = [one.code, other.code].sort()
        const sum = sums.get(key) ?? { a, b, count: 0, size: 0, passages: [] }
        sum.count += spans.length
        sum.size += size
        for (const span of spans.slice(0, MOST - sum.passages.length)) sum.passages.push({ ...span, report, source })
        sums.set(key, sum)
      }
    })
  }
  const pairs = new Map<string, CoPair>()
  for (const [key, { a, b, count, size, passages }] of sums) {
    const either = (sizes.get(a) ?? 0) + (sizes.get(b) ?? 0) - size
    pairs.set(key, { a, b, count, jaccard: either === 0 ? 0 : size / either, passages })
  }
  return { counts, pairs }
}
