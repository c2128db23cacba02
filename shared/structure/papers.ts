import type { Genre } from '../model/ledger'
import { genreOf, paperYear } from '../text/genre'
import { inkAt, isBody, nextInk, type Page } from './page'
import type { Region } from './speech'

/** Lines with ink at the head of a text in which its title is looked for, and how many of them a title takes. */
const HEAD_LINES = 8
const TITLE_LINES = 3
const LONGEST_TITLE = 90

/** A paper beside the work report: its lines, and what its title tells. */
export interface Paper {
  readonly region: Region
  readonly title: string
  readonly genre: Genre
  /** 报告年度 by its title. */
  readonly year: number | null
}

/** A mark that leads to a note at the end: 统计公报[1], 统计公报①, 统计公报*. */
const NOTE_MARK = /(?:[[［〔]\d{1,2}[\]］〕]|[①-⑳])+$/

const bare = (ink: string): string => ink.replace(/^[#*\s]+|[*\s]+$/g, '').replace(NOTE_MARK, '')

/**
 * A text that is a bulletin, plan or budget report as a whole, told by its title; asked only of texts without a work
 * report, since newspapers print such papers beside one.
 * @returns null where no title at the head says so
 */
export function paperOf(page: Page): Paper | null {
  let at = nextInk(page, page.frontMatter.title ?? page.frontMatter.next)
  if (at < 0) at = nextInk(page, 0)
  for (let line = 0; line < HEAD_LINES && at >= 0; line++, at = nextInk(page, at + 1)) {
    const title = titleAt(page, at)
    const genre = genreOf(title)
    if (genre === 'report' || genre === 'other') continue
    return { region: regionFrom(page, at), title, genre, year: paperYear(title, genre) }
  }
  return null
}

/** A title that may go over some lines: those without the end of a sentence, up to one that ends it. */
function titleAt(page: Page, from: number): string {
  let title = ''
  let at = from
  for (let line = 0; line < TITLE_LINES && at >= 0; line++, at = nextInk(page, at + 1)) {
    const ink = bare(inkAt(page, at))
    if (isBody(ink) || title.length + ink.length > LONGEST_TITLE) break
    title += ink
    if (/(?:报告|公报|草案)(?:[（(][^）)]*[）)])?$/.test(ink)) break
  }
  return title
}

function regionFrom(page: Page, from: number): Region {
  const to = page.lines.length
  let body = from + 1
  while (body < to && !isBody(inkAt(page, body)) && !/^[#*\s]*一、/.test(inkAt(page, body))) body++
  return { from, to, speech: to, title: from, body: Math.min(body, to) }
}
