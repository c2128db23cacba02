import { type ImportedFile, importCsv, importWorkbook } from '#shared/exchange/import-report'
import type { ImportLine } from '#shared/ipc/imports'
import { message } from '#shared/model/identity'
import { preferences, request } from '../../bridge'
import { notify } from '../../workbench'
import { say } from './actions'
import type { Translate } from './describe'

/** Formats in which the result of an import can be saved. */
export const EXPORTS = ['xlsx', 'csv'] as const
export type ExportType = (typeof EXPORTS)[number]

const fileOf = ({ name, hash, outcome }: ImportLine): ImportedFile => ({ name, hash, ...outcome })

/** Saves lines of an import result as a table. */
export async function exportLines(t: Translate, lines: readonly ImportLine[], type: ExportType): Promise<void> {
  const { language } = preferences().system
  const files = lines.map(fileOf)
  const bytes = type === 'xlsx' ? await importWorkbook(files, language) : importCsv(files, language)
  const saved = say(await request('export:save', { name: `${t('import.result.exportName')}.${type}`, type, bytes }))
  if (saved && saved.saved !== null) notify('success', message('import.result.exported', { name: saved.saved }))
}
