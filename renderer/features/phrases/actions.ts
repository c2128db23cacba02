import { phrasesTable, phrasesWorkbook } from '#shared/exchange/phrases-table'
import { languageOf, translate } from '#shared/locales/translate'
import { message } from '#shared/model/identity'
import type { PhraseGroup } from '#shared/model/phrase-group'
import type { KnownSet } from '#shared/search/tracking/known-sets.data'
import { preferences, request } from '../../bridge'
import { addPhraseGroup, removePhraseGroup, type Session } from '../../storage'
import { type Command, notify } from '../../workbench'
import { fileName } from '../compare'
import { attempt } from '../places'
import { type Measure, TABS, type Tracked, type Tracker } from './tracker'

/** What the view's keys are about. */
export interface Chosen {
  session: Session
  tracker: Tracker
  groups: readonly PhraseGroup[]
  group: PhraseGroup | null
  /** Shows the sets that are offered, or hides them. */
  offer: () => void
  /** Puts the keys into the field of the group's name. */
  rename: () => void
}

const say = (key: string): string => translate(languageOf(preferences().system.language), key)

/** A name that no group has yet: with a number behind it where it is taken. */
export function freeName(name: string, groups: readonly PhraseGroup[]): string {
  const taken = new Set(groups.map((group) => group.name))
  for (let number = 2, free = name; ; number++) {
    if (!taken.has(free)) return free
    free = `${name} ${number}`
  }
}

async function make(
  { session, tracker, groups }: Chosen,
  name: string,
  terms: KnownSet['terms'],
  note = '',
): Promise<boolean> {
  const made = await attempt(addPhraseGroup(session, { name: freeName(name, groups), terms, note }))
  if (made) tracker.choose({ group: made.id })
  return made !== null
}

/** Makes a group without wordings and asks for its name. */
export async function newGroup(chosen: Chosen): Promise<void> {
  if (await make(chosen, say('phrases.newName'), [])) chosen.rename()
}

/** Takes a set that is offered as a group of the user's. */
export const takeSet = (chosen: Chosen, { id, terms }: KnownSet): Promise<boolean> =>
  make(chosen, say(`phrases.set.${id}`), terms)

/** Makes another group with the same wordings. */
export async function duplicate(chosen: Chosen): Promise<void> {
  const { group } = chosen
  if (group) await make(chosen, group.name, group.terms, group.note)
}

/** Takes the group away; undo brings it back. */
export async function remove({ session, tracker, groups, group }: Chosen): Promise<void> {
  if (!group) return
  const at = groups.indexOf(group)
  const next = groups[at + 1] ?? groups[at - 1]
  const done = await attempt(removePhraseGroup(session, group.id).then(() => true))
  if (done) tracker.choose({ group: next?.id ?? null })
}

/** Saves what was found as a file with the group's name, as far as file systems take it. */
export async function exportTracked(
  name: string,
  { terms, use }: Tracked,
  measure: Measure,
  type: 'csv' | 'xlsx',
): Promise<void> {
  const language = languageOf(preferences().system.language)
  const table = { terms, use, measure }
  const write = async () => (type === 'csv' ? phrasesTable(table, language) : phrasesWorkbook(table, language))
  const bytes = await attempt(write())
  if (!bytes) return
  const answer = await request('export:save', { name: fileName(name, type), type, bytes })
  if (!answer.ok) notify('error', answer.error)
  else if (answer.value.saved !== null) notify('success', message('phrases.export.done', { name: answer.value.saved }))
}

function step({ tracker, group }: Chosen, by: number): void {
  const terms = group?.terms ?? []
  const { term } = tracker.store.getState()
  const at = Math.max(
    0,
    terms.findIndex(({ id }) => id === term),
  )
  const next = terms[(at + by + terms.length) % Math.max(1, terms.length)]
  if (next) tracker.choose({ term: next.id })
}

/** Everything that the view can do by keys. */
export function phrasesCommands(chosen: Chosen): Command[] {
  const { tracker, group } = chosen
  const has = () => group !== null
  const isFound = () => has() && tracker.store.getState().tracked !== null
  const command = (id: string, key: string, run: Command['run'], enabled: () => boolean = () => true): Command => ({
    id: `phrases.${id}`,
    titleKey: `phrases.command.${id}`,
    keys: [key],
    scope: 'phrases',
    enabled,
    run,
  })
  const save = (type: 'csv' | 'xlsx') => () => {
    const { tracked, measure } = tracker.store.getState()
    if (group && tracked) return exportTracked(group.name, tracked, measure, type)
  }
  return [
    command('new', 'n', () => newGroup(chosen)),
    command('offer', 's', chosen.offer),
    command('rename', 'F2', chosen.rename, has),
    command('duplicate', 'd', () => duplicate(chosen), has),
    command('remove', 'Delete', () => remove(chosen), has),
    command('previousTerm', '[', () => step(chosen, -1), has),
    command('nextTerm', ']', () => step(chosen, 1), has),
    ...TABS.map((tab, at) => command(`tab.${tab}`, String(at + 1), () => tracker.store.setState({ tab }), has)),
    command('csv', 'e', save('csv'), isFound),
    command('xlsx', 'Shift+E', save('xlsx'), isFound),
  ]
}
