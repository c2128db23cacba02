import type { FormatResources } from '../formats/format'
import { type Read, readFormat } from '../formats/read'
import { readReport } from '../matters/extract'
import type { AnalysedReport, AnalysedSource } from '../model/analysed'
import type { Correction } from '../model/correction'
import { type Message, message, readingId, reportId } from '../model/identity'
import type { UserIndicator } from '../model/indicator'
import { type FormMarks, NO_MARKS } from '../model/marks'
import type { Place } from '../model/place'
import type { Reading, ReadingText } from '../model/reading'
import type { Report } from '../model/report'
import { AS_FOUND, Provenance, type ReadAs, type Source } from '../model/source'
import type { TopicRule } from '../model/topic'
import { identifyReport } from '../places/identify'
import { ownPlace } from '../places/own-place'
import { provenanceOf } from '../places/provenance'
import { type Dictionary, makeDictionary } from '../statements/dictionary'
import { reportYear, yearsOfSections } from '../statements/section-years'
import { type FoundReport, readStructure } from '../structure/structure'
import { topicsWith } from '../text/topics'
import { type SeenText, seenText } from '../text/unseen'
import { correctedText } from './corrected'

export type { AnalysedReport, AnalysedSource } from '../model/analysed'

/** A file to analyse. `hash` is the SHA-256 of `bytes`, `at` the time of the import: both are given, so that the same input has the same output. */
export interface InputFile {
  readonly name: string
  /** Its folder as seen from what was opened, '' for none. */
  readonly folder?: string
  readonly hash: string
  readonly bytes: Uint8Array
  readonly at: string
  /** What the user wants it read as. */
  readonly readAs?: ReadAs
  /** Number of the reading that this becomes, from 1. */
  readonly number?: number
}

/** What the analysis goes by besides the file. */
export interface AnalysisContext {
  readonly resources: FormatResources
  /** The user's own places. */
  readonly places?: readonly Place[]
  /** The user's word on topics. */
  readonly topics?: readonly TopicRule[]
  /** The user's word on indicators. */
  readonly indicators?: readonly UserIndicator[]
  /** The user's corrections of the text: they are laid over what is decoded, before anything is read in it. */
  readonly corrections?: readonly Correction[]
  /**
   * The text that the file was decoded to before: it is read in place of the one that it is decoded to now, where the
   * user has taken that one back. What the format marked in another text says nothing of this one.
   */
  readonly decoded?: string
  /** Told how far a long file is, in parts (pages). */
  readonly progress?: (done: number, total: number) => void
}

export type Analysed =
  | { readonly ok: true; readonly value: AnalysedSource }
  | { readonly ok: false; readonly reason: Message }

/**
 * Reads a file all the way: bytes to text, structure, reports with place and year, statements. No clock, no random
 * numbers, ids derived from the hash: the same input has the same output.
 * @returns the records to store, or a message under `errors.file`
 */
export async function analyseFile(file: InputFile, context: AnalysisContext): Promise<Analysed> {
  const { folder = '', readAs = AS_FOUND, number = 1 } = file
  const read = await readFormat(file.name, file.bytes, { ...context, readAs })
  if (!read.ok) return read
  const corrected = correctedText(decodedAs(read, context.decoded), context.corrections ?? [])
  const seen = seenText(corrected.text)
  const structure = readStructure(seen.text, marksIn(seen, corrected.marks), topicsWith(context.topics ?? []))
  const id = readingId(file.hash, number)
  const reading: Reading = {
    id,
    source: file.hash,
    number,
    format: read.format,
    encoding: read.encoding,
    encodingReason: read.reason,
    remarks: [...read.remarks],
    characters: corrected.text.length,
    createdAt: file.at,
  }
  const source: Source = {
    hash: file.hash,
    name: file.name,
    folder,
    bytes: file.bytes.byteLength,
    format: read.format,
    readAs,
    reading: id,
    provenance: provenanceFor(read.told, corrected.text, inText(seen, structure.reports[0])),
    importedAt: file.at,
    hidden: false,
  }
  const text: ReadingText = {
    reading: id,
    text: corrected.text,
    ...(corrected.changes.length > 0 ? { corrections: corrected.changes } : {}),
    stretches: structure.stretches.map(seen.back),
    joins: structure.joins.map(seen.back),
    pages: [...corrected.marks.pages],
    rows: [...corrected.marks.rows],
  }
  const about = {
    file,
    text,
    seen,
    told: read.told,
    places: context.places ?? [],
    dictionary: makeDictionary(context.indicators ?? []),
  }
  const reports = structure.reports.map((found, ordinal) => analyseReport(about, found, ordinal))
  return { ok: true, value: { source, reading, text, reports } }
}

const decodedAs = ({ text, marks }: Readable, decoded = text) =>
  decoded === text ? { text, marks } : { text: decoded, marks: NO_MARKS }

/** What the format marked, as offsets of the text without what nobody sees. */
const marksIn = ({ forth }: SeenText, marks: FormMarks): FormMarks => ({
  headings: marks.headings.map(forth),
  furniture: marks.furniture.map(forth),
  pages: marks.pages.map(forth),
  rows: marks.rows.map(forth),
})

/** A report with the offsets of the text itself. */
function inText<T extends FoundReport | undefined>({ back }: SeenText, found: T): T {
  if (found === undefined) return found
  const sections = found.sections.map((section) => {
    const { heading, turn } = section
    const moved = { ...back(section), heading: back(heading) }
    return turn === undefined ? moved : { ...moved, turn: back({ start: turn, end: turn }).start }
  })
  return { ...back(found), sections }
}

/** What the text tells of its origin, under what the format tells, which knows it for certain. */
function provenanceFor(page: Readable['told'], text: string, report: FoundReport | undefined): Provenance {
  const { title: _, ...told } = page
  const { start, end } = report ?? { start: 0, end: text.length }
  const filled = Object.entries(told).filter(([, value]) => value !== '')
  return Provenance.parse({ ...provenanceOf(text, start, end), ...Object.fromEntries(filled) })
}

type Readable = Extract<Read, { ok: true }>

/** What every report of a file is analysed with. */
interface About {
  readonly file: InputFile
  readonly text: ReadingText
  /** The text as its structure was read. */
  readonly seen: SeenText
  readonly told: Readable['told']
  readonly places: readonly Place[]
  readonly dictionary: Dictionary
}

/** The title of a bulletin, plan or budget report tells its year for certain. */
const yearByTitle = ({ titleYear, certainty }: FoundReport) => (titleYear === null ? {} : { year: certainty })

function analyseReport(
  { file, text: whole, seen, told: page, places, dictionary }: About,
  seenReport: FoundReport,
  ordinal: number,
): AnalysedReport {
  const { text, joins, stretches, reading } = whole
  const found = inText(seen, seenReport)
  const { start, end, title, kind } = found
  const { name: fileName, folder = '' } = file
  const place = identifyReport({
    text: seen.text,
    start: seenReport.start,
    end: seenReport.end,
    title,
    fileName,
    folder,
    told: page,
    places,
  })
  const told = reportYear(found.sections)
  const year = found.titleYear ?? place.year ?? told
  const sections = yearsOfSections(found.sections, year)
  const { statements, matters } = readReport({
    text,
    start,
    end,
    year,
    kind,
    sections,
    joins,
    stretches,
    place: ownPlace(place.place),
    dictionary,
  })
  const yearReason =
    found.titleYear === null && place.year === null && told !== null
      ? [message('reasons.kind.year', { year: told })]
      : []
  const report: Report = {
    id: reportId(file.hash, ordinal),
    source: file.hash,
    reading,
    ordinal,
    title,
    place: place.place,
    repairedFrom: place.repairedFrom,
    year,
    kind,
    start,
    end,
    speaker: place.speaker,
    session: place.session,
    date: place.date,
    confidence: place.confidence,
    certainty: { ...place.certainty, ...yearByTitle(found), kind: found.certainty },
    reasons: [...place.reasons, ...yearReason, ...found.reasons],
    version: null,
    main: true,
    edited: [],
  }
  return { report, sections, statements, matters }
}
