import type { ScrollLink } from './scroll-link'

const links = new Map<string, ScrollLink>()

/** The link between the two sides of a view; null while one of them isn't there. */
export const linkOf = (view: string): ScrollLink | null => links.get(view) ?? null

/** Makes a link known; returns the function that forgets it. */
export function putLink(view: string, link: ScrollLink): () => void {
  links.set(view, link)
  return () => {
    if (links.get(view) === link) links.delete(view)
  }
}
