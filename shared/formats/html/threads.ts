import { isAuthor } from './containers'
import { inkOf } from './lines'
import { namesOf, type Weighed } from './weights'

/** Running text from which a post can be a report or go on with one, in characters. */
const LEAST = { first: 100, sameAuthor: 100, unknown: 1000 } as const

/** The posts of a thread that hold its main text: the first with running text, and what its author goes on with. */
export function chosenPosts(page: Weighed, posts: readonly number[]): number[] {
  const start = posts.findIndex((post) => (page.weights[post] ?? 0) >= LEAST.first)
  const first = posts[start]
  if (first === undefined) return []
  const author = authorOf(page, first, posts)
  return posts.slice(start).filter((post) => {
    if (post === first) return true
    const other = authorOf(page, post, posts)
    const least = author === '' || other === '' ? LEAST.unknown : LEAST.sameAuthor
    return (page.weights[post] ?? 0) >= least && author === other
  })
}

/** The name beside a post: in an element that is named so, else the first line of what holds this post alone. */
function authorOf(page: Weighed, post: number, posts: readonly number[]): string {
  const holder = holderOf(page, post, posts)
  const { from, to } = page.spans[holder] ?? { from: 0, to: 0 }
  const own = page.spans[post]?.from ?? to
  for (let index = holder; index < page.elements.length; index++) {
    const span = page.spans[index]
    if (!span || span.from >= to || (index > holder && (page.parents[index] ?? 0) < holder)) break
    if (span.from < span.to && span.from < own && isAuthor(namesOf(page.elements[index])))
      return nameAt(page, span.from)
  }
  return from < own ? nameAt(page, from) : ''
}

const nameAt = (page: Weighed, line: number): string => {
  const text = page.lines[line]?.text.trim() ?? ''
  return inkOf(text) <= 30 ? text : ''
}

/** The outermost element that holds this post and neither of its neighbours; the post itself where it is the only one. */
function holderOf(page: Weighed, post: number, posts: readonly number[]): number {
  if (posts.length === 1) return post
  const at = posts.indexOf(post)
  const neighbours = [posts[at - 1], posts[at + 1]].map((other) => (other === undefined ? -1 : firstLine(page, other)))
  let holder = post
  for (let above = page.parents[post] ?? -1; above >= 0; above = page.parents[above] ?? -1) {
    const { from, to } = page.spans[above] ?? { from: 0, to: 0 }
    if (neighbours.some((line) => line >= from && line < to)) break
    holder = above
  }
  return holder
}

const firstLine = (page: Weighed, index: number): number => page.spans[index]?.from ?? -1
