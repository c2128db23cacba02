import type { UnitFamily, UserIndicator } from '#shared/model/indicator'
import type { PhraseCluster, PhraseCount } from '#shared/statements/clusters'

/** A line of the list: a group of phrases, or one phrase of an open group. */
export type ClusterRow =
  | { type: 'cluster'; cluster: PhraseCluster; open: boolean }
  | { type: 'phrase'; cluster: PhraseCluster; phrase: PhraseCount }

/** Names a phrase with its family: 户 and % of one phrase are two. */
export const phraseKey = ({ phrase, family }: Phrase): string => `${family} ${phrase}`

/** Names a group by its plainest phrase. */
export const clusterKey = ({ head, family }: Pick<PhraseCluster, 'head' | 'family'>): string => `${family} ${head}`

/** Names a phrase and what it is counted in. */
type Phrase = Pick<PhraseCount, 'phrase' | 'family'>

/** Growth and shares are told of every indicator. */
const isRate = (family: UnitFamily): boolean => family === 'percent' || family === 'points'

/** Tells of a phrase whether it is a name that the user gave: the reports may not be read again by it yet. */
export function namedBy(own: readonly UserIndicator[]): (phrase: Phrase) => boolean {
  const owners = new Map<string, UserIndicator[]>()
  for (const word of own)
    for (const name of [word.name, ...word.aliases]) owners.set(name, [...(owners.get(name) ?? []), word])
  return ({ phrase, family }) =>
    owners.get(phrase)?.some(({ units }) => isRate(family) || units.includes(family)) ?? false
}

/** The groups without the phrases that have their indicator; what is left without any goes. */
export function without(clusters: readonly PhraseCluster[], isNamed: (phrase: Phrase) => boolean): PhraseCluster[] {
  return clusters.flatMap((cluster) => {
    const members = cluster.members.filter((member) => !isNamed(member))
    if (members.length === cluster.members.length) return cluster
    const count = members.reduce((sum, member) => sum + member.count, 0)
    return members.length === 0 ? [] : { ...cluster, members, count }
  })
}

/** The lines of the list: groups that hold what is typed, open ones with their phrases. */
export function clusterRows(
  clusters: readonly PhraseCluster[],
  typed: string,
  open: ReadonlySet<string>,
): ClusterRow[] {
  const wanted = typed.trim()
  return clusters
    .filter(({ members }) => wanted === '' || members.some(({ phrase }) => phrase.includes(wanted)))
    .flatMap((cluster): ClusterRow[] => {
      const isOpen = cluster.members.length > 1 && open.has(clusterKey(cluster))
      const head: ClusterRow = { type: 'cluster', cluster, open: isOpen }
      return isOpen
        ? [head, ...cluster.members.map((phrase): ClusterRow => ({ type: 'phrase', cluster, phrase }))]
        : [head]
    })
}

/** The phrases that a line stands for. */
export const phrasesOf = (row: ClusterRow): readonly PhraseCount[] =>
  row.type === 'cluster' ? row.cluster.members : [row.phrase]

/** The selection after a line was ticked or unticked: a group counts as ticked when all of its phrases are. */
export function toggled(selected: ReadonlyMap<string, PhraseCount>, row: ClusterRow): Map<string, PhraseCount> {
  const phrases = phrasesOf(row)
  const next = new Map(selected)
  const all = phrases.every((phrase) => next.has(phraseKey(phrase)))
  for (const phrase of phrases) {
    if (all) next.delete(phraseKey(phrase))
    else next.set(phraseKey(phrase), phrase)
  }
  return next
}
