import { languageOf } from '#shared/locales/translate'
import { message } from '#shared/model/identity'
import { preferences, request } from '../../bridge'
import { notify } from '../../workbench'
import type { ExportType } from '../../workers/statements/protocol'
import { currentDictionary, nameIn } from '../indicators'
import { attempt } from '../places'
import type { TableController } from './controller'

/** Excel holds more, but a workbook is made in memory as a whole: each row takes some 5 kB on the way. */
const WORKBOOK_ROWS = 20_000

/** Saves the rows that a table shows, in its order. */
export async function exportTable(table: TableController, type: ExportType): Promise<void> {
  const { total = 0 } = table.store.getState().result ?? {}
  if (total === 0) return void notify('warning', message('statementTable.export.nothing'))
  if (type === 'xlsx' && total > WORKBOOK_ROWS)
    return void notify('warning', message('statementTable.export.tooMany', { most: WORKBOOK_ROWS }))
  const language = languageOf(preferences().system.language)
  const names = Object.fromEntries(currentDictionary().indicators.map((one) => [one.id, nameIn(one, language)]))
  const bytes = await attempt(table.write(type, language, names))
  if (!bytes) return
  const name = `statements.${type}`
  const answer = await request('export:save', { name, type, bytes })
  if (!answer.ok) notify('error', answer.error)
  else if (answer.value.saved !== null)
    notify('success', message('statementTable.export.done', { name: answer.value.saved, count: total }))
}
