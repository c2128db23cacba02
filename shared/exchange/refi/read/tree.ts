import type { XmlElement } from '../../../formats/office/xml'
import { scanXml } from '../../../formats/office/xml'

/** An element with what stands in it. */
export interface Node {
  readonly name: string
  readonly children: Node[]
  text: string
  /** The value of an attribute, '' where it has none. */
  at(attribute: string): string
}

/** Elements that hold others of one kind: each of those is handed over when it is whole. */
const CONTAINERS = new Set(['Users', 'Codes', 'Variables', 'Cases', 'Sources', 'Notes', 'Links', 'Sets', 'Graphs'])
const OUTER = new Set(['Project', 'CodeBook'])

/** Elements in one file: those of 2,066 reports with all their statements are two million. */
export const MOST_ELEMENTS = 10_000_000

export type TreeFault = 'xml' | 'notRefi' | 'tooMany'

class TooMany extends Error {}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

function nodeOf({ name, attribute }: XmlElement): Node {
  return { name: local(name), children: [], text: '', at: (wanted) => attribute(wanted) ?? '' }
}

export interface Taker {
  /** The outermost element, as it opens. */
  root(element: Node): void
  /** A thing, and the name of what holds it: `Sources`, `Project` … */
  thing(thing: Node, holder: string): void
}

/**
 * Goes through a project or codebook and hands over its things one after another (a user, a code with those below it, a
 * source with its selections), so that the file is never in memory as a tree. Names are read without their namespace:
 * tools differ in it.
 */
export function readThings(bytes: Uint8Array, { root, thing }: Taker): TreeFault | null {
  const holders: string[] = []
  const open: Node[] = []
  let outermost = ''
  let count = 0
  try {
    const fault = scanXml(bytes, new Map(), {
      open(element) {
        count += 1
        if (count > MOST_ELEMENTS) throw new TooMany()
        const node = nodeOf(element)
        if (outermost === '') {
          outermost = node.name
          root(node)
        }
        if (open.length === 0 && (OUTER.has(node.name) || CONTAINERS.has(node.name))) holders.push(node.name)
        else {
          open.at(-1)?.children.push(node)
          open.push(node)
        }
      },
      text(words) {
        const node = open.at(-1)
        if (node) node.text += words
      },
      close() {
        const node = open.pop()
        if (!node) holders.pop()
        else if (open.length === 0) thing(node, holders.at(-1) ?? '')
      },
    })
    if (fault) return 'xml'
  } catch (error) {
    if (error instanceof TooMany) return 'tooMany'
    throw error
  }
  return OUTER.has(outermost) ? null : 'notRefi'
}

/** The children of a name. */
export const below = (node: Node, name: string): Node[] => node.children.filter((child) => child.name === name)

/** The words of the first child of a name, '' where there is none. */
export const wordsOf = (node: Node, name: string): string =>
  node.children.find((child) => child.name === name)?.text ?? ''

/** What the children of a name refer to. */
export const targetsOf = (node: Node, name: string): string[] =>
  below(node, name).map((child) => child.at('targetGUID').trim().replace(/[{}]/g, '').toLowerCase())
