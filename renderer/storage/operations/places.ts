import { message, newId } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import { type Place, PlaceRef } from '#shared/model/place'
import type { Report } from '#shared/model/report'
import type { ProposedChange } from '../changes'
import { StorageError } from '../errors'
import type { Session } from '../session'

/** What a new place is made of. */
export type NewPlace = Pick<Place, 'name' | 'short' | 'level' | 'parent'> & Partial<Pick<Place, 'lineage'>>

/** What can be changed in a place of the user's. */
export type PlacePatch = Partial<Omit<Place, 'code'>>

async function existing(session: Session, code: string): Promise<Place> {
  const place = await session.db.places.get(code)
  if (!place) throw new StorageError(message('project.write.gone', { table: 'places' }))
  return place
}

/** Adds a place that the gazetteer lacks; its code is `u-<uuid>`. Reports without a place are then looked at again. */
export async function addPlace(session: Session, made: NewPlace): Promise<Place> {
  const place: Place = { ...made, code: `u-${newId()}`, lineage: made.lineage ?? [] }
  await session.write(message('project.history.placeAdded', { name: place.name }), [
    { table: 'places', key: place.code, after: place },
  ])
  return existing(session, place.code)
}

/** The reports to which the user himself gave the place: those that the parser gave it are found again. */
async function givenBy(session: Session, code: string): Promise<Report[]> {
  const reports = await session.db.reports.filter(({ place }) => place?.code === code).toArray()
  return reports.filter(({ edited }) => edited.includes('place'))
}

/** Changes a place of the user's, and with it the reports that the user gave it; null when nothing is different. */
export async function updatePlace(session: Session, code: string, patch: PlacePatch): Promise<JournalEntry | null> {
  const { name } = await existing(session, code)
  return session.write(message('project.history.placeChanged', { name: patch.name ?? name }), async () => {
    const after: Place = { ...(await existing(session, code)), ...patch }
    const place = PlaceRef.parse(after)
    const reports = (await givenBy(session, code)).map(
      (report): ProposedChange => ({ table: 'reports', key: report.id, after: { ...report, place } }),
    )
    return [{ table: 'places', key: code, after }, ...reports]
  })
}

/** Takes a place of the user's away; reports that the user gave it have the place that was found, or none. */
export async function removePlace(session: Session, code: string): Promise<JournalEntry | null> {
  const { name } = await existing(session, code)
  return session.write(message('project.history.placeRemoved', { name }), async () => {
    const { db } = session
    const given = await givenBy(session, code)
    const findings = given.length > 0 ? await db.findings.bulkGet(given.map(({ id }) => id)) : []
    const reports = given.map((report, index): ProposedChange => {
      const found = findings[index]?.place ?? null
      const place = found?.code === code ? null : found
      const edited = report.edited.filter((field) => field !== 'place')
      return { table: 'reports', key: report.id, after: { ...report, place, edited } }
    })
    return [{ table: 'places', key: code, after: null }, ...reports]
  })
}
