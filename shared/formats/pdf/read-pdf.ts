import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api'
import { type Message, message } from '../../model/identity'
import type { FormatContext, FormatResult } from '../format'
import { type Collected, collect } from './collect'
import { foldRadicals, isTraditional } from './fold'
import { isGarbled } from './garbled'
import { type LaidPage, layOut } from './layout/layout'
import { segmentText } from './layout/lines'
import type { Run } from './layout/run'
import { segmentsOf } from './layout/segments'
import { openPdf } from './open'
import { propertiesOf } from './properties'
import { outlineOf, Typefaces } from './typefaces'

/** A file of more pages is no report. */
const MOST_PAGES = 5000
/** A remark names so many pages, the others are counted. */
const NAMED = 20

/** Pages by what is wrong with them, by label. */
interface Troubles {
  readonly empty: string[]
  readonly garbled: string[]
  readonly broken: string[]
  readonly cut: string[]
}

/** Reads a PDF's text layer. Nothing in the file is run, followed or drawn. */
export async function readPdf(bytes: Uint8Array, context: FormatContext): Promise<FormatResult> {
  const opened = await openPdf(bytes, context.resources)
  if (!opened.ok) return opened
  try {
    return await readDocument(opened.document, context.progress)
  } catch {
    // What pdfjs could open and then not go through: its pages or its own tables are broken.
    return { ok: false, reason: message('errors.file.damaged') }
  } finally {
    await opened.close()
  }
}

async function readDocument(document: PDFDocumentProxy, progress: FormatContext['progress']): Promise<FormatResult> {
  const total = document.numPages
  if (total > MOST_PAGES)
    return { ok: false, reason: message('errors.file.tooManyPages', { pages: total, limit: MOST_PAGES }) }
  const troubles: Troubles = { empty: [], garbled: [], broken: [], cut: [] }
  const typefaces = new Typefaces()
  const labels = await orNothing(document.getPageLabels())
  const fold = { count: 0 }
  const pages: LaidPage[] = []
  for (let number = 1; number <= total; number++) {
    const label = labels?.[number - 1] || String(number)
    pages.push(await readPage(document, number, label, { troubles, typefaces, fold }))
    progress(number, total)
  }
  const refusal = refusalOf(troubles, total)
  if (refusal) return { ok: false, reason: refusal }
  const outline = (await orNothing(outlineOf(document))) ?? []
  const folded = outline.map(({ title, level }) => ({ title: foldRadicals(title, false).text, level }))
  const { text, marks } = layOut(pages, { typefaces: typefaces.found, outline: folded })
  return {
    ok: true,
    text,
    encoding: null,
    reason: message('reasons.encoding.document', { format: 'PDF' }),
    marks,
    told: (await orNothing(propertiesOf(document))) ?? {},
    remarks: remarksOf(troubles, fold.count),
  }
}

/** What an optional part of a document holds; null where that part is broken. */
const orNothing = <T>(part: Promise<T>): Promise<T | null> => part.catch(() => null)

interface Folding {
  readonly fold: { count: number }
  readonly traditional: boolean
}

interface Learned {
  readonly troubles: Troubles
  readonly typefaces: Typefaces
  readonly fold: { count: number }
}

async function readPage(
  document: PDFDocumentProxy,
  number: number,
  label: string,
  { troubles, typefaces, fold }: Learned,
): Promise<LaidPage> {
  const none: LaidPage = { label, width: 0, height: 0, segments: [], aside: [], slanted: [] }
  const page = await orNothing(document.getPage(number))
  const collected = page && (await orNothing(collect(page)))
  if (!page || !collected) {
    troubles.broken.push(label)
    return none
  }
  const text = collected.runs.map((run) => run.text).join('')
  if (text.trim() === '') troubles.empty.push(label)
  if (collected.cut) troubles.cut.push(label)
  const garbled = isGarbled(text)
  if (garbled) troubles.garbled.push(label)
  else await orNothing(typefaces.learn(page, new Set(collected.runs.map(({ face }) => face))))
  page.cleanup()
  return garbled ? none : laidPage(collected, label, { fold, traditional: isTraditional(text) })
}

function laidPage({ width, height, runs, aside, slanted }: Collected, label: string, folding: Folding): LaidPage {
  const plain = (own: readonly Run[]) => segmentsOf(folded(own, folding)).map(segmentText)
  return {
    label,
    width,
    height,
    segments: segmentsOf(folded(runs, folding)),
    aside: aside.flatMap(plain),
    slanted: plain(slanted),
  }
}

function folded(runs: readonly Run[], { fold, traditional }: Folding): Run[] {
  return runs.map((run) => {
    const made = foldRadicals(run.text.replace(/[\t\r\n\u00A0]+/g, ' '), traditional)
    fold.count += made.folded
    return made.text === run.text ? run : { ...run, text: made.text }
  })
}

function refusalOf({ empty, garbled, broken }: Troubles, total: number): Message | null {
  if (empty.length + garbled.length + broken.length < total) return null
  if (broken.length === total) return message('errors.file.damaged')
  return message(garbled.length > 0 ? 'errors.file.garbled' : 'errors.file.imageOnly', { pages: total })
}

function remarksOf({ empty, garbled, broken, cut }: Troubles, folded: number): Message[] {
  const remarks: Message[] = []
  if (folded > 0) remarks.push(message('reasons.reading.radicals', { count: folded }))
  const named = { pagesWithoutText: empty, pagesGarbled: garbled, pagesBroken: broken, pagesCut: cut }
  for (const [key, pages] of Object.entries(named)) {
    if (pages.length === 0) continue
    const listed = pages.slice(0, NAMED).join(', ') + (pages.length > NAMED ? ' …' : '')
    remarks.push(message(`reasons.reading.${key}`, { pages: listed, count: pages.length }))
  }
  return remarks
}
