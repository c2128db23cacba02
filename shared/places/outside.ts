import type { Place } from '../model/place'
import type { Directory } from './directory'
import { countMentions } from './mentions'

/** What stands around a text rather than in it. */
export interface Outside {
  fileName: string
  folder: string
  /** Title that the document has of itself. */
  title: string
}

const withoutExtension = (name: string): string => name.replace(/\.[A-Za-z0-9]{1,5}$/, '')

const placesIn = (text: string, added: readonly Place[]): Place[] => [
  ...countMentions(text, 0, text.length, added).keys(),
]

/** Places that the name of the file, its folders or the document's title name: a weak hint. */
export const placesOutside = ({ fileName, folder, title }: Outside, added: readonly Place[]): Place[] =>
  placesIn(`${folder}\n${withoutExtension(fileName)}\n${title}`, added)

const holds = (higher: Place, lower: Place, directory: Directory): boolean => {
  for (let at: Place | null = lower; at !== null; at = directory.above(at)) if (at.code === higher.code) return true
  return false
}

/**
 * The name by which the file, or else the folder it lies in, says that its text is of another place; null where it says
 * none or agrees. A division above or below is no contradiction.
 */
export function placeAgainst(
  place: Place,
  { fileName, folder }: Outside,
  added: readonly Place[],
  directory: Directory,
): string | null {
  for (const name of [withoutExtension(fileName), folder.split(/[/\\]/).at(-1) ?? '']) {
    const named = placesIn(name, added)
    if (named.length === 0) continue
    const agrees = named.some(
      (one) => one.short === place.short || holds(one, place, directory) || holds(place, one, directory),
    )
    return agrees ? null : (named[0]?.name ?? null)
  }
  return null
}

/** The one year that a file's name gives; null where it gives none or several. A date in digits is none. */
export function yearOutside({ fileName }: Outside): number | null {
  const years = new Set([...fileName.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(([year]) => Number(year)))
  const [year] = years
  return years.size === 1 && year !== undefined ? year : null
}
