import { feature as codebook } from '../features/codebook'
import { feature as compare } from '../features/compare'
import { feature as imports } from '../features/import'
import { feature as library } from '../features/library'
import { feature as project } from '../features/project'
import { feature as reader } from '../features/reader'
import { feature as settings } from '../features/settings'
import { feature as statements } from '../features/statements'
import type { Feature } from '../workbench'

/** Every feature of the window, in the order of their buttons in the activity bar. */
export const FEATURES: readonly Feature[] = [library, imports, reader, codebook, compare, statements, project, settings]
