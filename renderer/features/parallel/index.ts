import { Columns2 } from 'lucide-react'
import type { Feature } from '../../workbench'
import { CodeDialog } from './code-dialog'
import { parallelCommands } from './commands'
import { ParallelView } from './parallel-view'
import { ReportDialog } from './report-dialog'

/** 对读: two reports side by side, scrolled along by topic, with the sentences that both share. */
export const feature: Feature = {
  id: 'parallel',
  views: [{ type: 'parallel', titleKey: 'parallel.title', icon: Columns2, area: 'main', component: ParallelView }],
  activities: [],
  commands: parallelCommands,
  overlays: [ReportDialog, CodeDialog],
}
