import { TableProperties } from 'lucide-react'
import { type Feature, openView } from '../../workbench'
import { readerStore, reportInFront } from '../reader'
import { StatementTableView } from './statement-table-view'

/** Opens the table of a report's statements, or of the whole project's. */
export const openStatementTable = (report: string | null): void =>
  openView({ type: 'statement-table', key: report ?? '', params: {} })

const reportOfReader = (): string | null => reportInFront(readerStore.getState())

/** 数据项表: every number of a report or of the project, to sort, filter, settle and edit. */
export const feature: Feature = {
  id: 'statement-table',
  views: [
    {
      type: 'statement-table',
      titleKey: 'statementTable.title',
      icon: TableProperties,
      area: 'main',
      component: StatementTableView,
    },
  ],
  activities: [
    {
      id: 'statement-table',
      titleKey: 'statementTable.title',
      icon: TableProperties,
      command: 'view.statementTable',
      view: 'statement-table',
      place: 'top',
    },
  ],
  commands: [
    {
      id: 'view.statementTable',
      titleKey: 'statementTable.command.show',
      keys: ['Mod+Alt+E'],
      run: () => openStatementTable(null),
    },
    {
      id: 'view.statementTableOfReport',
      titleKey: 'statementTable.command.showReport',
      keys: ['Mod+Alt+Shift+E'],
      enabled: () => reportOfReader() !== null,
      run: () => openStatementTable(reportOfReader()),
    },
  ],
}
