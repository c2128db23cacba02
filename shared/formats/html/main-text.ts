import { isAround, isChromeLine } from './chrome'
import { isArticle, isPost } from './containers'
import { headlineOf } from './headline'
import { chosenPosts } from './threads'
import { namesOf, type Weighed } from './weights'

/** Running text with which a page has a main text at all, in characters. */
const LEAST = 60
/** A known container must hold this share of the page's running text, or it is a teaser. */
const KNOWN_SHARE = 0.4
/**
 * One child with this share of the running text is looked into, so that what stands beside it is left: as long as that
 * is no more than a footer and a few teasers, or hardly anything of the whole. A report can stand in two elements.
 */
const NARROWER = { share: 0.85, beside: 400, nearlyAll: 0.97 } as const
/** What an element named like furniture may hold at most of the main text. */
const SMALL_SHARE = 0.1
const HOLDERS = new Set(
  'html body div td article section main center blockquote ucapcontent form table tbody tr'.split(' '),
)

/**
 * Which lines of a page are its main text: posts of a thread by the one who began it; else what stands in a container
 * that a publishing system names so; else in the smallest element that holds nearly all running text. Menus, counters
 * and signatures inside are taken out, the headline above is put in.
 * @param title what the page calls itself, '' where it does not
 * @returns for each line whether it is main text; all of them for a page without running text
 */
export function mainLines(page: Weighed, title: string): boolean[] {
  if ((page.weights[0] ?? 0) < LEAST) return page.lines.map(() => true)
  const roots = rootsOf(page)
  const main = page.lines.map(() => false)
  for (const root of roots) {
    const { from, to } = page.spans[root] ?? { from: 0, to: 0 }
    for (let index = from; index < to; index++) main[index] = true
  }
  clear(page, roots, main)
  for (const index of headlineOf(page, main, title)) main[index] = true
  return main
}

/** The elements that hold the main text, outermost only, in the order of the page. */
function rootsOf(page: Weighed): readonly number[] {
  const posts = outermost(page, isPost)
  const first = posts[0]
  if (first !== undefined) {
    const chosen = chosenPosts(page, posts)
    if (chosen.length > 0) return chosen
  }
  const known = outermost(page, isArticle)
  const total = page.weights[0] ?? 0
  const held = known.reduce((sum, index) => sum + (page.weights[index] ?? 0), 0)
  return held >= total * KNOWN_SHARE ? known : [narrowest(page)]
}

/** Elements with such a name and with text, without those inside another of them. */
function outermost(page: Weighed, isOne: (names: readonly string[]) => boolean): number[] {
  const found: number[] = []
  const inside = page.elements.map(() => false)
  for (const [index, element] of page.elements.entries()) {
    const parent = page.parents[index] ?? -1
    const { from, to } = page.spans[index] ?? { from: 0, to: 0 }
    if (inside[parent]) inside[index] = true
    else if (from < to && isOne(namesOf(element))) {
      inside[index] = true
      found.push(index)
    }
  }
  return found
}

/** The smallest element that can hold an article and has nearly all running text. */
function narrowest(page: Weighed): number {
  let best = 0
  let weight = page.weights[0] ?? 0
  for (let index = 1; index < page.elements.length; index++) {
    const own = page.weights[index] ?? 0
    if (!isNarrower(own, weight) || !below(page, index, best)) continue
    if (!HOLDERS.has(page.elements[index]?.tagName ?? '')) continue
    best = index
    weight = own
  }
  return best
}

const isNarrower = (own: number, whole: number): boolean =>
  own >= whole * NARROWER.nearlyAll || (own >= whole * NARROWER.share && whole - own <= NARROWER.beside)

/** Whether an element stands in another: its parents are followed, which ends at the other since it comes before. */
function below(page: Weighed, index: number, above: number): boolean {
  let at = index
  while (at > above) at = page.parents[at] ?? -1
  return at === above
}

/** Takes out what the site put between and around the paragraphs. */
function clear(page: Weighed, roots: readonly number[], main: boolean[]): void {
  for (const root of roots) {
    const whole = page.weights[root] ?? 0
    for (let index = root + 1; index < page.elements.length && below(page, index, root); index++) {
      const element = page.elements[index]
      const names = namesOf(element).join(' ')
      if (!element || !isAround(element.tagName, names) || (page.weights[index] ?? 0) > whole * SMALL_SHARE) continue
      const { from, to } = page.spans[index] ?? { from: 0, to: 0 }
      main.fill(false, from, to)
    }
  }
  for (const [index, line] of page.lines.entries()) {
    const menu = line.ink > 0 && line.linked * 3 > line.ink * 2 && line.ink < 200 && !/[。；]/.test(line.text)
    if (main[index] && (menu || isChromeLine(line.text))) main[index] = false
  }
}
