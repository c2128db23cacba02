import { type ListedMatter, matterCsv, matterWorkbook } from '#shared/exchange/matter-table'
import { languageOf, translate } from '#shared/locales/translate'
import { message } from '#shared/model/identity'
import { MatterType, matterKey } from '#shared/model/matter'
import { preferences, request } from '../../bridge'
import { type MatterMaterial, type MatterRow, matterMaterial, type Session } from '../../storage'
import { notify } from '../../workbench'
import { currentDictionary } from '../indicators'
import { attempt } from '../places'
import type { MattersController } from './controller'
import { Finder, nothingFound } from './entries'
import { forTab } from './filter'
import { allRows } from './lines'
import { sentenceOf, statementsIn, whereaboutsOf } from './material'
import { rowKey, TABS, typesOf } from './tabs'
import { sameWords } from './ventures/same-words'
import { listed, tableWords } from './words'

/** Excel holds more, but a workbook is made in memory as a whole: each row takes some 5 kB on the way. */
const WORKBOOK_ROWS = 20_000

/** Reports that are read at once: the window is free in between. */
const AT_ONCE = 20

export type ExportType = 'csv' | 'xlsx' | 'xlsxAll'

/** The rows that a table shows in their order, or those of all tabs that pass its filter. */
function rowsFor({ store }: MattersController, type: ExportType): MatterRow[] {
  const { entries, groups, known, filter, tab } = store.getState()
  if (type !== 'xlsxAll') return allRows(entries, groups)
  const finder = new Finder(forTab(filter), tab)
  const found = nothingFound()
  for (const rows of known?.byReport.values() ?? []) finder.find(rows, found)
  return TABS.flatMap((tab) => allRows(found[tab], null))
}

/** What stands around rows, read some reports at a time. */
async function materialOf({ db }: Session, rows: readonly MatterRow[]): Promise<Map<string, ListedMatter>> {
  const byReport = new Map<string, MatterRow[]>()
  for (const row of rows) byReport.set(row.report, [...(byReport.get(row.report) ?? []), row])
  const reports = [...byReport.values()].flatMap(([first]) => first ?? [])
  const made = new Map<string, ListedMatter>()
  for (let at = 0; at < reports.length; at += AT_ONCE)
    for (const material of await matterMaterial(db, reports.slice(at, at + AT_ONCE)))
      for (const row of byReport.get(material.report) ?? []) made.set(rowKey(row), around(row, material))
  return made
}

function around(row: MatterRow, material: MatterMaterial): ListedMatter {
  const { before, words, after } = sentenceOf(row, material)
  return listed(row, {
    listHeading: '',
    statements: statementsIn(row, material),
    same: '',
    words: before + words + after,
    ...whereaboutsOf(row, material),
  })
}

/** The headings of lists, by the report and the keys that their items name them by. */
function headingsOf(table: MattersController): Map<string, string> {
  const headings = new Map<string, string>()
  for (const rows of table.store.getState().known?.byReport.values() ?? [])
    for (const { content, report, key } of rows)
      if (content.type === 'list')
        for (const name of [key, matterKey(content)]) headings.set(`${report} ${name}`, content.heading)
  return headings
}

/** The rows as they are exported. */
async function linesFor(session: Session, table: MattersController, rows: readonly MatterRow[]) {
  const material = await materialOf(session, rows)
  const headings = headingsOf(table)
  const same = sameWords(table)
  return rows.map((row): ListedMatter => {
    const { content } = row
    const line = material.get(rowKey(row)) ?? listed(row)
    if (content.type === 'list_item')
      return { ...line, listHeading: headings.get(`${row.report} ${content.parent}`) ?? '' }
    if (content.type === 'list') return { ...line, listHeading: content.heading }
    return content.type === 'venture' ? { ...line, same: same(row) } : line
  })
}

/** Saves the rows that a table shows as a file; `xlsxAll`: those of all types that pass its filter, a sheet for each. */
export async function exportMatters(session: Session, table: MattersController, type: ExportType): Promise<void> {
  const rows = rowsFor(table, type)
  if (rows.length === 0) return void notify('warning', message('matters.grid.export.nothing'))
  if (type !== 'csv' && rows.length > WORKBOOK_ROWS)
    return void notify('warning', message('matters.grid.export.tooMany', { most: WORKBOOK_ROWS }))
  const language = languageOf(preferences().system.language)
  const words = tableWords(language, currentDictionary())
  const { tab } = table.store.getState()
  table.store.setState({ working: true })
  const write = async () => {
    const lines = await linesFor(session, table, rows)
    if (type === 'csv') return matterCsv(tab, lines, words)
    return matterWorkbook(type === 'xlsx' ? typesOf(tab) : MatterType.options, lines, words)
  }
  const bytes = await attempt(write())
  table.store.setState({ working: false })
  if (!bytes) return
  const kind = type === 'csv' ? 'csv' : 'xlsx'
  const answer = await request('export:save', {
    name: `${translate(language, 'matters.grid.export.file')}.${kind}`,
    type: kind,
    bytes,
  })
  if (!answer.ok) notify('error', answer.error)
  else if (answer.value.saved !== null)
    notify('success', message('matters.grid.export.done', { name: answer.value.saved, count: rows.length }))
}
