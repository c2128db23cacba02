import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importInto, withProfile } from '../app'
import { sampled } from '../growth/many'
import { filesUnder } from '../library'
import { type Row, row } from '../row'
import { type SearchFigures, searchIn } from './ours'
import { grep, hasRipgrep } from './ripgrep'

/** What is looked for: a phrase, a rare one, a frequent word, one that is nowhere, an expression. */
const QUERIES = [
  { name: 'phrase', typed: '优化营商环境', pattern: '优化营商环境', isExpression: false },
  { name: 'rare phrase', typed: '瀍河', pattern: '瀍河', isExpression: false },
  { name: 'frequent word', typed: '发展', pattern: '发展', isExpression: false },
  { name: 'phrase that is nowhere', typed: '量子鼎新塔', pattern: '量子鼎新塔', isExpression: false },
  { name: 'regular expression', typed: '/优化.{0,6}环境/', pattern: '优化.{0,6}环境', isExpression: true },
] as const

const MOST = 2
const ROUNDS = 5
/** Reports that the slow peers are given. */
const PEER_SIZES = [200, 1_000]
const PEERS = [
  { id: 'minisearch', name: 'MiniSearch 7.2.0' },
  { id: 'flexsearch', name: 'FlexSearch 0.8.212' },
]

/** What a peer took (`peer-main.ts`). */
interface PeerFigures {
  /** Milliseconds of making the index. */
  making: number
  /** MiB that it holds. */
  memory: number
  found: { query: string; reports: number; ms: number }[]
}

function peerFigures(peer: string, paths: readonly string[], folder: string): PeerFigures {
  const list = join(folder, 'paths.json')
  writeFileSync(list, JSON.stringify(paths))
  const queries = JSON.stringify(QUERIES.filter(({ isExpression }) => !isExpression).map(({ typed }) => typed))
  const main = join(import.meta.dirname, 'peer-main.ts')
  const args = ['--import', 'tsx', '--expose-gc', main, '--peer', peer, '--paths', list, '--queries', queries]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
}

/** Ours against ripgrep over the same files. */
function grepRows(figures: SearchFigures, folder: string, name: string): Row[] {
  return QUERIES.map(({ name: kind, typed, pattern, isExpression }) => {
    const runs = Array.from({ length: ROUNDS }, () => grep(pattern, folder, isExpression))
    const own = figures.queries.find(({ query }) => query === typed)
    return row(
      `search of a ${kind}, ${name}: counts and first 100 lines (${own?.hits} hits, ripgrep ${runs[0]?.hits})`,
      'ms',
      own?.ms ?? [],
      { name: 'ripgrep', figures: runs.map(({ ms }) => ms) },
      isExpression ? {} : { most: MOST },
    )
  })
}

/** What an index would hold, and find: reports beside ours. */
function peerRows(paths: readonly string[], figures: SearchFigures, size: number, folder: string): Row[] {
  const count = `${size.toLocaleString('en')} reports`
  const memory = (figures.after ?? Number.NaN) - (figures.before ?? Number.NaN)
  return PEERS.flatMap(({ id, name }) => {
    const peer = peerFigures(id, paths, folder)
    return [
      row(`search, made ready, ${count}`, 'ms', [figures.filling], { name, figures: [peer.making] }, {}),
      row(
        `search, memory, ${count}`,
        'MiB',
        [memory],
        { name: `${name}, heap of its index`, figures: [peer.memory] },
        {},
      ),
      ...figures.queries.flatMap(({ query, reports }) => {
        const found = peer.found.find((one) => one.query === query)
        if (!found || reports === 0) return []
        return [row(`reports found, “${query}”, ${count}`, '', [reports], { name, figures: [found.reports] }, {})]
      }),
    ]
  })
}

const figuresOf = (paths: readonly string[]): Promise<SearchFigures> =>
  withProfile(async (profile) => {
    await importInto(profile, paths)
    return searchIn(
      profile,
      QUERIES.map(({ typed }) => typed),
    )
  })

/**
 * Search of a folder of reports in a real window against ripgrep over the same files, and against two indexes for what
 * they find and hold.
 * @throws Error where ripgrep is missing
 */
export async function* searchRows(folder: string): AsyncGenerator<Row> {
  if (!hasRipgrep()) throw new Error('ripgrep is missing (Debian: apt-get install ripgrep)')
  const made = mkdtempSync(join(tmpdir(), 'duibiao-search-'))
  try {
    const paths = filesUnder(folder)
    const whole = await figuresOf(paths)
    yield* grepRows(whole, folder, `${paths.length.toLocaleString('en')} reports`)
    for (const size of PEER_SIZES.filter((one) => one < paths.length)) {
      const some = sampled(paths, size)
      yield* peerRows(some, await figuresOf(some), size, made)
    }
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
}
