import { type AuditRuling, AuditSettings, type SeriesBreak } from '#shared/model/audit'
import { DeskTemplates } from '#shared/model/desk-template'
import { type CitedFigure, type LedgerRuling, LedgerSettings } from '#shared/model/ledger'
import type { ProjectDatabase } from '../database'

/** Settings that nobody has touched were made before everything. */
const UNTOUCHED = new Date(0).toISOString()

/** What the ledger goes by. */
export async function ledgerSettings(db: ProjectDatabase): Promise<LedgerSettings> {
  const known = await db.projectSettings.get('ledger')
  return known?.id === 'ledger' ? known : LedgerSettings.parse({ id: 'ledger', updatedAt: UNTOUCHED })
}

/** What the audit goes by. */
export async function auditSettings(db: ProjectDatabase): Promise<AuditSettings> {
  const known = await db.projectSettings.get('audit')
  return known?.id === 'audit' ? known : AuditSettings.parse({ id: 'audit', updatedAt: UNTOUCHED })
}

/** The templates of tables. */
export async function deskTemplates(db: ProjectDatabase): Promise<DeskTemplates> {
  const known = await db.projectSettings.get('templates')
  return known?.id === 'templates' ? known : DeskTemplates.parse({ id: 'templates', updatedAt: UNTOUCHED })
}

/** The figures that were typed in, by place and year. */
export async function listCitedFigures(db: ProjectDatabase): Promise<CitedFigure[]> {
  const figures = await db.citedFigures.toArray()
  return figures.sort((a, b) => a.place.localeCompare(b.place) || a.year.localeCompare(b.year))
}

/** The user's word on rows of the ledger. */
export const listLedgerRulings = (db: ProjectDatabase): Promise<LedgerRuling[]> => db.ledgerRulings.toArray()

/** The user's word on findings of the audit. */
export const listAuditRulings = (db: ProjectDatabase): Promise<AuditRuling[]> => db.auditRulings.toArray()

/** The breaks that the user has noted, by year. */
export async function listSeriesBreaks(db: ProjectDatabase): Promise<SeriesBreak[]> {
  const breaks = await db.seriesBreaks.toArray()
  return breaks.sort((a, b) => a.year - b.year)
}
