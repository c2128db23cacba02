import { agreement } from './agreement'
import { app } from './app'
import { audit } from './audit'
import { auditView } from './auditView'
import { autocode } from './autocode'
import { bookmarks } from './bookmarks'
import { briefing } from './briefing'
import { charts } from './charts'
import { cli } from './cli'
import { codebook } from './codebook'
import { compare } from './compare'
import { corrections } from './corrections'
import { doubts } from './doubts'
import { errors } from './errors'
import { exchange } from './exchange'
import { exchangeFiles } from './exchangeFiles'
import { history } from './history'
import { imports } from './import'
import { indicators } from './indicators'
import { indicatorTable } from './indicatorTable'
import { ledger } from './ledger'
import { ledgerView } from './ledgerView'
import { library } from './library'
import { matters } from './matters'
import { memos } from './memos'
import { menu } from './menu'
import { merge } from './merge'
import { parallel } from './parallel'
import { passages } from './passages'
import { phrases } from './phrases'
import { places } from './places'
import { project } from './project'
import { projects } from './projects'
import { quotes } from './quotes'
import { reader } from './reader'
import { reasons } from './reasons'
import { search } from './search'
import { settings } from './settings'
import { shortcuts } from './shortcuts'
import { statements } from './statements'
import { statementTable } from './statementTable'
import { tables } from './tables'
import { topics } from './topics'
import { wordViews } from './wordViews'

export const dictionary = {
  agreement,
  app,
  audit,
  auditView,
  autocode,
  bookmarks,
  briefing,
  charts,
  cli,
  codebook,
  compare,
  corrections,
  doubts,
  errors,
  exchange,
  exchangeFiles,
  history,
  import: imports,
  indicators,
  indicatorTable,
  ledger,
  ledgerView,
  library,
  matters,
  memos,
  menu,
  merge,
  parallel,
  passages,
  phrases,
  places,
  project,
  projects,
  quotes,
  reader,
  reasons,
  search,
  settings,
  shortcuts,
  statementTable,
  statements,
  tables,
  topics,
  wordViews,
}
