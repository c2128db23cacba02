import type { Format } from '#shared/model/format'
import type { Report, ReportKind } from '#shared/model/report'

/** A version as it is weighed against the others of its group. */
export interface Version {
  report: Report
  /** Name of its file. */
  name: string
  format: Format
}

const KINDS: readonly ReportKind[] = ['full', 'incomplete', 'continuation', 'digest', 'other']

/** The surer its text has come out of the file, the further ahead. */
const FORMATS: readonly Format[] = ['docx', 'odt', 'doc', 'wps', 'rtf', 'html', 'mhtml', 'md', 'txt', 'pdf']

const ADOPTED = /通过稿|通过版|[（(]通过[)）]|定稿|正式稿/
const DRAFT = /审议稿|送审稿|征求意见|讨论稿|草案|草稿|代拟/

/** 0 for the text that was adopted, 2 for a draft, 1 where neither is said. */
function stage({ report, name }: Version): number {
  const said = `${report.title} ${name}`
  if (ADOPTED.test(said)) return 0
  return DRAFT.test(said) ? 2 : 1
}

/** Lengths within some five per cent count as one: line breaks and page furniture make no version better. */
const lengthClass = ({ start, end }: Report): number => -Math.round(Math.log(Math.max(1, end - start)) / Math.log(1.05))

/** The lower, the better; the first difference decides. */
const ranks = (version: Version): number[] => {
  const { report, format } = version
  return [
    report.edited.includes('main') ? 0 : 1,
    KINDS.indexOf(report.kind),
    stage(version),
    lengthClass(report),
    FORMATS.indexOf(format),
  ]
}

function isBetter(a: Version, b: Version): boolean {
  const [ours, theirs] = [ranks(a), ranks(b)]
  const place = ours.findIndex((rank, index) => rank !== theirs[index])
  return place < 0 ? a.report.id < b.report.id : (ours[place] ?? 0) < (theirs[place] ?? 0)
}

/**
 * The main version (主版本) of a group: the one that the user chose, else the fullest kind, the adopted text before a
 * draft, the longer text, the format that is surer.
 * @returns its report's id, null for an empty group
 */
export function mainVersion(versions: readonly Version[]): string | null {
  const [first, ...rest] = versions
  if (!first) return null
  return rest.reduce((best, version) => (isBetter(version, best) ? version : best), first).report.id
}
