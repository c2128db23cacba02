import { feature as agreement } from '../features/agreement'
import { feature as audit } from '../features/audit'
import { feature as autocode } from '../features/autocode'
import { feature as bookmarks } from '../features/bookmarks'
import { feature as briefing } from '../features/briefing'
import { feature as codebook } from '../features/codebook'
import { feature as compare } from '../features/compare'
import { feature as corrections } from '../features/corrections'
import { feature as doubts } from '../features/doubts'
import { feature as exchange } from '../features/exchange'
import { feature as imports } from '../features/import'
import { feature as indicators } from '../features/indicators'
import { feature as ledger } from '../features/ledger'
import { feature as library } from '../features/library'
import { feature as matters } from '../features/matters'
import { feature as memos } from '../features/memos'
import { feature as merge } from '../features/merge'
import { feature as parallel } from '../features/parallel'
import { feature as passages } from '../features/passages'
import { feature as phrases } from '../features/phrases'
import { feature as places } from '../features/places'
import { feature as project } from '../features/project'
import { feature as quotes } from '../features/quotes'
import { feature as reader } from '../features/reader'
import { feature as search } from '../features/search'
import { feature as settings } from '../features/settings'
import { feature as shortcuts } from '../features/shortcuts'
import { feature as statementTable } from '../features/statement-table'
import { feature as statements } from '../features/statements'
import { feature as topics } from '../features/topics'
import type { Feature } from '../workbench'

/** Every feature of the window, in the order of their buttons in the activity bar. */
export const FEATURES: readonly Feature[] = [
  library,
  doubts,
  places,
  topics,
  indicators,
  imports,
  reader,
  bookmarks,
  codebook,
  search,
  phrases,
  autocode,
  corrections,
  memos,
  quotes,
  agreement,
  compare,
  ledger,
  audit,
  briefing,
  parallel,
  passages,
  statements,
  statementTable,
  matters,
  project,
  merge,
  exchange,
  settings,
  shortcuts,
]
