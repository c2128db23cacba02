import type { Report } from '#shared/model/report'
import { likeness } from '#shared/text/sketch'

/** A report as it is weighed against others of its place and year. */
export interface Candidate {
  report: Report
  /** Sketch of its text (`shared/text/sketch.ts`). */
  sketch: readonly number[]
}

/**
 * From this likeness on two texts are one report. Calibrated on 2,066 city reports: two years of one city reach 0.24,
 * a copy with one wrong character in ten keeps 0.50, a digest of every eighth sentence 0.78.
 */
export const ALIKE = 0.4

/** The kinds that are a part of a full report of the same place and year, however little of its text they share. */
const isPart = ({ kind }: Report): boolean => kind === 'digest' || kind === 'continuation' || kind === 'incomplete'

/** The group that the user has put a report into; null for none, or where it was taken out of all. */
const chosenGroup = ({ edited, version }: Report): string | null => (edited.includes('version') ? version : null)

/** True for a report that the user has taken out of every group. */
const standsAlone = ({ edited, version }: Report): boolean => edited.includes('version') && version === null

/** Reports that are versions of each other so far. */
interface Cluster {
  members: Candidate[]
  /** The group that the user made of some of them. */
  chosen: string | null
  /** True when a full report is among them. */
  full: boolean
}

const single = (candidate: Candidate): Cluster => ({
  members: [candidate],
  chosen: chosenGroup(candidate.report),
  full: candidate.report.kind === 'full',
})

/** Sets of reports that grow together. */
class Clusters {
  readonly #of = new Map<Candidate, Cluster>()

  constructor(candidates: readonly Candidate[]) {
    for (const candidate of candidates) this.#of.set(candidate, single(candidate))
  }

  of(candidate: Candidate): Cluster {
    const cluster = this.#of.get(candidate)
    if (!cluster) throw new Error('not a candidate of these clusters')
    return cluster
  }

  all(): Set<Cluster> {
    return new Set(this.#of.values())
  }

  /** Makes one of two, unless the user has put them into different groups. */
  unite(a: Candidate, b: Candidate): void {
    const [into, from] = [this.of(a), this.of(b)]
    if (into === from || (into.chosen && from.chosen && into.chosen !== from.chosen)) return
    into.members.push(...from.members)
    into.chosen ??= from.chosen
    into.full ||= from.full
    for (const member of from.members) this.#of.set(member, into)
  }
}

interface Pair {
  a: Candidate
  b: Candidate
  alike: number
}

/** Every pair, the most alike first; ids settle ties, so that the order of the reports does not matter. */
function pairsOf(candidates: readonly Candidate[]): Pair[] {
  const pairs = candidates.flatMap((a, index) =>
    candidates.slice(index + 1).map((b): Pair => ({ a, b, alike: likeness(a.sketch, b.sketch) })),
  )
  return pairs.sort((one, other) => other.alike - one.alike)
}

const bothFull = ({ a, b }: Pair): boolean => a.report.kind === 'full' && b.report.kind === 'full'

function uniteChosen(clusters: Clusters, candidates: readonly Candidate[]): void {
  const first = new Map<string, Candidate>()
  for (const candidate of candidates) {
    const chosen = chosenGroup(candidate.report)
    if (chosen === null) continue
    const other = first.get(chosen)
    if (other) clusters.unite(other, candidate)
    else first.set(chosen, candidate)
  }
}

/** Texts that are alike are one; two full reports that are not are kept apart, even when a third is like both. */
function uniteAlike(clusters: Clusters, pairs: readonly Pair[]): void {
  const alike = pairs.filter((pair) => pair.alike >= ALIKE)
  for (const { a, b } of alike.filter(bothFull)) clusters.unite(a, b)
  for (const { a, b } of alike) if (!(clusters.of(a).full && clusters.of(b).full)) clusters.unite(a, b)
}

/** A digest, a continuation or what is left of a report belongs to the full one, to the most alike of several. */
function uniteParts(clusters: Clusters, pairs: readonly Pair[]): void {
  for (const { a, b } of pairs) {
    const [x, y] = [clusters.of(a), clusters.of(b)]
    if (x.full === y.full) continue
    const [part, whole] = x.full ? [b, a] : [a, b]
    if (isPart(part.report) && whole.report.kind === 'full') clusters.unite(whole, part)
  }
}

const least = (ids: readonly string[]): string => ids.reduce((low, id) => (id < low ? id : low))

/**
 * Which reports of one place and year are versions of one report: what the user says, else texts that are alike, else a
 * part of the full one. Two sessions within a year stay two.
 * @returns the id of each report's group, null for one that stands alone. A group is named after the least id among its
 * reports, so that it is the same in whatever order they came; the user's own group keeps its id.
 */
export function groupVersions(candidates: readonly Candidate[]): Map<string, string | null> {
  const groups = new Map<string, string | null>(candidates.map(({ report }) => [report.id, null]))
  const free = candidates
    .filter(({ report }) => !standsAlone(report))
    .sort((a, b) => (a.report.id < b.report.id ? -1 : 1))
  const clusters = new Clusters(free)
  const pairs = pairsOf(free)
  uniteChosen(clusters, free)
  uniteAlike(clusters, pairs)
  uniteParts(clusters, pairs)
  for (const { members, chosen } of clusters.all()) {
    if (members.length === 1 && chosen === null) continue
    const ids = members.map(({ report }) => report.id)
    for (const id of ids) groups.set(id, chosen ?? least(ids))
  }
  return groups
}
