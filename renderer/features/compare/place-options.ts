import type { Offer } from '#shared/compare/offer'
import type { Option, OptionGroup } from './picker'
import type { Words } from './words'

/** Begins the value of an option that stands for all places under one: it is never a place's code. */
const GROUP = 'under:'

/** Places under one, by its code; only where there are several. */
function groupsOf(places: Offer['places']): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const { place } of places) {
    const parent = place.parent ?? ''
    if (parent === '') continue
    const known = groups.get(parent)
    if (known) known.push(place.code)
    else groups.set(parent, [place.code])
  }
  return new Map([...groups].filter(([, members]) => members.length > 1))
}

/** What the picker of places offers: whole provinces and cities at one click, then each place. */
export function placeOptions(places: Offer['places'], words: Words): (Option | OptionGroup)[] {
  const { t } = words
  const single = places.map(({ place, reports }) => ({
    value: place.code,
    label: t('compare.pick.placeOption', { place: place.name, reports }),
    name: place.name,
    search: `${place.name} ${place.code}`,
  }))
  const groups = [...groupsOf(places)].map(([code, members]) => {
    const name = t('compare.pick.under', { place: words.group(code), count: members.length })
    return { value: `${GROUP}${code}`, label: name, name, search: `${name} ${code}` }
  })
  if (groups.length === 0) return single
  return [
    { label: t('compare.pick.groups'), options: groups },
    { label: t('compare.pick.places'), options: single },
  ]
}

/** The codes that a choice names, in the order in which places are offered; what is not offered any more stays. */
export function placesChosen(values: readonly string[], places: Offer['places']): string[] {
  const groups = groupsOf(places)
  const wanted = new Set(
    values.flatMap((value) => (value.startsWith(GROUP) ? (groups.get(value.slice(GROUP.length)) ?? []) : value)),
  )
  const offered = places.map(({ place }) => place.code)
  return [...offered.filter((code) => wanted.has(code)), ...[...wanted].filter((code) => !offered.includes(code))]
}
