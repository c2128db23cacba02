import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { nameForms } from '../../../shared/places/gazetteer'

/** A city or county under whose name reports are written again. */
interface Namesake {
  name: string
  short: string
}

/** Every n-th of a list, so that a part has places and years like the whole. */
export const sampled = <T>(all: readonly T[], count: number): T[] =>
  all.filter((_, at) => Math.floor((at * count) / all.length) !== Math.floor(((at - 1) * count) / all.length))

/** Counties whose name no other division has, in the order of their codes. */
function counties(): Namesake[] {
  const alone = [...nameForms().full.values()].flatMap((places) => (places.length === 1 ? places : []))
  // A county that is written in several ways is there for each of them.
  const byCode = new Map(alone.flatMap((place) => (place.level === 'county' ? [[place.code, place]] : [])))
  return [...byCode.values()].toSorted((a, b) => a.code.localeCompare(b.code))
}

/** The city of a folder as its reports name it: 洛阳市 and 洛阳. */
const cityOf = (path: string): Namesake => {
  const name = basename(dirname(path))
  return { name, short: name.replace(/市$/u, '') }
}

/**
 * So many reports: of a folder with one folder for each city as many as there are, and beyond that the same again under
 * the names of counties, each city's under one of its own for each time.
 * @param folder where those are written
 * @throws Error where there are not enough counties
 */
export function manyReports(paths: readonly string[], count: number, folder: string): string[] {
  if (count <= paths.length) return sampled(paths, count)
  const cities = [...new Set(paths.map(dirname))]
  const names = counties()
  const written = Array.from({ length: count - paths.length }, (_, at) => {
    const path = paths[at % paths.length] ?? ''
    const round = Math.floor(at / paths.length)
    const other = names[round * cities.length + cities.indexOf(dirname(path))]
    if (!other) throw new Error(`there are no names for ${count} reports`)
    const { name, short } = cityOf(path)
    const target = join(folder, other.name, `${basename(path).replace(/\.[^.]+$/u, '')}.txt`)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, readFileSync(path, 'utf8').replaceAll(name, other.name).replaceAll(short, other.short))
    return target
  })
  return [...paths, ...written]
}
