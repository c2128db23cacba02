import { app } from './app'
import { autocode } from './autocode'
import { bookmarks } from './bookmarks'
import { cli } from './cli'
import { codebook } from './codebook'
import { compare } from './compare'
import { corrections } from './corrections'
import { doubts } from './doubts'
import { errors } from './errors'
import { history } from './history'
import { imports } from './import'
import { indicators } from './indicators'
import { indicatorTable } from './indicatorTable'
import { library } from './library'
import { matters } from './matters'
import { memos } from './memos'
import { menu } from './menu'
import { parallel } from './parallel'
import { places } from './places'
import { project } from './project'
import { quotes } from './quotes'
import { reader } from './reader'
import { reasons } from './reasons'
import { settings } from './settings'
import { shortcuts } from './shortcuts'
import { statements } from './statements'
import { statementTable } from './statementTable'
import { topics } from './topics'

export const dictionary = {
  app,
  autocode,
  bookmarks,
  cli,
  codebook,
  compare,
  corrections,
  doubts,
  errors,
  history,
  import: imports,
  indicators,
  indicatorTable,
  library,
  matters,
  memos,
  menu,
  parallel,
  places,
  project,
  quotes,
  reader,
  reasons,
  settings,
  shortcuts,
  statementTable,
  statements,
  topics,
}
