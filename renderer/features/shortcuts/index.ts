import type { Feature } from '../../workbench'
import { SheetDialog } from './sheet-dialog'
import { showSheet } from './state'

/** 快捷键: the sheet of all keys. */
export const feature: Feature = {
  id: 'shortcuts',
  views: [],
  activities: [],
  commands: [{ id: 'app.shortcuts', titleKey: 'shortcuts.open', keys: ['Mod+/', 'F1'], run: () => showSheet(true) }],
  overlays: [SheetDialog],
}
