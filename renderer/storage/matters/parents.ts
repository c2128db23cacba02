import { type ExtractedMatter, type Matter, matterKey } from '#shared/model/matter'
import { keyParts } from './keys'
import { standsFor, stoodFor } from './spoken'

/** A matter of a report as it is shown, by its key. */
interface Shown {
  key: string
  content: ExtractedMatter
  orphan: boolean
}

/** The keys of the lists that are shown, by all names that their items may have for them. */
function namesOfLists(shown: readonly Shown[], hidden: ReadonlyMap<ExtractedMatter, Matter>): Map<string, string> {
  const keyOf = new Map(shown.map(({ key }) => [key, key]))
  const others = [
    ...shown.map(({ key, content }) => [matterKey(content), key] as const),
    ...[...hidden].map(([engine, { id, origin }]) => [matterKey(engine), origin ?? id] as const),
  ]
  for (const [name, key] of others) if (!keyOf.has(name)) keyOf.set(name, key)
  return keyOf
}

/**
 * The items of a report with the keys by which their lists are shown. An item names its list as the engine, or the user,
 * called it then: a newer engine may call it otherwise, it may stand in the place of the engine's, or have been edited.
 * @param shown its matters; without its lists the items keep the names that they have
 * @param engine what the engine reads in the report
 * @param touched what the user has touched in it
 */
export function withLists<T extends Shown>(
  shown: readonly T[],
  engine: readonly ExtractedMatter[],
  touched: readonly Matter[],
): readonly T[] {
  const lists = shown.filter(({ content }) => content.type === 'list')
  const keyOf = namesOfLists(lists, stoodFor(engine, touched))
  const present = lists.filter(({ orphan }) => !orphan)
  const contents = present.map(({ content }) => content)
  const listOf = (name: string): string => {
    const parts = keyParts(name)
    const found = parts && standsFor({ ...parts, end: parts.start + Math.max(1, parts.name.length) }, contents)
    return present.find(({ content }) => content === found)?.key ?? name
  }
  return shown.map((one) => {
    const { content } = one
    if (content.type !== 'list_item' || content.parent === '') return one
    const parent = keyOf.get(content.parent) ?? listOf(content.parent)
    return parent === content.parent ? one : { ...one, content: { ...content, parent } }
  })
}
