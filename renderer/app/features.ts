import { feature as settings } from '../features/settings'
import type { Feature } from '../workbench'

/** Every feature of the window, in the order of their buttons in the activity bar. */
export const FEATURES: readonly Feature[] = [settings]
