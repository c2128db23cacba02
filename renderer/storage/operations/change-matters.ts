import { message, newId } from '#shared/model/identity'
import type { Change, JournalEntry } from '#shared/model/journal'
import { type ExtractedMatter, Matter, matterKey, matterName } from '#shared/model/matter'
import type { Report } from '#shared/model/report'
import { makeAnchor } from '#shared/text/anchor'
import type { ProposedChange } from '../changes'
import type { ProjectDatabase } from '../database'
import { sameValue } from '../equal'
import { StorageError } from '../errors'
import { unpackMatters } from '../matters/packed'
import { touchedMatterKey } from '../queries/matters'
import type { MakePart, Session } from '../session'
import { within } from '../within'
import {
  type AnyMatterChange,
  type ChangedMatter,
  type FoundMatter,
  type MatterChange,
  matterChangedBy,
} from './matter-change'
import { now } from './now'
import { type NameInReport, partsOf } from './parts-of-names'

/** A matter by the key under which it is reviewed, inside its report. */
export type MatterName = NameInReport

/** A report with its matters by their keys. */
interface Opened {
  report: Report
  text: string
  engine: ReadonlyMap<string, ExtractedMatter>
  touched: ReadonlyMap<string, Matter>
}

/** What a change of a matter is made with. */
interface By {
  change: AnyMatterChange
  author: string
  at: string
}

/** Of two with one name the first counts, as in the review. */
const byName = <T>(matters: readonly T[], nameOf: (matter: T) => string): Map<string, T> =>
  new Map(matters.map((matter) => [nameOf(matter), matter] as const).reverse())

async function openReports(db: ProjectDatabase, ids: readonly string[], { change }: By): Promise<Opened[]> {
  const reports = (await db.reports.bulkGet([...ids])).flatMap((report) => report ?? [])
  const [texts, rows, touched] = await Promise.all([
    // The largest of all that is read, and needed only where a record is written.
    change.type === 'reset' ? [] : db.texts.bulkGet(reports.map(({ reading }) => reading)),
    db.engineMatters.bulkGet(reports.map(({ id }) => id)),
    db.matters.where('report').anyOf(ids).toArray(),
  ])
  return reports.map((report, index): Opened => {
    const row = rows[index]
    const own = touched.filter((one) => one.report === report.id && one.reading === report.reading)
    return {
      report,
      text: texts[index]?.text ?? '',
      engine: row ? byName(unpackMatters(row.packed), matterKey) : new Map(),
      touched: byName(own, touchedMatterKey),
    }
  })
}

/**
 * Where a matter stands.
 * @throws StorageError `project.write.outside` when its words or its sentence are not in the text of its report
 */
export function placeOf(report: Report, text: string, { start, end, sentence }: ExtractedMatter) {
  const isIn = report.start <= start && start < end && end <= report.end && sentence.end <= text.length
  if (!isIn) throw new StorageError(message('project.write.outside'))
  const { id, source, reading } = report
  return { report: id, source, reading, anchor: makeAnchor(text, start, end), orphan: false }
}

const isSamePlace = (a: ExtractedMatter, b: ExtractedMatter): boolean =>
  a.start === b.start && a.end === b.end && sameValue(a.sentence, b.sentence)

function afterwards(
  { report, text }: Opened,
  key: string,
  { touched }: FoundMatter,
  made: ChangedMatter,
  by: By,
): Matter {
  const { content, status } = made
  // One whose words are lost stays lost until it is given others, and one that stays where it is may stand in what is no
  // longer of its report.
  const { source, reading, anchor, orphan } =
    touched && isSamePlace(touched.content, content) ? touched : placeOf(report, text, content)
  return {
    ...{ id: touched?.id ?? newId(), source, reading, report: report.id, anchor, orphan, status },
    origin: touched ? touched.origin : key,
    content,
    author: by.author,
    updatedAt: by.at,
    also: [],
  }
}

/** What a change makes of one matter; null where that is what it was. */
function proposed(opened: Opened, key: string, found: FoundMatter, by: By): ProposedChange | null {
  const made = matterChangedBy(by.change, found)
  const { touched } = found
  if (made === null) return null
  if (made === 'reset') return touched && { table: 'matters', key: touched.id, after: null }
  const after = afterwards(opened, key, found, made, by)
  const { author, updatedAt, also } = touched ?? after
  const same = touched && sameValue({ ...after, author, updatedAt, also }, touched)
  return same ? null : { table: 'matters', key: after.id, after }
}

/** Changes matters part by part, inside the transaction. Those that are no longer there are passed over. */
export async function changeMatterParts(
  db: ProjectDatabase,
  names: readonly MatterName[],
  by: By,
  make: MakePart,
): Promise<void> {
  let present = 0
  for (const part of partsOf(names)) {
    const opened = await within(openReports(db, [...part.keys()], by))
    const changes: ProposedChange[] = []
    for (const one of opened) {
      for (const key of part.get(one.report.id) ?? []) {
        const found: FoundMatter = { engine: one.engine.get(key) ?? null, touched: one.touched.get(key) ?? null }
        if (!found.engine && !found.touched) continue
        present += 1
        const change = proposed(one, key, found, by)
        if (change) changes.push(change)
      }
    }
    await within(make(changes))
  }
  if (present === 0) throw new StorageError(message('project.write.gone', { table: 'matters' }))
}

const VERBS = {
  accept: 'Accepted',
  reject: 'Rejected',
  reset: 'Reset',
  year: 'Dated',
  set: 'Edited',
  edit: 'Edited',
} as const

const LABEL = 20

/** How the history calls a matter: by its name, or by its words where it has none. */
export function matterLabel({ content, anchor }: Pick<Matter, 'content' | 'anchor'>): string {
  const words = (matterName(content) || anchor.quote).replace(/\s+/gu, ' ').trim()
  return words.length > LABEL ? `${words.slice(0, LABEL)}…` : words
}

/** The step's name in the history: with the matter where it is one, else with their number. */
function operationOf({ type }: AnyMatterChange, changes: readonly Change[]) {
  const [first] = changes
  const one = Matter.safeParse(first?.after ?? first?.before)
  return changes.length === 1 && one.success
    ? message(`project.history.matter${VERBS[type]}`, { name: matterLabel(one.data) })
    : message(`project.history.matters${VERBS[type]}`, { count: changes.length })
}

/** `changeMatters`, for any change. */
export async function makeMatterChange(
  session: Session,
  names: readonly MatterName[],
  change: AnyMatterChange,
): Promise<JournalEntry | null> {
  if (names.length === 0) return null
  return session.writeInParts(
    (changes) => operationOf(change, changes),
    (make) => changeMatterParts(session.db, names, { change, author: session.author, at: now() }, make),
  )
}

/**
 * Accepts, rejects, resets, dates or changes matters in one undoable step, thousands at once. Those that are no longer there are
 * passed over; the step's name in the history tells how many were changed.
 * @returns null when nothing is different
 * @throws StorageError `project.write.gone` when none of them is there, `project.write.invalid` when a field has a value
 * that no such matter can have; nothing is changed then
 */
export const changeMatters = (
  session: Session,
  names: readonly MatterName[],
  change: MatterChange,
): Promise<JournalEntry | null> => makeMatterChange(session, names, change)
