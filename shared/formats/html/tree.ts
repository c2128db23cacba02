import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'

export type Element = DefaultTreeAdapterTypes.Element
export type Node = DefaultTreeAdapterTypes.ChildNode
export type Root = DefaultTreeAdapterTypes.Document

/** Elements inside one another from which a page is refused; browsers stop nesting at 512, pasted pages reach thousands. */
const DEEPEST = 30_000

/**
 * Parses a page as browsers do. Nothing in it is run or fetched.
 * @returns null for a page nested deeper than any page is
 */
export function parsePage(html: string): Root | null {
  let depth = 0
  const tooDeep = new RangeError('nested too deep')
  const onItemPush = () => {
    depth++
    if (depth > DEEPEST) throw tooDeep
  }
  const onItemPop = () => {
    depth--
  }
  try {
    return parse(html.replace(/^\uFEFF/, ''), { treeAdapter: { ...defaultTreeAdapter, onItemPush, onItemPop } })
  } catch (error) {
    if (error === tooDeep) return null
    throw error
  }
}

export const isElement = (node: Node): node is Element => 'tagName' in node

/** An attribute's value, '' where there is none. */
export const attribute = (element: Element, name: string): string =>
  element.attrs.find((entry) => entry.name === name)?.value ?? ''

export const hasAttribute = (element: Element, name: string): boolean =>
  element.attrs.some((entry) => entry.name === name)

/** All elements of a tree in document order, without recursion: pages can be nested deeper than the stack. */
export function* elementsOf(root: Root | Element): Generator<Element> {
  const stack: Node[] = [...root.childNodes].reverse()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node)) continue
    yield node
    for (let index = node.childNodes.length - 1; index >= 0; index--) {
      const child = node.childNodes[index]
      if (child) stack.push(child)
    }
  }
}

/** The text directly inside an element, of which its child elements have no part. */
export const ownText = (element: Element): string =>
  element.childNodes.map((node) => ('value' in node ? node.value : '')).join('')
