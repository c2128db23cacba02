import { WandSparkles } from 'lucide-react'
import type { Feature } from '../../workbench'
import { AutocodeView } from './autocode-view'
import { autocodeCommands } from './commands'
import { RuleKeeper, RuleStatus } from './rule-keeper'

/** 自动编码: codes every passage that a phrase, an expression or an indicator finds, now or on import. */
export const feature: Feature = {
  id: 'autocode',
  views: [{ type: 'autocode', titleKey: 'autocode.title', icon: WandSparkles, area: 'main', component: AutocodeView }],
  activities: [
    {
      id: 'autocode',
      titleKey: 'autocode.title',
      icon: WandSparkles,
      command: 'view.autocode',
      view: 'autocode',
      place: 'top',
    },
  ],
  commands: autocodeCommands,
  status: [{ id: 'autocode', side: 'right', component: RuleStatus }],
  overlays: [RuleKeeper],
}

export { CodeField } from './code-field'
