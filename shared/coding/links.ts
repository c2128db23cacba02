/** What a memo can link to. */
export const LINK_TYPES = ['annotation', 'report', 'code', 'memo'] as const
export type LinkType = (typeof LINK_TYPES)[number]

/** A thing of the project, by its type and id. */
export interface LinkTarget {
  type: LinkType
  id: string
}

/** A piece of a memo: words, or a link. Offsets are UTF-16 code units of the memo, end exclusive. */
export type MemoPart =
  | { type: 'text'; start: number; end: number; text: string }
  | { type: 'link'; start: number; end: number; target: LinkTarget; label: string }

/** `[[code:<uuid>|label]]`; in the label `\` and `]` stand behind a `\`, and it ends with its line. */
const LINK =
  /\[\[(annotation|report|code|memo):([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\|((?:\\[\\\]]|[^\\\]\r\n\u2028\u2029])*)\]\]/gi

/** Names a target as one word, for maps. */
export const targetKey = ({ type, id }: LinkTarget): string => `${type}:${id}`

const escaped = (label: string): string =>
  label
    .replace(/[\r\n\u2028\u2029]+/g, ' ')
    .trim()
    .replace(/[\\\]]/g, '\\$&')

const unescaped = (label: string): string => label.replace(/\\([\\\]])/g, '$1')

/** A link as it stands in a memo. A label is of one line: breaks in it become blanks. */
export const formatLink = ({ type, id }: LinkTarget, label: string): string =>
  `[[${type}:${id.toLowerCase()}|${escaped(label)}]]`

/** A memo in its pieces, without gap or overlap; what only looks like a link is text. */
export function parseMemo(text: string): MemoPart[] {
  const parts: MemoPart[] = []
  let from = 0
  const words = (end: number): void => {
    if (end > from) parts.push({ type: 'text', start: from, end, text: text.slice(from, end) })
  }
  for (const match of text.matchAll(LINK)) {
    const type = LINK_TYPES.find((one) => one === match[1]?.toLowerCase())
    const id = match[2]?.toLowerCase()
    if (!type || id === undefined) continue
    words(match.index)
    const end = match.index + match[0].length
    parts.push({ type: 'link', start: match.index, end, target: { type, id }, label: unescaped(match[3] ?? '') })
    from = end
  }
  words(text.length)
  return parts
}

/** The targets that a memo links to, each once, in the order of the text. */
export function linksOf(text: string): LinkTarget[] {
  if (!text.includes('[[')) return []
  const found = new Map<string, LinkTarget>()
  for (const part of parseMemo(text)) if (part.type === 'link') found.set(targetKey(part.target), part.target)
  return [...found.values()]
}

/** The words of a memo as they are read: links as their labels. */
export const plainMemo = (text: string): string =>
  parseMemo(text)
    .map((part) => (part.type === 'text' ? part.text : part.label))
    .join('')

/**
 * A memo whose links have the present names of what they link to, so that a link to what is deleted later still tells
 * its last name.
 * @param nameOf the present name of a target; null leaves the label
 */
export function relabelled(text: string, nameOf: (target: LinkTarget) => string | null): string {
  return parseMemo(text)
    .map((part) => {
      const name = part.type === 'link' ? nameOf(part.target) : null
      return part.type === 'link' && name !== null ? formatLink(part.target, name) : text.slice(part.start, part.end)
    })
    .join('')
}

/**
 * Who links to what: for each target, by its key, the keys of the memos that link to it, in the order given.
 * @param memos texts of memos with the key of each
 */
export function backlinks(memos: Iterable<{ key: string; text: string }>): Map<string, string[]> {
  const from = new Map<string, string[]>()
  for (const { key, text } of memos)
    for (const target of linksOf(text)) {
      const linking = from.get(targetKey(target))
      if (linking) linking.push(key)
      else from.set(targetKey(target), [key])
    }
  return from
}

/**
 * The link that is being typed: what stands between the last open `[[` and the caret.
 * @returns offset of the `[[` and the words after it; null where no link is begun on this line
 */
export function openLink(text: string, caret: number): { start: number; typed: string } | null {
  const start = text.lastIndexOf('[[', caret - 2)
  if (start < 0 || start + 2 > caret) return null
  const typed = text.slice(start + 2, caret)
  return /[\]\r\n]|\|/.test(typed) || typed.length > 60 ? null : { start, typed }
}
