import { app } from './app'
import { codebook } from './codebook'
import { compare } from './compare'
import { errors } from './errors'
import { imports } from './import'
import { library } from './library'
import { project } from './project'
import { reader } from './reader'
import { reasons } from './reasons'
import { settings } from './settings'
import { statements } from './statements'

export const dictionary = {
  app,
  codebook,
  compare,
  errors,
  import: imports,
  library,
  project,
  reader,
  reasons,
  settings,
  statements,
}
