import type { UnitFamily } from '#shared/model/indicator'
import type { Dictionary } from './dictionary'
import { proposer } from './likeness'
import { normalPhrase } from './normal-phrase'

/** A phrase that is no known indicator, with the family that its numbers are counted in. */
export interface PhraseCount {
  /** As written. */
  phrase: string
  family: UnitFamily
  /** Statements that have it. */
  count: number
  /** Reports that have it. */
  reports: number
  /** One of the statements. */
  sample: { report: string; key: string }
}

/** Phrases that are likely names of one thing. */
export interface PhraseCluster {
  /** The plainest of the phrases, as written. */
  head: string
  family: UnitFamily
  /** The commonest first. */
  members: PhraseCount[]
  /** Statements of all members. */
  count: number
  /** Reports of the member that has most: members may stand in the same reports, so these are at least so many. */
  reports: number
  /** Up to three indicators that it may be, the likeliest first. */
  proposals: string[]
}

/** Phrases of one normal form. */
interface Group {
  normal: string
  family: UnitFamily
  members: PhraseCount[]
  count: number
}

const isRate = (family: UnitFamily): boolean => family === 'percent' || family === 'points'
const byCount = (a: PhraseCount, b: PhraseCount): number =>
  b.count - a.count || b.reports - a.reports || compare(a.phrase, b.phrase) || compare(a.family, b.family)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function addTo(groups: Map<string, Group>, normal: string, family: UnitFamily, phrase: PhraseCount): Group {
  const key = `${family} ${normal}`
  const group = groups.get(key) ?? { normal, family, members: [], count: 0 }
  groups.set(key, group)
  group.members.push(phrase)
  group.count += phrase.count
  return group
}

/**
 * Phrases by normal form and family. Growth and shares of a thing go with its level, of several with the commonest:
 * another name of an indicator is one of all three.
 */
function groupsOf(phrases: readonly PhraseCount[]): Map<string, Group> {
  const groups = new Map<string, Group>()
  const level = new Map<string, Group>()
  const rates: [normal: string, phrase: PhraseCount][] = []
  for (const phrase of phrases) {
    const normal = normalPhrase(phrase.phrase)
    if (isRate(phrase.family)) {
      rates.push([normal, phrase])
      continue
    }
    const group = addTo(groups, normal, phrase.family, phrase)
    const known = level.get(normal)
    if (!known || isBefore(group, known)) level.set(normal, group)
  }
  for (const [normal, phrase] of rates) addTo(groups, normal, level.get(normal)?.family ?? 'percent', phrase)
  return groups
}

const isBefore = (a: Group, b: Group): boolean => a.count > b.count || (a.count === b.count && a.family < b.family)

/** A head noun has so many characters at least; shorter ones (项目, 企业) are heads of unlike things. */
const HEAD = 4
/** And no more than so many stand before it. */
const BEFORE_HEAD = 6
/** Attributes of anything at all: no head nouns, whatever stands before them. */
const ATTRIBUTE = /^(?:.{0,2}(?:总投资额?|总产值|增加值|总收入|销售收入|营业收入|总面积|总里程|建筑面积|完成投资))$/u

/** What more phrases end with is a class of things (服务中心, 产业项目), not the name of one. */
const MOST_ENDING = 30

/** The groups whose phrases this one ends with, the shortest first. */
function* headsOf(groups: ReadonlyMap<string, Group>, { normal, family }: Group): Generator<Group> {
  for (let length = Math.max(HEAD, normal.length - BEFORE_HEAD); length < normal.length; length++) {
    const head = normal.slice(-length)
    const group = ATTRIBUTE.test(head) ? undefined : groups.get(`${family} ${head}`)
    if (group) yield group
  }
}

/** The groups that are head nouns of others, but not of too many. */
function headNouns(groups: ReadonlyMap<string, Group>): Set<Group> {
  const ending = new Map<Group, number>()
  for (const group of groups.values())
    for (const head of headsOf(groups, group)) ending.set(head, (ending.get(head) ?? 0) + 1)
  return new Set([...ending].flatMap(([head, count]) => (count <= MOST_ENDING ? [head] : [])))
}

/** The group at the end of the heads; each step is to a shorter phrase. */
function rootOf(groups: ReadonlyMap<string, Group>, heads: ReadonlySet<Group>, group: Group): Group {
  for (const head of headsOf(groups, group)) if (heads.has(head)) return rootOf(groups, heads, head)
  return group
}

function clusterOf(root: Group, groups: readonly Group[], propose: ReturnType<typeof proposer>): PhraseCluster {
  const members = groups.flatMap((group) => group.members).sort(byCount)
  return {
    head: root.members.toSorted(byCount)[0]?.phrase ?? root.normal,
    family: root.family,
    members,
    count: members.reduce((sum, { count }) => sum + count, 0),
    reports: members.reduce((most, { reports }) => Math.max(most, reports), 0),
    proposals: propose(root.normal, root.family),
  }
}

/**
 * Puts phrases together that are likely names of one thing: those of one normal form (without leads such as 全市 and
 * 新增, quotes, brackets, widths, numerals), then those of one head noun. Time grows linearly with the phrases, which
 * may come in any order; a number without any name is left out.
 * @returns the commonest first
 */
export function clusterPhrases(phrases: readonly PhraseCount[], dictionary: Dictionary): PhraseCluster[] {
  const groups = groupsOf(phrases.filter(({ phrase }) => phrase.trim() !== ''))
  const heads = headNouns(groups)
  const clusters = new Map<Group, Group[]>()
  for (const group of groups.values()) {
    const root = rootOf(groups, heads, group)
    const known = clusters.get(root)
    if (known) known.push(group)
    else clusters.set(root, [group])
  }
  const propose = proposer(dictionary)
  return [...clusters]
    .map(([root, members]) => clusterOf(root, members, propose))
    .sort((a, b) => b.count - a.count || compare(a.head, b.head) || compare(a.family, b.family))
}
