import type { FormMarks } from '../../../model/marks'
import { type Region, regionsOf } from './columns'
import { type Block, compose, joined, type Rim, type RimLine } from './compose'
import { edgesOf } from './edges'
import { partFootnotes } from './footnotes'
import { type Bared, bare } from './furniture'
import { headingsOf, type Told } from './headings'
import { linesOf, segmentText } from './lines'
import { goesOn, type Usual } from './paragraphs'
import { heaviest, type Line, median, type Segment } from './run'
import { rowsOf } from './segments'
import { rowText } from './spacing'

/** A page as the layout takes it: its text in the main direction, and what is turned otherwise as plain lines. */
export interface LaidPage {
  readonly label: string
  readonly width: number
  readonly height: number
  readonly segments: readonly Segment[]
  /** Text in other directions than the page's own (notes on the side, headings of wide tables). */
  readonly aside: readonly string[]
  /** Slanted text: watermarks. */
  readonly slanted: readonly string[]
}

/** Makes one text of the pages of a document, in the order of reading, with what its layout tells. */
export function layOut(pages: readonly LaidPage[], told: Told): { text: string; marks: FormMarks } {
  const bared = bare(pages)
  const { lines, usual } = readingOrder(pages, bared)
  const parted = lines.map((own) => partFootnotes(own, usual.size))
  const paragraphs = paragraphsOf(
    parted.flatMap(({ text }) => text),
    usual,
  )
  const levels = headingsOf(paragraphs, usual, told)
  const blocks = paragraphs.map((own, at): Block => ({ lines: own, level: levels.get(at) ?? null }))
  const rims = pages.map((page, at) => rimOf(page, bared[at], paragraphsOf(parted[at]?.notes ?? [], usual)))
  return compose(blocks, rims)
}

function readingOrder(pages: readonly LaidPage[], bared: readonly Bared[]): { lines: Line[][]; usual: Usual } {
  const regions = bared.map(({ body }) => regionsOf(body))
  const edges = edgesOf(
    regions.flatMap((own, page) => own.map((region) => ({ region, page, width: pages[page]?.width ?? 0 }))),
  )
  let next = 0
  const lines = regions.map((own, page) =>
    own.flatMap((region: Region, at) => linesOf(region, at, page, edges[next++] ?? { left: 0, right: 0 })),
  )
  return { lines, usual: usualOf(lines) }
}

function usualOf(lines: readonly (readonly Line[])[]): Usual {
  const all = lines.flat()
  const size = heaviest(all.map((line) => [Math.round(line.size * 4) / 4, line.text.length] as const)) ?? 0
  const leadings: number[] = []
  for (const own of lines)
    own.forEach((line, at) => {
      const before = own[at - 1]
      if (before?.region === line.region && Math.abs(line.size - size) < 0.5)
        leadings.push((line.base - before.base) / size)
    })
  return { size, leading: median(leadings) }
}

function paragraphsOf(lines: readonly Line[], usual: Usual): Line[][] {
  const paragraphs: Line[][] = []
  let open: Line[] = []
  lines.forEach((line, at) => {
    const before = lines[at - 1]
    if (before && goesOn(before, line, lines[at + 1], usual)) {
      open.push(line)
      return
    }
    open = [line]
    paragraphs.push(open)
  })
  return paragraphs
}

function rimOf(page: LaidPage, bared: Bared | undefined, notes: readonly (readonly Line[])[]): Rim {
  const furniture = (segments: readonly Segment[] = []): RimLine[] =>
    rowsOf(segments).map((row) => ({ text: rowText(row.map(segmentText)), furniture: true }))
  const slanted = page.slanted.map((text) => ({ text, furniture: true }))
  const aside = page.aside.map((text) => ({ text, furniture: false }))
  const noted = notes.map((own) => ({ text: joined(own), furniture: false }))
  return {
    label: page.label,
    head: furniture(bared?.head),
    foot: [...noted, ...aside, ...furniture(bared?.foot), ...slanted],
  }
}
