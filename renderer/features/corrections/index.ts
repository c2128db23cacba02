import { Replace, SpellCheck } from 'lucide-react'
import type { Feature } from '../../workbench'
import { correctionCommands } from './commands'
import { CorrectionsView } from './corrections-view'
import { OccurrencesView } from './occurrences-view'

/** 原文更正: all corrections of the texts, and the view that corrects the same misreading everywhere. */
export const feature: Feature = {
  id: 'corrections',
  views: [
    {
      type: 'corrections',
      titleKey: 'corrections.title',
      icon: SpellCheck,
      area: 'main',
      component: CorrectionsView,
    },
    {
      type: 'occurrences',
      titleKey: 'corrections.occurrences.title',
      icon: Replace,
      area: 'main',
      component: OccurrencesView,
      transient: true,
    },
  ],
  activities: [
    {
      id: 'corrections',
      titleKey: 'corrections.title',
      icon: SpellCheck,
      command: 'view.corrections',
      view: 'corrections',
      place: 'top',
    },
  ],
  commands: correctionCommands,
}
