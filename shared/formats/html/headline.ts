import { inkOf, type PageLine } from './lines'
import { namesOf, type Weighed } from './weights'

const LENGTH = { least: 4, most: 80 } as const
/** Lines above the main text among which the headline is looked for. */
const ABOVE = 40
const TITLE_NAME = /title|headline|(?:^|[\s_-])(?:tit|bt|biaoti)(?:$|[\s_-])/i
/** What a board puts before a title: [河南]. */
const PREFIX = /^(?:\[[^\]]{1,12}\]|【[^】]{1,12}】)\s*/
const UNDER = /^[—―–（(].*(?:会议|大会|市长|县长|区长|州长|省长|主席)/

/**
 * The headline above the main text, with the line under it that names the congress, where the main text does not
 * itself begin with it.
 * @returns indexes of lines
 */
export function headlineOf(page: Weighed, main: readonly boolean[], title: string): number[] {
  const start = main.indexOf(true)
  const begin = page.lines
    .slice(start, start + 12)
    .map(({ text }) => compact(text))
    .join('')
  for (let index = start - 1; index >= Math.max(0, start - ABOVE); index--) {
    const line = page.lines[index]
    if (!line || !isHeadline(page, line, compact(title))) continue
    if (begin.includes(compact(line.text.trim().replace(PREFIX, '')))) return []
    return [index, ...under(page, index, start)]
  }
  return []
}

function isHeadline(page: Weighed, line: PageLine, title: string): boolean {
  const ink = inkOf(line.text)
  if (ink < LENGTH.least || ink > LENGTH.most) return false
  const text = compact(line.text)
  const inTitle = title.includes(text) || (title.length >= LENGTH.least && text.includes(title))
  if (inTitle) return line.linked === 0
  return line.heading === 1 || TITLE_NAME.test(namesOf(page.elements[line.owner]).join(' '))
}

/** Lines between headline and text that belong to it: ——2024年1月15日在…会议上. */
function under(page: Weighed, headline: number, start: number): number[] {
  const found: number[] = []
  for (let index = headline + 1; index < start; index++) {
    if (UNDER.test(page.lines[index]?.text.trim() ?? '')) found.push(index)
  }
  return found
}

const compact = (text: string): string => text.replace(/\s+/g, '')
