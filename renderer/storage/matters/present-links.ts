import { matterName, type VentureLink, type VentureRef } from '#shared/model/matter'
import type { ReviewMatter } from '../queries/matters'
import { keyParts } from './keys'
import { standsFor } from './spoken'

/** The keys of the ventures of a report, and what they say, of those whose words are there. */
interface Ventures {
  keys: ReadonlySet<string>
  present: readonly ReviewMatter[]
}

const KNOWN = new WeakMap<readonly ReviewMatter[], Ventures>()

function venturesOf(rows: readonly ReviewMatter[]): Ventures {
  const known = KNOWN.get(rows)
  if (known) return known
  const ventures = rows.filter(({ content }) => content.type === 'venture')
  const made = {
    keys: new Set(ventures.map(({ key }) => key)),
    present: ventures.filter(({ orphan }) => !orphan),
  }
  KNOWN.set(rows, made)
  return made
}

/** The venture at the words of a key; where none is, the one of its name that stands nearest. */
function ventureOf(key: string, { present }: Ventures): ReviewMatter | null {
  const parts = keyParts(key)
  if (!parts) return null
  const contents = present.map(({ content }) => content)
  const here = standsFor({ ...parts, end: parts.start + Math.max(1, parts.name.length) }, contents)
  if (here) return present.find(({ content }) => content === here) ?? null
  const away = ({ content }: ReviewMatter): number => Math.abs(content.start - parts.start)
  const [nearest] = present
    .filter(({ content }) => matterName(content) === parts.name)
    .sort((a, b) => away(a) - away(b))
  return nearest ?? null
}

/**
 * Links by the keys that their ventures have now: a newer engine, or an extraction that was taken in, may have named one
 * otherwise that the user has not spoken on. An end whose venture is not there keeps its key.
 * @param byReport what is shown of reports; those that are absent are not known yet
 * @returns the same array where every end is there by its key
 */
export function presentLinks(
  links: readonly VentureLink[],
  byReport: ReadonlyMap<string, readonly ReviewMatter[]>,
): readonly VentureLink[] {
  const end = (ref: VentureRef): VentureRef => {
    const rows = byReport.get(ref.report)
    const ventures = rows && venturesOf(rows)
    if (!ventures || ventures.keys.has(ref.key)) return ref
    const found = ventureOf(ref.key, ventures)
    return found ? { ...ref, key: found.key } : ref
  }
  const made = links.map((link) => {
    const [a, b] = [end(link.a), end(link.b)]
    return a === link.a && b === link.b ? link : { ...link, a, b }
  })
  return made.every((link, index) => link === links[index]) ? links : made
}
