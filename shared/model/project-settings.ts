import { z } from 'zod'
import { AuditSettings } from './audit'
import { DeskTemplates } from './desk-template'
import { LedgerSettings } from './ledger'

/** What a project goes by, one record for each part of the program that has settings of the project's own. */
export const ProjectSettings = z.discriminatedUnion('id', [LedgerSettings, AuditSettings, DeskTemplates])
export type ProjectSettings = z.infer<typeof ProjectSettings>
