import { auditCsv, auditWorkbook, type ListedFinding } from '#shared/exchange/audit-table'
import { languageOf, translate } from '#shared/locales/translate'
import { message } from '#shared/model/identity'
import { preferences, request } from '../../bridge'
import { notify } from '../../workbench'
import { attempt } from '../places'
import type { AuditLine } from './lines'

const listed = ({ finding, ruling }: AuditLine): ListedFinding => ({
  finding,
  quotes: finding.quotes,
  judgement: ruling?.judgement ?? null,
  note: ruling?.note ?? '',
  author: ruling?.author ?? '',
})

/** Saves the findings that are shown as a file. */
export async function exportFindings(lines: readonly AuditLine[], type: 'csv' | 'xlsx'): Promise<void> {
  const language = languageOf(preferences().system.language)
  const rows = lines.map(listed)
  const write = async () => (type === 'csv' ? auditCsv(rows, language) : auditWorkbook(rows, language))
  const bytes = await attempt(write())
  if (!bytes) return
  const name = `${translate(language, 'auditView.export.file')}.${type}`
  const answer = await request('export:save', { name, type, bytes })
  if (!answer.ok) notify('error', answer.error)
  else if (answer.value.saved !== null)
    notify('success', message('auditView.export.done', { name: answer.value.saved, count: rows.length }))
}
