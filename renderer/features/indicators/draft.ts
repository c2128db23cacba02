import { newId } from '#shared/model/identity'
import { type Indicator, type UnitFamily, UserIndicator } from '#shared/model/indicator'
import { indicatorById } from '#shared/statements/indicators'

/** What the form holds: an indicator's fields as they are typed. */
export interface IndicatorFields {
  name: string
  english: string
  /** One a line. */
  aliases: string
  excluded: string
  units: readonly UnitFamily[]
  direction: Indicator['direction']
  category: string
}

/** Names as one types them: one a line, or parted by 、 or semicolons. Each counts once. */
export const namesIn = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[\n、;；]+/u)
      .map((name) => name.trim())
      .filter(Boolean),
  ),
]

/** True for an indicator of the user's own. */
export const isOwn = (id: string): boolean => indicatorById(id) === null

/** The id of a new indicator; ids of the user's begin with `u_`, so that none of a later dictionary is the same. */
export const newIndicatorId = (): string => `u_${newId().replaceAll('-', '_')}`

/** An indicator's fields for the form; an empty form where there is none yet. */
export function fieldsOf(indicator: Indicator | UserIndicator | null): IndicatorFields {
  if (!indicator)
    return { name: '', english: '', aliases: '', excluded: '', units: ['count'], direction: 'up', category: 'economy' }
  const { name, english, aliases, units, direction, category } = indicator
  const excluded = 'excluded' in indicator ? indicator.excluded : []
  return { name, english, aliases: aliases.join('\n'), excluded: excluded.join('\n'), units, direction, category }
}

/** True when two forms mean the same. */
export const isSame = (a: IndicatorFields, b: IndicatorFields): boolean =>
  JSON.stringify(plain(a)) === JSON.stringify(plain(b))

const plain = (fields: IndicatorFields) => ({
  ...fields,
  name: fields.name.trim(),
  english: fields.english.trim(),
  aliases: namesIn(fields.aliases),
  excluded: namesIn(fields.excluded),
  units: [...fields.units].sort(),
})

export type WrongField = 'name' | 'units'

/**
 * The record that the form stands for; what it does not show (warnings) is kept. An English name that is missing is the
 * Chinese one: a list without a name helps nobody.
 * @returns the fields that are wrong, where any is
 */
export function readFields(
  id: string,
  fields: IndicatorFields,
): { ok: true; indicator: UserIndicator } | { ok: false; wrong: WrongField[] } {
  const { name, english, aliases, excluded } = plain(fields)
  const wrong: WrongField[] = []
  if (name === '') wrong.push('name')
  if (fields.units.length === 0) wrong.push('units')
  if (wrong.length > 0) return { ok: false, wrong }
  const indicator = UserIndicator.parse({
    ...{ id, name, english: english || name, aliases: aliases.filter((alias) => alias !== name), excluded },
    ...{ units: [...fields.units], direction: fields.direction, category: fields.category },
    warnings: indicatorById(id)?.warnings ?? [],
  })
  return { ok: true, indicator }
}

/** Names that are new in the form and stand for another indicator until it is saved. */
export function sharedNames(
  id: string,
  fields: IndicatorFields,
  stored: IndicatorFields,
  indicators: readonly Indicator[],
): { name: string; other: Indicator }[] {
  const old = new Set([stored.name, ...namesIn(stored.aliases)])
  const added = new Set(
    [fields.name.trim(), ...namesIn(fields.aliases)].filter((name) => name !== '' && !old.has(name)),
  )
  return [...added].flatMap((name) => {
    const other = indicators.find((one) => one.id !== id && (one.name === name || one.aliases.includes(name)))
    return other ? [{ name, other }] : []
  })
}

/** The indicators whose names, aliases or id hold what is typed, in their order. */
export function found(indicators: readonly Indicator[], typed: string, category: string | null): Indicator[] {
  const wanted = typed.trim().toLocaleLowerCase()
  return indicators.filter(
    (one) =>
      (category === null || one.category === category) &&
      (wanted === '' ||
        [one.id, one.name, one.english, ...one.aliases].some((name) => name.toLocaleLowerCase().includes(wanted))),
  )
}
