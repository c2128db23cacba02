import { app } from './app'
import { cli } from './cli'
import { codebook } from './codebook'
import { compare } from './compare'
import { errors } from './errors'
import { imports } from './import'
import { indicators } from './indicators'
import { library } from './library'
import { menu } from './menu'
import { project } from './project'
import { reader } from './reader'
import { reasons } from './reasons'
import { settings } from './settings'
import { statements } from './statements'

export const dictionary = {
  app,
  cli,
  codebook,
  compare,
  errors,
  import: imports,
  indicators,
  library,
  menu,
  project,
  reader,
  reasons,
  settings,
  statements,
}
