import type { Channel } from '#shared/ipc/channels'
import type { World } from './world'

/** What answers said last under each name. */
type Said = ReadonlyMap<string, unknown>
type Step = [channel: Channel, payload: (said: Said) => unknown]

const nothing = (): null => null
const byToken = (said: Said): unknown => ({ token: said.get('token') })

/** One that is left open would refuse the next. */
const BEGIN: readonly Step[] = [
  ['package:cancel', byToken],
  ['package:begin', () => ({ name: 'whole' })],
]
const WHOLE: readonly Step[] = [
  ...BEGIN,
  ['package:finish', (said) => ({ token: said.get('token'), last: null, partial: true })],
]
const OPEN: readonly Step[] = [...WHOLE, ['package:open', nothing]]
const CREATE: readonly Step[] = [['project:create', () => ({ name: '又一个' })]]
const BINNED: readonly Step[] = [...CREATE, ['project:remove', (said) => ({ id: said.get('id') })]]
const FOLDER: readonly Step[] = [['backup:choose', () => ({ offered: true })]]
const WATCHED: readonly Step[] = [['watch:choose', nothing]]

/** What is asked before a request to a channel, so that there is something for it to be about. */
const BEFORE: { readonly [C in Channel]?: readonly Step[] } = {
  'package:begin': [['package:cancel', byToken]],
  'package:member': BEGIN,
  'package:finish': BEGIN,
  'package:cancel': BEGIN,
  'package:open': WHOLE,
  'package:adopt': OPEN,
  'package:journal': OPEN,
  'package:import': OPEN,
  'package:close': OPEN,
  'project:switch': CREATE,
  'project:remove': CREATE,
  'project:recover': BINNED,
  'project:erase': BINNED,
  'backup:now': FOLDER,
  'backup:restore': [...FOLDER, ['backup:now', nothing], ['backup:list', nothing]],
  'journal:append': [['project:open', nothing]],
  'journal:read': [['project:open', nothing]],
  'watch:remove': WATCHED,
  'watch:import': WATCHED,
  'watch:dismiss': WATCHED,
}

/** Channels about an import that was cut off. */
const OF_CUT_IMPORTS: readonly Channel[] = ['import:resume', 'import:interrupted', 'import:discard']

/**
 * Has what the next request to a channel is about: a package that is open, a project in the bin.
 * @returns how many requests that took
 */
export async function prepare(world: World, channel: Channel): Promise<number> {
  if (OF_CUT_IMPORTS.includes(channel)) await world.cutImport()
  const steps = BEFORE[channel] ?? []
  for (const [before, payload] of steps) await world.ask(before, payload(world.said))
  return steps.length
}

/** What a field must name to be about something, beside what answers called it. */
const NAMED: Readonly<Record<string, (said: Said, fit: unknown) => unknown>> = {
  project: (said) => said.get('id'),
  hashes: (said) => [said.get('hash')],
  entries: (said, fit) =>
    Array.isArray(fit) ? fit.map((entry, at) => ({ ...entry, sequence: Number(said.get('last')) + 1 + at })) : fit,
}
const SAID: readonly string[] = ['token', 'id', 'file', 'folder', 'run']

/** A fitting payload turned to what is there: chance alone would never name it. */
export function aimedAt(fit: unknown, said: Said): unknown {
  if (typeof fit !== 'object' || fit === null) return fit
  return Object.fromEntries(
    Object.entries(fit).map(([name, value]) => {
      const named = NAMED[name]
      if (named) return [name, named(said, value)]
      return [name, SAID.includes(name) && said.has(name) ? said.get(name) : value]
    }),
  )
}
