import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { say } from './say.mjs'

const DAY = 24 * 3600 * 1000
/** A lock gets its holder's name within this time, or its holder has died in between. */
const NAMED_WITHIN = 10_000
const LOOK_AGAIN = 200

/** This process, in letters that fit into a file name: a cache may be shared by machines and containers. */
export const ownName = () => `${hostname().replace(/[^\w.]/g, '_')}-${process.pid}`

/** Whether the process of that name is gone; of another machine's none knows, so its things count for a day. */
function isGone(name, age) {
  if (age > DAY) return true
  const [, host, pid] = /^(.*)-(\d+)$/.exec(name) ?? []
  if (`${host}-${process.pid}` !== ownName()) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

const ageOf = (path) =>
  stat(path).then(
    (entry) => Date.now() - entry.mtimeMs,
    () => 0,
  )

/** Takes the lock, or tells who holds it. A holder that is gone is pushed aside. */
async function take(path) {
  try {
    await mkdir(path)
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    const holder = await readFile(join(path, 'holder'), 'utf8').catch(() => '')
    const age = await ageOf(path)
    if (holder === '' ? age < NAMED_WITHIN : !isGone(holder, age)) return holder || 'another start'
    const aside = `${path}.${ownName()}`
    // Whoever renames it first has it; the others look again.
    await rename(path, aside).catch(() => undefined)
    await rm(aside, { recursive: true, force: true })
    return take(path)
  }
  await writeFile(join(path, 'holder'), ownName())
  return null
}

/**
 * Does what two starts must not do at once; the second waits, and says so.
 * @param {string} path a folder that stands for the lock; it is made and removed here
 * @param {string} what what the other one is doing, for the line
 * @param {() => Promise<T>} body
 * @returns {Promise<T>}
 * @template T
 */
export async function alone(path, what, body) {
  await mkdir(dirname(path), { recursive: true })
  let told = false
  for (;;) {
    const holder = await take(path)
    if (holder === null) break
    if (!told) say(`duibiao: waiting for ${holder}, which is ${what} (its lock is ${path}) …`)
    told = true
    await pause(LOOK_AGAIN)
  }
  try {
    return await body()
  } finally {
    await rm(path, { recursive: true, force: true })
  }
}

/** The name of a temporary folder beside `path`: it tells whose it is. */
export const partOf = (path) => `${path}.part-${ownName()}-`

/** Removes the temporary folders of starts that were killed. */
export async function removeAbandoned(folder) {
  for (const name of await readdir(folder)) {
    const owner = /\.part-(.*-\d+)-\w+$/.exec(name)?.[1]
    const path = join(folder, name)
    if (owner && isGone(owner, await ageOf(path))) await rm(path, { recursive: true, force: true })
  }
}
