import { Scale, Settings } from 'lucide-react'
import { type Feature, openView } from '../../workbench'
import { LicencesView } from './licences-view'
import { SettingsView } from './settings-view'
import { LanguageStatus, ThemeStatus } from './status'

/** 设置: language, theme, author, reading type, keys, and what this program is. */
export const feature: Feature = {
  id: 'settings',
  views: [
    { type: 'settings', titleKey: 'settings.title', icon: Settings, area: 'main', component: SettingsView },
    { type: 'licences', titleKey: 'settings.licences.title', icon: Scale, area: 'main', component: LicencesView },
  ],
  activities: [
    {
      id: 'settings',
      titleKey: 'settings.title',
      icon: Settings,
      command: 'view.settings',
      view: 'settings',
      place: 'bottom',
    },
  ],
  commands: [
    {
      id: 'view.settings',
      titleKey: 'settings.open',
      keys: ['Mod+,'],
      run: () => openView({ type: 'settings', key: '', params: {} }),
    },
    {
      id: 'view.licences',
      titleKey: 'settings.licences.show',
      keys: ['Mod+Alt+Shift+H'],
      run: () => openView({ type: 'licences', key: '', params: {} }),
    },
  ],
  status: [
    { id: 'language', side: 'right', component: LanguageStatus },
    { id: 'theme', side: 'right', component: ThemeStatus },
  ],
}

export { change as changeSetting } from './change'
export { ReadingControls } from './reading/reading-controls'
export { readingStyle, steppedSize } from './reading/reading-type'
export { useGround } from './reading/use-ground'
