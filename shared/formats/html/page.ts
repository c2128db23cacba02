import type { Span } from '../../model/anchor'
import { type Message, message } from '../../model/identity'
import type { FormMarks, MarkedHeading } from '../../model/marks'
import type { Told } from '../format'
import { hidingRules, sheetsOf } from './hidden'
import { layOut } from './layout'
import type { Laid, PageLine } from './lines'
import { mainLines } from './main-text'
import { toldInHead } from './told'
import { parsePage, type Root } from './tree'
import { type Weighed, weigh } from './weights'

/** A page as text. */
export interface PageText {
  readonly ok: true
  readonly text: string
  readonly marks: FormMarks
  readonly told: Told
  /** Characters of the main text. */
  readonly main: number
}

/** A line under a heading that belongs to the title: no heading of its own. */
const UNDERLINE = /^[—―–（(]/
/** A page with less running text may hide it until a script runs: then it must hold several times as much. */
const SUSPICIOUS = { most: 500, times: 4 } as const

/**
 * Reads the text of a page, main text and furniture in the order of the page; furniture is marked, not left out.
 * @param sheets style sheets that came along with the page
 * @returns the text, or a message under `errors.file`
 */
export function readPage(html: string, sheets: readonly string[] = []): PageText | { ok: false; reason: Message } {
  const root = parsePage(html)
  if (root === null) return { ok: false, reason: message('errors.file.tooDeep') }
  const told = toldInHead(root)
  const page = shownBy(root, sheets)
  if (page.lines.length === 0) return { ok: false, reason: message('errors.file.blank') }
  return { ok: true, told, ...written(page, mainLines(page, told.title ?? '')) }
}

/** The page as it is shown; with what its styles hide where scripts were to show it (WeChat does so). */
function shownBy(root: Root, sheets: readonly string[]): Weighed {
  const shown = weigh(layOut(root, hidingRules([...sheetsOf(root), ...sheets])))
  const weight = shown.weights[0] ?? 0
  if (weight > SUSPICIOUS.most) return shown
  const all = weigh(layOut(root, null))
  return (all.weights[0] ?? 0) > Math.max(1, weight) * SUSPICIOUS.times ? all : shown
}

/** Puts the lines together: a break between two, two of them where the page shows space or main text begins or ends. */
function written({ lines }: Laid, main: readonly boolean[]): Pick<PageText, 'text' | 'marks' | 'main'> {
  const parts: string[] = []
  const headings: MarkedHeading[] = []
  const furniture: { start: number; end: number }[] = []
  const rows: Span[] = []
  let at = 0
  let characters = 0
  for (const [index, line] of lines.entries()) {
    const changes = index > 0 && main[index] !== main[index - 1]
    const before = index === 0 ? '' : line.gap || changes ? '\n\n' : '\n'
    const start = at + before.length
    const end = start + line.text.length
    parts.push(before, line.text)
    at = end
    if (!main[index]) {
      if (index === 0 || changes) furniture.push({ start, end })
      else extend(furniture, end)
      continue
    }
    characters += line.ink
    if (line.row) rows.push({ start, end })
    if (isHeading(line)) headings.push({ ...inkSpan(line, start), level: line.heading })
  }
  return { text: parts.join(''), main: characters, marks: { headings, furniture, pages: [], rows } }
}

function extend(spans: { start: number; end: number }[], end: number): void {
  const last = spans.at(-1)
  if (last) last.end = end
}

const isHeading = ({ heading, text }: PageLine): boolean => heading > 0 && !UNDERLINE.test(text.trim())

function inkSpan({ text }: PageLine, start: number): Span {
  return { start: start + text.length - text.trimStart().length, end: start + text.trimEnd().length }
}
