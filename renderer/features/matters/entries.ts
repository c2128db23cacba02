import { type MatterOf, matterKey } from '#shared/model/matter'
import type { MatterRow } from '../../storage'
import { type MatterFilter, passes, textTest, wordsToFind } from './filter'
import { rowKey, TABS, type Tab, tabOf } from './tabs'

/** What stands in a table: a matter, a list with those of its items that are shown. */
export interface Entry {
  key: string
  row: MatterRow
  items: readonly MatterRow[]
}

/** What was found in reports, by tab. */
export type Found = Record<Tab, Entry[]>

export const nothingFound = (): Found => ({ relative_target: [], rank: [], claim: [], checklist: [], venture: [] })

/** How many rows a table has, items too. */
export const rowsIn = (entries: readonly Entry[]): number =>
  entries.reduce((sum, { items }) => sum + 1 + items.length, 0)

const entry = (row: MatterRow, items: readonly MatterRow[] = []): Entry => ({ key: rowKey(row), row, items })

/** The items of a report by what they name as their list. */
function itemsByList(rows: readonly MatterRow[]): Map<string, MatterRow[]> {
  const items = new Map<string, MatterRow[]>()
  for (const row of rows) {
    if (row.content.type !== 'list_item') continue
    const own = items.get(row.content.parent)
    if (own) own.push(row)
    else items.set(row.content.parent, [row])
  }
  return items
}

/** A list may be named by the engine's key, or by what the user has made of it. */
const keysOf = (row: MatterRow): string[] => [...new Set([row.key, matterKey(row.content)])]

const ordinal = ({ content }: MatterRow): number => (content as MatterOf<'list_item'>).ordinal

/** Puts what was found in a report to what was found before. */
export function addFound(into: Found, { relative_target, rank, claim, checklist, venture }: Found): void {
  for (const one of relative_target) into.relative_target.push(one)
  for (const one of rank) into.rank.push(one)
  for (const one of claim) into.claim.push(one)
  for (const one of checklist) into.checklist.push(one)
  for (const one of venture) into.venture.push(one)
}

/** Tells what of a report passes a filter. */
export class Finder {
  readonly #passes: (row: MatterRow) => boolean
  readonly #text: (words: string) => boolean
  readonly #hasText: boolean

  readonly #known = new WeakMap<readonly MatterRow[], Found>()

  /** @param tab the one in front */
  constructor(filter: MatterFilter, tab: Tab) {
    this.#passes = passes(filter, tab)
    this.#text = textTest(filter.text)
    this.#hasText = filter.text.trim() !== ''
  }

  /** What passes of one report's matters, given in the order of its text; the same for the same array. */
  found(rows: readonly MatterRow[]): Found {
    const known = this.#known.get(rows)
    if (known) return known
    const found = nothingFound()
    this.find(rows, found)
    this.#known.set(rows, found)
    return found
  }

  /** Puts what passes of one report's matters into what was found. */
  find(rows: readonly MatterRow[], found: Found): void {
    let hasLists = false
    for (const row of rows) {
      const tab = tabOf(row.content.type)
      if (tab === 'checklist') hasLists = true
      else if (this.#passes(row) && this.#reads(row)) found[tab].push(entry(row))
    }
    if (hasLists) this.#findLists(rows, found.checklist)
  }

  #reads({ content }: MatterRow): boolean {
    return !this.#hasText || this.#text(wordsToFind(content))
  }

  /** A list is shown where it or one of its items passes; words that it has count for its items too. */
  #findLists(rows: readonly MatterRow[], found: Entry[]): void {
    const items = itemsByList(rows)
    for (const row of rows) {
      if (row.content.type !== 'list') continue
      const own = keysOf(row).flatMap((key) => items.get(key) ?? [])
      for (const key of keysOf(row)) items.delete(key)
      const reads = this.#reads(row)
      const shown = own.filter((item) => this.#passes(item) && (reads || this.#reads(item)))
      if (shown.length > 0 || (reads && this.#passes(row)))
        found.push(
          entry(
            row,
            shown.sort((a, b) => ordinal(a) - ordinal(b)),
          ),
        )
    }
    for (const loose of items.values())
      for (const row of loose) if (this.#passes(row) && this.#reads(row)) found.push(entry(row))
  }
}

/** How many rows each tab has. */
export const countsOf = (found: Found): Record<Tab, number> =>
  Object.fromEntries(TABS.map((tab) => [tab, tab === 'checklist' ? rowsIn(found[tab]) : found[tab].length])) as Record<
    Tab,
    number
  >
