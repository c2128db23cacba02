import { Tags } from 'lucide-react'
import type { Feature } from '../../workbench'
import { CodebookView } from './codebook-view'
import { codebookCommands } from './commands'

/** The codebook (left panel). */
export const feature: Feature = {
  id: 'codebook',
  views: [{ type: 'codebook', titleKey: 'codebook.title', icon: Tags, area: 'left', component: CodebookView }],
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
