import { ListChecks } from 'lucide-react'
import type { Feature } from '../../workbench'
import { statementCommands } from './commands'
import { FormHost } from './form/form-host'
import { TypePicker } from './matters/type-picker'
import { StatementsView } from './statements-view'

/** Review of statements and matters (right panel). */
export const feature: Feature = {
  id: 'statements',
  views: [
    { type: 'statements', titleKey: 'statements.title', icon: ListChecks, area: 'right', component: StatementsView },
  ],
  activities: [
    {
      id: 'statements',
      titleKey: 'statements.title',
      icon: ListChecks,
      command: 'view.statements',
      view: 'statements',
      place: 'top',
    },
  ],
  commands: statementCommands,
  overlays: [FormHost, TypePicker],
}

export { firstField } from './form/matter-fields'
export { MatterForm } from './form/matter-form'
export { matterCertainty } from './rule-words'
