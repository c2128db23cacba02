import { Table2, Tags } from 'lucide-react'
import type { Feature } from '../../workbench'
import { CodebookView } from './codebook-view'
import { codebookCommands } from './commands'
import { CountsView } from './counts-view'

/** The codebook (left panel), and the counts of its codes (tab). */
export const feature: Feature = {
  id: 'codebook',
  views: [
    { type: 'codebook', titleKey: 'codebook.title', icon: Tags, area: 'left', component: CodebookView },
    { type: 'codeCounts', titleKey: 'codebook.counts.title', icon: Table2, area: 'main', component: CountsView },
  ],
  activities: [
    {
      id: 'codebook',
      titleKey: 'codebook.title',
      icon: Tags,
      command: 'view.codebook',
      view: 'codebook',
      place: 'top',
    },
  ],
  commands: codebookCommands,
}
