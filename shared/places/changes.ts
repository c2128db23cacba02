import type { Lineage } from '../model/place'
import { CHANGES } from './changes.data'

type Division = Lineage['from'][number]

/** Reads `code name code name …`. */
function divisions(words: readonly string[]): Division[] {
  const found: Division[] = []
  for (let index = 0; index + 1 < words.length; index += 2) {
    found.push({ code: words[index] ?? '', name: words[index + 1] ?? '' })
  }
  return found
}

/** Reads one line of the list. */
function readChange(line: string): Lineage {
  const [before = '', after = ''] = line.split(' > ')
  const [date = '', kind, ...from] = before.split(' ')
  return { date, kind: kind as Lineage['kind'], from: divisions(from), to: divisions(after.split(' ')) }
}

/** All known changes, in the order of their dates. */
export const LINEAGE: readonly Lineage[] = CHANGES.trim().split('\n').map(readChange)
