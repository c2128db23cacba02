import type { Activity, Feature, ViewArea, ViewDefinition } from '../workbench'
import { FEATURES } from './features'

/** The side areas; everything else is a tab in the middle. */
export const SIDES = ['left', 'right', 'bottom'] as const
export type Side = (typeof SIDES)[number]

const definitions = new Map<string, ViewDefinition>(
  FEATURES.flatMap((feature) => feature.views.map((view) => [view.type, view] as const)),
)

/** The definition of a view type, null for one that no feature brings (an old layout may name one). */
export const viewOf = (type: string): ViewDefinition | null => definitions.get(type) ?? null

/** The views of an area, in the order of the features. */
export const viewsIn = (area: ViewArea): readonly ViewDefinition[] =>
  [...definitions.values()].filter((view) => view.area === area)

/** The buttons of the activity bar at its top or bottom. */
export const activitiesAt = (place: Activity['place']): readonly Activity[] =>
  FEATURES.flatMap((feature) => feature.activities.filter((activity) => activity.place === place))

/** The parts that features put into the status bar on one side. */
export const statusAt = (side: 'left' | 'right'): NonNullable<Feature['status']> =>
  FEATURES.flatMap((feature) => (feature.status ?? []).filter((item) => item.side === side))

/** What features mount once beside the layout. */
export const overlays = (): NonNullable<Feature['overlays']> => FEATURES.flatMap((feature) => feature.overlays ?? [])
