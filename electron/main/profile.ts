import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { app } from 'electron'

/** The program's name, also of its folder. */
export const APP_NAME = 'Duibiao'

/** Names a folder to use as the profile: tests and the sample run have their own. */
const PROFILE_VARIABLE = 'DUIBIAO_PROFILE'

/** Sets the name and the profile folder, before anything reads them (the single-instance lock lies in the profile). */
export function setUpProfile(): void {
  app.setName(APP_NAME)
  const wanted = process.env[PROFILE_VARIABLE]
  const folder = wanted ? resolve(wanted) : join(app.getPath('appData'), APP_NAME)
  mkdirSync(folder, { recursive: true })
  app.setPath('userData', folder)
}
