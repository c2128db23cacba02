import { type Message, message } from '../model/identity'
import type { Place, PlaceRef } from '../model/place'
import { CONTRADICTED, placeCertainty } from './certainty'
import { type Directory, directoryOf } from './directory'
import { placeRef } from './gazetteer'
import { readHeader } from './header'
import { type HeadName, headNames } from './heads'
import { countMentions, levelShares, pageMentions } from './mentions'
import { findMisread, type Misread, mentionsWithRepair, withRepair } from './misread'
import { fullForms } from './names'
import { type Outside, placeAgainst, placesOutside, yearOutside } from './outside'
import { type Candidate, type Evidence, rankPlaces } from './resolve'
import { pageTitleHints, weighYears, type YearFinding, yearHints } from './year'

/** Whose report it is and which year it plans for, with what told so. */
export interface PlaceFinding {
  place: PlaceRef | null
  /** The name as the text has it where it was misread (漯河区 for 瀍河区), null where nothing was repaired. */
  repairedFrom: string | null
  /** 报告年度: the year planned for. */
  year: number | null
  /** Who gave it, as the text has it (市长 杨雄). */
  speaker: string | null
  /** The congress it was given to, as the text has it. */
  session: string | null
  /** Day of the speech, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  date: string | null
  /** 0 to 1 for each; below 0.5 it is doubtful (`doubtsOf`). */
  certainty: { place: number; year: number }
  /** 0 to 1, of place and year together. */
  confidence: number
  /** What decided, in the order of weight: place first, then year. */
  reasons: Message[]
}

/** A report and what is known of where it stands. */
export interface ReportSpan {
  /** The whole reading; `start` and `end` are offsets in it (UTF-16). */
  text: string
  start: number
  end: number
  title: string
  /** Name of the file without its folder: weak evidence, as are the two that follow. */
  fileName: string
  folder: string
  /** What the document says of itself. */
  told: { readonly title?: string }
  /** The user's own places. */
  places: readonly Place[]
}

/** How much of a report is searched for the lines that tell whose it is. */
const HEAD_LENGTH = 6_000

/** A report with no place that scores less than this is one whose place can't be told. */
const LEAST = 3

/** Takes out what stands between the characters of a name: spaces, marks of Markdown. Lines stay. */
const plain = (text: string): string => text.replace(/[ \t\u00a0\u3000*#_]/g, '')

/** Characters of a sentence that merely ends in a level word: 圆满完成市 before 第×届人大. */
const SENTENCE = /[和及会完成作了的过次届我各位]/

/**
 * A name in the lines that tell which stays unknown: a township, a development zone, a name misread beyond repair. Its
 * report is no report of the places that the text also names.
 */
function stranger(heads: readonly HeadName[]): string | null {
  const telling = heads.filter(({ early, kind }) => early && kind !== 'speaker')
  if (telling.some(({ places }) => places.length > 0)) return null
  const kinds = (of: string): number => new Set(telling.filter(({ name }) => name === of).map(({ kind }) => kind)).size
  const names = telling.filter(({ name }) => name.length > 2 && (!SENTENCE.test(name) || kinds(name) > 1))
  return names.find(({ kind }) => kind === 'congress')?.name ?? names[0]?.name ?? null
}

/**
 * Finds out whose report a span of a text is and which year it plans for. Everything that speaks is weighed: the lines
 * of title, congress and speaker, how often places are named and how the report speaks of its own level; the file's
 * name is the weakest hint. A name that the gazetteer does not know is looked for among the divisions of the place that
 * the page speaks of most.
 */
export function identifyReport(input: ReportSpan): PlaceFinding {
  const { text, start, end, title, folder, told } = input
  const directory = directoryOf(input.places)
  const body = countMentions(text, start, end, input.places)
  const page = pageMentions(text, start, end, body, input.places)
  const found = headNames(plain(`${title}\n${text.slice(start, Math.min(end, start + HEAD_LENGTH))}`), directory)
  const report = text.slice(start, end)
  const misread = findMisread(found, report, body, page, directory)
  const heads = withRepair(found, misread)
  const unknown = stranger(heads)
  const outside: Outside = { fileName: input.fileName, folder, title: told.title ?? '' }
  const evidence: Evidence = {
    directory,
    heads,
    body: mentionsWithRepair(body, report, misread),
    page: mentionsWithRepair(page, report, misread),
    levels: levelShares(report),
    file: placesOutside(outside, input.places),
  }
  const ranked = unknown === null ? rankPlaces(evidence) : []
  const best = ranked[0]
  const header = readHeader(text, start, end, told.title === undefined ? [title] : [title, told.title])
  const year = yearFound(input, outside)
  if (best === undefined || best.score < LEAST) {
    const reason =
      unknown === null ? message('reasons.place.none') : message('reasons.place.unknown', { name: unknown })
    const certainty = { place: 0, year: year.confidence }
    const reasons = [reason, ...year.reasons]
    return { ...header, place: null, repairedFrom: null, year: year.year, certainty, confidence: 0, reasons }
  }
  const mended = misread !== null && misread.place === best.place ? misread : null
  const against = placeAgainst(best.place, outside, input.places, directory)
  const sure = placeCertainty(ranked, directory)
  const doubted = against !== null || mended?.sure === false
  const certainty = { place: doubted ? Math.min(sure, CONTRADICTED) : sure, year: year.confidence }
  return {
    ...header,
    place: placeRef(best.place),
    repairedFrom: mended?.from ?? null,
    year: year.year,
    certainty,
    confidence: round(certainty.place * (0.5 + 0.5 * certainty.year)),
    reasons: [
      ...placeReasons(best, mended, heads, directory),
      ...(against === null ? [] : [message('reasons.place.against', { name: against })]),
      ...year.reasons,
    ],
  }
}

const round = (value: number): number => Math.round(value * 100) / 100

/** The year by the text; the file's name counts where the text tells little, and casts doubt where it says another. */
function yearFound({ title, text, start, end }: ReportSpan, outside: Outside): YearFinding {
  const named = yearOutside(outside)
  const hints = [...yearHints(title, text, start, end), ...pageTitleHints(outside.title)]
  if (named !== null)
    hints.push({ year: named, weight: FILE_YEAR, reason: message('reasons.year.file', { year: named }) })
  const year = weighYears(hints)
  if (named === null || year.year === named) return year
  const reasons = [...year.reasons, message('reasons.year.against', { year: named })]
  return { ...year, confidence: Math.min(year.confidence, CONTRADICTED), reasons }
}

/** What a year in the file's name weighs: less than anything that the text says of itself. */
const FILE_YEAR = 0.4

/** The former name that the lines which tell give the place (襄樊市), or null. */
function formerName(place: Place, heads: readonly HeadName[]): string | null {
  const today = new Set([place.short, ...fullForms(place.name)])
  return heads.find(({ name, places }) => places.includes(place) && !today.has(name))?.name ?? null
}

function placeReasons(
  best: Candidate,
  mended: Misread | null,
  heads: readonly HeadName[],
  directory: Directory,
): Message[] {
  const { place } = best
  const reasons = [...best.reasons]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 3)
    .map((reason) => reason.message)
  if (mended !== null) {
    const parent = directory.above(place)?.name ?? ''
    const { from, near } = mended
    return [message('reasons.place.repaired', { from, to: near, name: place.name, parent }), ...reasons]
  }
  const former = place.level === 'nation' ? null : formerName(place, heads)
  return former === null ? reasons : [...reasons, message('reasons.place.former', { name: former, now: place.name })]
}
