import type { LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'
import type { Command } from './commands'

/** What can be kept in a view's parameters: they are stored with the layout and in the history of places visited. */
export type ViewParams = Readonly<Record<string, string | number | boolean | null>>

/** What a view's component gets. */
export interface ViewProps {
  /** Identity of the view among those of its type: a report id, a comparison id, '' for a single one. */
  viewKey: string
  params: ViewParams
  /** True while it is the visible tab of its group. */
  visible: boolean
}

/** Where a view opens: a tab in the middle, or a panel at the left, right or bottom. */
export type ViewArea = 'main' | 'left' | 'right' | 'bottom'

/** A kind of tab or panel that a feature brings. */
export interface ViewDefinition {
  /** Unique: `library`, `reader`, `compare`. */
  type: string
  /** Locale key of the title while the view sets none of its own. */
  titleKey: string
  icon: LucideIcon
  area: ViewArea
  component: ComponentType<ViewProps>
  /** True for a view of this run of the program only: a restart does not bring it back. */
  transient?: boolean
}

/** A button of the activity bar. */
export interface Activity {
  id: string
  titleKey: string
  icon: LucideIcon
  /** Command that it runs. */
  command: string
  /** View type that marks it as current. */
  view: string
  place: 'top' | 'bottom'
}

/** What a feature's `index.ts` exports: all that the app knows of it. */
export interface Feature {
  id: string
  views: readonly ViewDefinition[]
  activities: readonly Activity[]
  commands: readonly Command[]
  /** Items of the status bar. */
  status?: readonly { id: string; side: 'left' | 'right'; component: ComponentType }[]
  /** Mounted once beside the layout: dialogs, drop targets, listeners. */
  overlays?: readonly ComponentType[]
}
