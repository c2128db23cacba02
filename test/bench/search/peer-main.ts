import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parseArgs } from 'node:util'

/*
 * One peer over some texts, in a process of its own so that its memory is its own: `tsx peer-main.ts --peer minisearch
 * --paths FILE --queries JSON`. Prints one line of JSON (`PeerFigures`).
 *
 * Neither reads Chinese as it comes; both get what their users give them for it, pairs of neighbouring characters that
 * must all be there. That finds reports, not places, and reports in which the pairs stand apart as well.
 */
const { values } = parseArgs({
  options: { peer: { type: 'string' }, paths: { type: 'string' }, queries: { type: 'string' } },
})

interface Mini {
  add(document: { id: number; text: string }): void
  search(query: string): readonly unknown[]
}
interface Flex {
  add(id: number, text: string): void
  search(query: string, options: { limit: number }): readonly unknown[]
}

const pairs = (text: string): string[] => {
  const found: string[] = []
  for (const run of text.match(/[\p{L}\p{N}]+/gu) ?? []) {
    if (run.length === 1) found.push(run)
    for (let at = 0; at + 1 < run.length; at++) found.push(run.slice(at, at + 2))
  }
  return found
}

const require = createRequire(import.meta.url)

/** An index of the peer: takes texts, answers how many of them a query finds. */
function indexOf(peer: string): { add: (id: number, text: string) => void; search: (query: string) => number } {
  if (peer === 'minisearch') {
    const Index: new (options: object) => Mini = require('minisearch')
    const index = new Index({ fields: ['text'], tokenize: pairs, searchOptions: { combineWith: 'AND' } })
    return { add: (id, text) => index.add({ id, text }), search: (query) => index.search(query).length }
  }
  const { Index }: { Index: new (options: object) => Flex } = require('flexsearch')
  const index = new Index({ tokenize: 'strict', encode: pairs })
  return { add: (id, text) => index.add(id, text), search: (query) => index.search(query, { limit: 1e6 }).length }
}

const held = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 2 ** 20
}

const paths: string[] = JSON.parse(readFileSync(values.paths ?? '', 'utf8'))
const queries: string[] = JSON.parse(values.queries ?? '[]')
const before = held()
const index = indexOf(values.peer ?? '')
const begin = performance.now()
for (const [id, path] of paths.entries()) index.add(id, readFileSync(path, 'utf8'))
const making = performance.now() - begin
const found = queries.map((query) => {
  const asked = performance.now()
  const reports = index.search(query)
  return { query, reports, ms: performance.now() - asked }
})
process.stdout.write(`${JSON.stringify({ making, memory: held() - before, found })}\n`)
