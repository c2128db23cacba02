import type { Told } from '../format'
import { attribute, type Element, elementsOf, ownText, type Root } from './tree'

/** What sites name in meta elements: the rules of government sites first, then what search engines read. */
const NAMES = {
  title: ['articletitle', 'og:title'],
  origin: ['contentsource', 'source', 'sitename', 'og:site_name'],
  published: ['pubdate', 'publishdate', 'article:published_time', 'og:release_date'],
  url: ['url', 'og:url'],
} as const satisfies Partial<Record<keyof Told, readonly string[]>>
/** 保存网页，全部: browsers write where a page came from before it. */
const SAVED_FROM = /^\s*saved from url=\(\d+\)(\S+)/
const ADDRESS = /^https?:\/\/\S+$/i

/** What a page tells of itself in its head. */
export function toldInHead(root: Root): Told {
  const metas = new Map<string, string>()
  let heading = ''
  let canonical = ''
  for (const element of elementsOf(root)) {
    const { tagName } = element
    if (tagName === 'body') break
    if (tagName === 'meta') put(metas, element)
    if (tagName === 'title' && heading === '') heading = ownText(element).replace(/\s+/g, ' ').trim()
    if (tagName === 'link' && attribute(element, 'rel').toLowerCase() === 'canonical')
      canonical = attribute(element, 'href')
  }
  const first = (names: readonly string[]) =>
    names.map((name) => metas.get(name) ?? '').find((value) => value !== '') ?? ''
  const address = [savedFrom(root), first(NAMES.url), canonical].find((value) => ADDRESS.test(value)) ?? ''
  return filled({
    title: first(NAMES.title) || heading,
    origin: first(NAMES.origin),
    published: first(NAMES.published),
    url: address,
  })
}

function put(metas: Map<string, string>, element: Element): void {
  const name = (attribute(element, 'name') || attribute(element, 'property')).toLowerCase()
  const content = attribute(element, 'content').trim()
  if (name !== '' && content !== '' && !metas.has(name)) metas.set(name, content)
}

function savedFrom(root: Root): string {
  const stack = [
    ...root.childNodes,
    ...root.childNodes.flatMap((node) => ('childNodes' in node ? node.childNodes : [])),
  ]
  for (const node of stack) {
    const address = 'data' in node ? SAVED_FROM.exec(node.data)?.[1] : undefined
    if (address !== undefined) return address
  }
  return ''
}

/** Without the fields that are empty. */
export const filled = (told: Required<Pick<Told, 'title' | 'origin' | 'published' | 'url'>>): Told =>
  Object.fromEntries(Object.entries(told).filter(([, value]) => value !== ''))
