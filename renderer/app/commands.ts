import { type Command, closeView, currentLocation, goBack, goForward } from '../workbench'
import { focusArea } from './areas'
import { toggleSide } from './layout/sides'
import { showPalette } from './palette/state'
import { viewsIn } from './registry'

/** The commands of the window itself. */
export const APP_COMMANDS: readonly Command[] = [
  {
    id: 'app.palette',
    titleKey: 'app.command.palette',
    keys: ['Mod+K', 'Mod+Shift+P'],
    palette: false,
    run: () => showPalette(true),
  },
  { id: 'go.back', titleKey: 'app.command.back', keys: ['Alt+ArrowLeft'], run: () => void goBack() },
  { id: 'go.forward', titleKey: 'app.command.forward', keys: ['Alt+ArrowRight'], run: () => void goForward() },
  {
    id: 'app.nextArea',
    titleKey: 'app.command.nextArea',
    keys: ['F6'],
    run: () => void focusArea(document, 1),
  },
  {
    id: 'app.previousArea',
    titleKey: 'app.command.previousArea',
    keys: ['Shift+F6'],
    run: () => void focusArea(document, -1),
  },
  {
    id: 'app.closeTab',
    titleKey: 'app.command.closeTab',
    keys: ['Mod+W'],
    enabled: () => currentLocation() !== null,
    run: () => {
      const location = currentLocation()
      if (location) closeView(location.type, location.key)
    },
  },
  {
    id: 'app.toggleLeft',
    titleKey: 'app.command.toggleLeft',
    keys: ['Mod+B'],
    enabled: () => viewsIn('left').length > 0,
    run: () => toggleSide('left'),
  },
  {
    id: 'app.toggleRight',
    titleKey: 'app.command.toggleRight',
    keys: ['Mod+Alt+B'],
    enabled: () => viewsIn('right').length > 0,
    run: () => toggleSide('right'),
  },
  { id: 'app.reload', titleKey: 'app.command.reload', keys: ['F5'], run: () => window.location.reload() },
]
