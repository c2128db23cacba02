import { describe, expect, it } from 'vitest'
import type { UserIndicator } from '#shared/model/indicator'
import type { PhraseCluster, PhraseCount } from '#shared/statements/clusters'
import {
  type ClusterRow,
  clusterKey,
  clusterRows,
  namedBy,
  phrasesOf,
  toggled,
  without,
} from '../../../../renderer/features/indicators/cluster-rows'

const phrase = (words: string, count: number): PhraseCount => ({
  ...{ phrase: words, family: 'count', count, reports: 1, sample: { report: 'r', key: 'k' } },
})
const cluster = (...members: PhraseCount[]): PhraseCluster => ({
  head: members[0]?.phrase ?? '',
  family: 'count',
  members,
  count: members.reduce((sum, { count }) => sum + count, 0),
  reports: 1,
  proposals: [],
})
const schools = cluster(phrase('学校', 5), phrase('新建学校', 2))
const roads = cluster(phrase('道路', 3))
const shown = (rows: readonly ClusterRow[]) =>
  rows.map((row) => (row.type === 'cluster' ? row.cluster.head : ` ${row.phrase.phrase}`))

describe('the list of unmatched phrases', () => {
  it('shows groups, and the phrases of open ones with more than one', () => {
    const open = new Set([clusterKey(schools), clusterKey(roads)])
    expect(shown(clusterRows([schools, roads], '', new Set()))).toEqual(['学校', '道路'])
    expect(shown(clusterRows([schools, roads], '', open))).toEqual(['学校', ' 学校', ' 新建学校', '道路'])
    expect(shown(clusterRows([schools, roads], ' 新建 ', new Set()))).toEqual(['学校'])
  })

  it('leaves out what was mapped, and groups of which nothing is left', () => {
    const own: UserIndicator = {
      ...{ id: 'u_built', name: '道路', english: 'Built', aliases: ['学校'], units: ['count', 'length'] },
      ...{ direction: 'up', category: 'city', warnings: [], excluded: [] },
    }
    const [left, ...rest] = without([schools, roads], namedBy([own]))
    expect(rest).toEqual([])
    expect(left).toMatchObject({ count: 2, members: [{ phrase: '新建学校' }] })
    expect(without([schools, roads], namedBy([]))).toEqual([schools, roads])
    expect(without([roads], namedBy([{ ...own, units: ['money'] }]))).toEqual([roads])
  })

  it('ticks a group whole, and unticks it when all of it is ticked', () => {
    const [group, first] = clusterRows([schools], '', new Set([clusterKey(schools)]))
    if (!group || !first) throw new Error('no rows')
    expect(phrasesOf(group).map((one) => one.phrase)).toEqual(['学校', '新建学校'])
    const one = toggled(new Map(), first)
    expect([...one.keys()]).toEqual(['count 学校'])
    const all = toggled(one, group)
    expect([...all.keys()]).toEqual(['count 学校', 'count 新建学校'])
    expect(toggled(all, group).size).toBe(0)
  })
})
