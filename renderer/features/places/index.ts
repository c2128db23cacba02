import type { Feature } from '../../workbench'
import { OwnPlacesDialog } from './own-places-dialog'
import { PlaceDialog } from './place-dialog'
import { askForPlace, placesState } from './state'

export { attempt } from './attempt'
export { type Gazetteer, placesAbove, useGazetteer } from './gazetteer'
export { PlaceField } from './place-field'
export { askForPlace } from './state'

const done = () => undefined

/** Places: the field that chooses one, and those that the user adds to the table of divisions. */
export const feature: Feature = {
  id: 'places',
  views: [],
  activities: [],
  commands: [
    {
      id: 'places.add',
      titleKey: 'places.command.add',
      keys: ['Mod+Alt+G'],
      run: () => askForPlace({ name: '', parent: null, done }),
    },
    {
      id: 'places.own',
      titleKey: 'places.command.own',
      keys: ['Mod+Shift+G'],
      run: () => placesState.setState({ listing: true }),
    },
  ],
  overlays: [PlaceDialog, OwnPlacesDialog],
}
