import { readFile } from 'node:fs/promises'
import { at } from './project.mjs'
import { RELEASED, supportEnds } from './releases.mjs'
import { say } from './say.mjs'

/**
 * What is to be said about the Electron that package.json names, or null while it is supported. It is a warning: whoever
 * only reads reports can go on.
 * @param {string} named the version or range of package.json
 * @param {Date} today
 * @param {Record<number, string>} released
 */
export function supportLine(named, today, released = RELEASED) {
  const major = Number.parseInt(named.replace(/^\D+/, ''), 10)
  const end = supportEnds(major, released)
  if (end === null || end > today) return null
  return `duibiao: support for Electron ${major}, which package.json names, has ended (${end.toISOString().slice(0, 10)}): a newer one has the mends of security holes that this one lacks`
}

/** Says so where the support of the Electron that package.json names has ended. */
export async function warnOfOldElectron(today = new Date()) {
  const { devDependencies } = JSON.parse(await readFile(at('package.json'), 'utf8'))
  const line = supportLine(devDependencies.electron, today)
  if (line) say(line)
}
