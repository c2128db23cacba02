import { LINK_TYPES } from '#shared/coding/links'
import type { LinkCandidate } from '../../storage'

/** So many of each kind are offered: the next letter narrows them down. */
const OF_EACH = 6

/** A label is cut off after so many characters; the whole of it is behind the link. */
const LABEL = 40

/** The first words of a name, for a label. */
export function shortName(name: string): string {
  const characters = [...name]
  return characters.length > LABEL ? `${characters.slice(0, LABEL).join('')}…` : name
}

/**
 * The candidates whose name or hint holds the typed words, some of each kind: those that begin with them first,
 * otherwise in the order given.
 */
export function linkChoices(candidates: readonly LinkCandidate[], typed: string): LinkCandidate[] {
  const wanted = typed.trim().toLocaleLowerCase()
  const holds = ({ name, hint }: LinkCandidate): boolean =>
    name.toLocaleLowerCase().includes(wanted) || hint.toLocaleLowerCase().includes(wanted)
  const begins = ({ name }: LinkCandidate): boolean => name.toLocaleLowerCase().startsWith(wanted)
  const hits = wanted === '' ? candidates : candidates.filter(holds)
  return LINK_TYPES.toSorted((a, b) => ORDER[a] - ORDER[b]).flatMap((type) => {
    const own = hits.filter(({ target }) => target.type === type)
    return own.toSorted((a, b) => Number(begins(b)) - Number(begins(a))).slice(0, OF_EACH)
  })
}

const ORDER = { code: 0, report: 1, annotation: 2, memo: 3 } as const
