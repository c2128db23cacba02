import { statSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { inspect } from 'node:util'
import { CHANNELS, type Channel } from '#shared/ipc/channels'
import { CONTRACT } from '#shared/ipc/contract'
import { resultOf } from '#shared/ipc/result'
import { translate } from '#shared/locales/translate'
import { aimedAt, prepare } from './aimed'
import { type FileAccess, watchFileAccess } from './file-access'
import { type Planned, payloadsFor, sendable, withPart } from './payloads'
import { contentsOf, makeWorld, type World } from './world'

/** A channel gets a fresh world after so many payloads, and after so many requests that made projects and files. */
const WORLD_LASTS = { sent: 500, made: 60 }
/** An answer that takes longer has not come. */
const HANGS_AFTER = 60_000

export interface FuzzOptions {
  /** Payloads for each channel. */
  payloads: number
  seed: number
  channels?: readonly Channel[]
  /** Where the folders of the worlds are made; the system's own for temporary files where it is not said. */
  disk?: string
}

/** What the payloads of a channel came to. */
export interface FuzzedChannel {
  channel: Channel
  sent: number
  /** Answers that were a value. */
  taken: number
  failures: string[]
}

/** Sends payloads to every channel, and tells of each that something went wrong after. */
export async function fuzzChannels({
  payloads,
  seed,
  channels = CHANNELS,
  disk,
}: FuzzOptions): Promise<FuzzedChannel[]> {
  const access = watchFileAccess()
  try {
    const done: FuzzedChannel[] = []
    for (const channel of channels) {
      const fuzzed: FuzzedChannel = { channel, sent: 0, taken: 0, failures: [] }
      const left = payloadsFor(channel, payloads, seed)
      while (left.length > 0) await fuzzWorld(fuzzed, left, access, await makeWorld(disk))
      done.push(fuzzed)
    }
    return done
  } finally {
    access.stop()
  }
}

/** Takes payloads and sends them to a world, as long as it lasts. */
async function fuzzWorld(fuzzed: FuzzedChannel, left: Planned[], access: FileAccess, world: World): Promise<void> {
  const { channel, sent } = fuzzed
  const lasts = () => fuzzed.sent - sent < WORLD_LASTS.sent && made < WORLD_LASTS.made
  const before = await contentsOf(world.outside)
  const prototype = Object.getOwnPropertyNames(Object.prototype).length
  let used = true
  let made = 0
  access.taken()
  for (let planned = left.pop(); planned; planned = lasts() ? left.pop() : undefined) {
    if (used) made += await prepare(world, channel)
    // A request that is refused may end what it was about.
    used = planned.aim !== null
    const sending = sendable(turned(planned, world), world.given)
    if (!sending || namesFolder(channel, sending.payload)) continue
    fuzzed.sent += 1
    const allowed = [...allowedFolders(world), ...namedPaths(channel, sending.payload)]
    access.taken()
    const answer = await answerOf(world, channel, sending.payload)
    const wrong = [
      ...faultsOf(channel, answer),
      ...world.defects.splice(0).map((defect) => `a defect: ${defect}`),
      ...strayed(access.taken(), allowed).map((path) => `went to ${path}`),
      ...(Object.getOwnPropertyNames(Object.prototype).length === prototype ? [] : ['changed every object']),
    ]
    if (isTaken(answer)) {
      fuzzed.taken += 1
      made += 1
      // What it was about may be gone.
      used = true
    }
    for (const what of wrong)
      fuzzed.failures.push(`${what} – after ${inspect(sending.payload, { depth: 4 }).slice(0, 300)}`)
  }
  if (JSON.stringify(await contentsOf(world.outside)) !== JSON.stringify(before))
    fuzzed.failures.push('a file that nobody chose was changed')
  await world.close()
  access.taken()
}

/** The payload as it is sent, in this world. */
function turned({ payload, aim }: Planned, { said }: World): unknown {
  if (aim === null) return payload
  const aimed = aimedAt(payload, said)
  return aim === 'whole' ? aimed : withPart(aimed, aim.part, aim.hostile)
}

const isTaken = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true

/** The answer, or what was thrown, or that none came. */
async function answerOf(world: World, channel: Channel, payload: unknown): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise((done) => {
    timer = setTimeout(() => done('no answer came'), HANGS_AFTER)
  })
  const asked = async (): Promise<unknown> => {
    const answer = await world.ask(channel, payload)
    await world.settled()
    return answer
  }
  try {
    return await Promise.race([asked(), late])
  } catch (error) {
    return `threw ${String(error)}`
  } finally {
    clearTimeout(timer)
  }
}

/** What is wrong with an answer: it is no result of the contract's, or a failure that nobody could read. */
export function faultsOf(channel: Channel, answer: unknown): string[] {
  if (typeof answer === 'string') return [answer]
  const result = resultOf(CONTRACT[channel].output).safeParse(answer)
  if (!result.success) return [`no result of the contract: ${inspect(answer).slice(0, 200)}`]
  const { data } = result
  if (data.ok) return []
  const { key, params } = data.error
  if (key === 'errors.ipc.unexpected' || key === 'errors.ipc.output') return [`${key} ${params.detail ?? ''}`]
  return translate('en', key, params) === key ? [`${key} is no message`] : []
}

/** Where requests may lead: the profile, what dialogs chose, and the sample. */
const allowedFolders = ({ profile, chosen }: World): string[] => [profile, chosen, join(PROGRAM, 'seeds')]

/** The paths that a payload of `import:paths` names. */
function pathsIn(channel: Channel, payload: unknown): unknown[] {
  if (channel !== 'import:paths' || typeof payload !== 'object' || payload === null || !('paths' in payload)) return []
  return Array.isArray(payload.paths) ? payload.paths : []
}

/** Main takes the paths of dropped files from the preload, which takes none that the page makes up. */
const namedPaths = (channel: Channel, payload: unknown): string[] =>
  pathsIn(channel, payload).map((path) => resolve(String(path)))

/** Whether a payload names a folder of this machine's, which would be imported whole: that is no fault, but no test. */
const namesFolder = (channel: Channel, payload: unknown): boolean => namedPaths(channel, payload).some(isFolder)

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    // Most are no paths at all: too long, or with a zero in them.
    return false
  }
}

/** Modules of the program and its packages, which Node loads when they are wanted first. */
const PROGRAM = join(import.meta.dirname, '../../../..')
const isModule = (path: string): boolean => path.startsWith(PROGRAM + sep) && /\.(m?[jt]s|json)(\?|$)/.test(path)

/** Paths outside of what is allowed. The folder that holds what is allowed is looked at on the way. */
export const strayed = (paths: readonly string[], allowed: readonly string[]): string[] =>
  paths.filter(
    (path) =>
      !allowed.some((folder) => path === folder || path.startsWith(folder + sep)) &&
      !allowed.some((folder) => dirname(folder) === path) &&
      !isModule(path),
  )
