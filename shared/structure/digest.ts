import { beginsNews, beginsStory, endsArticle, inkAt, isBody, isChrome, lastInk, nextInk, type Page } from './page'
import { CONGRESS, DIGEST_SIGNS, RUBRIC } from './patterns'
import type { Region } from './speech'

/** A digest carries figures; a news item about the congress hardly does. */
const FIGURES = /\d[\d.]*(?:[%％]|[万亿]?元|个|项|家|万)/g
const FIGURES_NEEDED = 5
/** So many of the signs make a newspaper article a digest of a work report. */
const SIGNS_NEEDED = 4

/** Articles between `from` and `to` as regions of lines; chrome stands between them. */
export function articlesOf(page: Page, from: number, to: number): Region[] {
  const regions: Region[] = []
  let start = -1
  let inBody = false
  const close = (end: number): void => {
    const last = start < 0 ? -1 : lastInk(page, end - 1, start)
    if (last >= start && start >= 0)
      regions.push({
        from: start,
        to: last + 1,
        speech: last + 1,
        title: start,
        body: firstBody(page, start, last + 1),
      })
    start = -1
    inBody = false
  }
  for (let at = nextInk(page, from, to); at >= 0; at = nextInk(page, at + 1, to)) {
    const ink = inkAt(page, at)
    if (isChrome(ink) || RUBRIC.test(ink)) {
      close(at)
      continue
    }
    if (inBody && (/^# /.test(ink) || beginsStory(page, at) || isFirstOfNews(page, at))) close(at)
    if (start < 0) start = at
    if (isBody(ink)) inBody = true
    if (inBody && endsArticle(page, at)) close(at + 1)
  }
  close(to)
  return regions
}

/** The first of the headlines over a news item. */
const isFirstOfNews = (page: Page, at: number): boolean =>
  beginsNews(page, at) && !beginsNews(page, lastInk(page, at - 1))

/** Headlines are no sections: those begin with the first body text. */
function firstBody(page: Page, from: number, to: number): number {
  for (let at = from; at < to; at++) if (isBody(inkAt(page, at))) return at
  return to
}

/** The digests among some articles; the list of livelihood projects printed beside one belongs to it. */
export function digestsOf(page: Page, articles: readonly Region[]): Region[] {
  const digests: Region[] = []
  for (const article of articles) {
    const previous = digests.at(-1)
    const ink = inksOf(page, article)
    if (isDigest(ink)) digests.push(article)
    else if (previous && isCompanion(page, previous, article, ink))
      digests[digests.length - 1] = { ...previous, to: article.to, speech: article.to }
  }
  return digests
}

const inksOf = (page: Page, { from, to }: Region): string[] => page.inks.slice(from, to)

function isDigest(inks: readonly string[]): boolean {
  const head = inks.filter((ink) => ink !== '').slice(0, 8)
  const text = inks.join('\n')
  const signs = DIGEST_SIGNS.filter((sign) => sign.test(text)).length
  return (
    head.some((ink) => CONGRESS.test(ink)) &&
    signs >= SIGNS_NEEDED &&
    (text.match(FIGURES)?.length ?? 0) >= FIGURES_NEEDED
  )
}

/** 2022年瀍河区十大民生实事, printed directly under the digest and naming the report. */
function isCompanion(page: Page, digest: Region, article: Region, inks: readonly string[]): boolean {
  if (nextInk(page, digest.to) !== article.from) return false
  const head = inks
    .filter((ink) => ink !== '')
    .slice(0, 3)
    .join('\n')
  return /民生实事|政府工作报告/.test(head) && /政府工作报告|区政府|市政府|县政府/.test(head)
}
