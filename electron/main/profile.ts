import { accessSync, constants, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { app } from 'electron'
import { codeOf } from '../files/problem'

/** The program's name, also of its folder. */
export const APP_NAME = 'Duibiao'

/** Names a folder to use as the profile: tests and the sample run have their own. */
const PROFILE_VARIABLE = 'DUIBIAO_PROFILE'

/** A profile folder that cannot be used. */
export interface ProfileFault {
  folder: string
  /** The system's error code. */
  code: string
}

/**
 * Sets the name and the profile folder, before anything reads them (the single-instance lock lies in the profile).
 * @returns why the folder cannot be used, null where it can. Without this the lock would fail, and the start would end
 * as if another one were running.
 */
export function setUpProfile(): ProfileFault | null {
  app.setName(APP_NAME)
  const wanted = process.env[PROFILE_VARIABLE]
  const folder = wanted ? resolve(wanted) : join(app.getPath('appData'), APP_NAME)
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    return { folder, code: codeOf(error) }
  }
  app.setPath('userData', folder)
  return null
}
