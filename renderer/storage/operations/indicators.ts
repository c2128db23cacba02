import { message } from '#shared/model/identity'
import { type UnitFamily, UserIndicator } from '#shared/model/indicator'
import type { JournalEntry } from '#shared/model/journal'
import { indicatorById } from '#shared/statements/indicators'
import type { ProposedChange } from '../changes'
import { StorageError } from '../errors'
import type { Session } from '../session'
import { within } from '../within'

const change = (key: string, after: UserIndicator | null): ProposedChange => ({ table: 'indicators', key, after })

/**
 * Saves the user's word on an indicator: one of the user's own (id `u_…`), or what is different in a built-in one. All
 * reports are read again by it in the background; what was accepted, edited or rejected stays. A name that is new here
 * is taken from the user's other indicators. Null when nothing is different.
 */
export const saveIndicator = (session: Session, indicator: UserIndicator): Promise<JournalEntry | null> =>
  session.write(message('project.history.indicatorSaved', { name: indicator.name }), () => saving(session, indicator))

const namesOf = ({ name, aliases }: Pick<UserIndicator, 'name' | 'aliases'>): readonly string[] => [name, ...aliases]

/**
 * The records after an indicator is saved. A name stands for one indicator: one that is new here leaves the user's
 * others, and one that a built-in indicator came with stays with the other that the user gave it to.
 */
async function saving(session: Session, indicator: UserIndicator): Promise<ProposedChange[]> {
  const words = await session.db.indicators.toArray()
  const known = words.find(({ id }) => id === indicator.id) ?? indicatorById(indicator.id)
  const old = new Set(known ? namesOf(known) : [])
  const added = new Set(namesOf(indicator).filter((name) => !old.has(name)))
  const others = words.filter(({ id }) => id !== indicator.id)
  const taken = new Set(others.flatMap(namesOf))
  const aliases = indicator.aliases.filter((name) => added.has(name) || !taken.has(name))
  const robbed = others.filter((other) => other.aliases.some((name) => added.has(name)))
  return [
    change(indicator.id, { ...indicator, aliases }),
    ...robbed.map((other) => change(other.id, { ...other, aliases: other.aliases.filter((name) => !added.has(name)) })),
  ]
}

/**
 * Takes the user's word on an indicator back: one of the user's own is gone, a built-in one is as it came. Null when
 * there was none.
 */
export async function removeIndicator(session: Session, id: string): Promise<JournalEntry | null> {
  const known = await session.db.indicators.get(id)
  if (!known) return null
  const key = indicatorById(id) ? 'indicatorReset' : 'indicatorRemoved'
  return session.write(message(`project.history.${key}`, { name: known.name }), [change(id, null)])
}

/** A phrase of reports that is another name of an indicator. */
export interface PhraseMapping {
  /** As the reports have it: `indicator` of the statements. */
  phrase: string
  /** The indicator's id, a built-in one or one of the user's own. */
  indicator: string
  /** What its numbers are counted in: the indicator's units take it in, so that the phrase is found with them. */
  family?: UnitFamily
}

/** The user's word on an indicator as it is, or as a built-in one comes. */
async function wordOn(session: Session, id: string): Promise<UserIndicator> {
  const word = (await session.db.indicators.get(id)) ?? indicatorById(id)
  if (!word) throw new StorageError(message('project.write.gone', { table: 'indicators' }))
  return UserIndicator.parse(word)
}

const adding = <T>(list: readonly T[], value: T): T[] => (list.includes(value) ? [...list] : [...list, value])
const lacking = <T>(list: readonly T[], value: T): T[] => list.filter((one) => one !== value)

function given(word: UserIndicator, { phrase, family }: PhraseMapping): UserIndicator {
  const aliases = phrase === word.name ? word.aliases : adding(word.aliases, phrase)
  const units = family === undefined || isRate(family) ? word.units : adding(word.units, family)
  return { ...word, aliases, units, excluded: lacking(word.excluded, phrase) }
}

/** Growth and shares are told of every indicator: they say nothing about what its level is counted in. */
const isRate = (family: UnitFamily): boolean => family === 'percent' || family === 'points'

/** The user's words after the mappings, those alone that they concern. */
async function mapped(session: Session, mappings: readonly PhraseMapping[]): Promise<ProposedChange[]> {
  const words = new Map((await session.db.indicators.toArray()).map((word) => [word.id, word]))
  const touched = new Set<string>()
  for (const mapping of mappings) {
    const { phrase, indicator: id } = mapping
    for (const other of words.values()) {
      if (other.id === id || !other.aliases.includes(phrase)) continue
      words.set(other.id, { ...other, aliases: lacking(other.aliases, phrase) })
      touched.add(other.id)
    }
    words.set(id, given(words.get(id) ?? (await within(wordOn(session, id))), mapping))
    touched.add(id)
  }
  return [...touched].map((id) => change(id, words.get(id) ?? null))
}

/**
 * Says of phrases which indicator they name, in one undoable step: each becomes another name of its indicator, and of
 * that one alone. All reports are read again by it in the background; what was accepted, edited or rejected stays.
 * @returns null when nothing is different
 * @throws StorageError `project.write.gone` when an indicator is not there
 */
export async function mapPhrases(session: Session, mappings: readonly PhraseMapping[]): Promise<JournalEntry | null> {
  const [first] = mappings
  if (!first) return null
  const names = await Promise.all(
    [...new Set(mappings.map(({ indicator }) => indicator))].map((id) => wordOn(session, id)),
  )
  const { name } = names[0] ?? { name: '' }
  const operation =
    mappings.length === 1
      ? message('project.history.phraseMapped', { phrase: first.phrase, name })
      : message('project.history.phrasesMapped', { count: mappings.length })
  return session.write(operation, () => mapped(session, mappings))
}
