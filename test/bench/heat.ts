import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { offerOf } from '../../shared/compare/offer'
import { type Comparison, comparisonDefaults } from '../../shared/model/comparison'
import { nameForms, placeByCode } from '../../shared/places/gazetteer'
import { start } from '../e2e/driver'
import { importInto, withProfile } from './app'
import { type Library, readLibrary } from './library'
import { type Row, row } from './row'

const ROUNDS = 5
const INDICATORS = 40
const LIMIT = 300
/** Prefectures and cities of the nation, for which the budget is stated. */
const PLACES = 349
/** So many more are written: a text may tell its place by more than the name. */
const SPARE = 70
/** What the window measures around each painting of a chart (`renderer/charts/chart.tsx`). */
const MEASURE = 'duibiao:chart'

/** The last report of each folder: a place has one. */
function oneOfEach(paths: readonly string[]): string[] {
  return [...new Map(paths.toSorted().map((path) => [dirname(path), path])).values()]
}

function comparisonOf({ cells }: Library): Comparison {
  const offer = offerOf(cells, { places: [], role: 'both', kind: 'growth' })
  const years = offer.years.filter(({ year }) => /^\d{4}$/.test(year)).toSorted((a, b) => b.cells - a.cells)
  return {
    ...comparisonDefaults(),
    id: '00000000-0000-4000-8000-000000000001',
    name: '',
    places: offer.places.map(({ place }) => place.code).slice(0, PLACES),
    years: years.slice(0, 1).map(({ year }) => year),
    indicators: offer.indicators.slice(0, INDICATORS).map(({ id }) => id),
    role: 'actual',
    kind: 'growth',
    view: 'heat',
    author: '',
    updatedAt: '2026-01-01T00:00:00.000Z',
  }
}

/**
 * Opens a comparison as a heat map and tells what its first painting took.
 * @param profile with the library in it
 */
async function paintings(profile: string, comparison: Comparison): Promise<number[]> {
  const { page, close } = await start({ profile, size: { width: 1920, height: 1080 } })
  try {
    await page.keyboard.press('Control+Shift+D')
    await page.locator('[data-key-scope="compare"]').waitFor()
    const key = await page.waitForFunction(() =>
      Object.keys(localStorage).find((name) => /^duibiao\.compare\.[0-9a-f-]{36}$/.test(name)),
    )
    const drafts = { last: comparison.id, drafts: { [comparison.id]: comparison }, cursor: {} }
    await page.evaluate(([name, value]) => localStorage.setItem(name, value), [
      String(await key.jsonValue()),
      JSON.stringify(drafts),
    ] as const)
    const figures: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      await page.reload()
      await page.getByRole('main').getByRole('tab').first().waitFor()
      await page.keyboard.press('Control+Shift+D')
      await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, MEASURE)
      figures.push(
        await page.evaluate((name) => performance.getEntriesByName(name)[0]?.duration ?? Number.NaN, MEASURE),
      )
    }
    return figures
  } finally {
    await close()
  }
}

/** Third and fourth digit of the code of a city or county that its province governs itself. */
const DIRECT = '90'

/** Cities, and counties right under their province, that no report of the library is of, in the nation's order. */
function placesWithout(taken: ReadonlySet<string>, count: number): { name: string; short: string }[] {
  const cities = [...nameForms().full.values()]
    .flat()
    .filter(({ code, level }) => (level === 'city' || code.slice(2, 4) === DIRECT) && !taken.has(code))
  const byCode = new Map(cities.map((city) => [city.code, city]))
  return [...byCode.values()].toSorted((a, b) => a.code.localeCompare(b.code)).slice(0, count)
}

/**
 * The last report of each place, and as many again under the names of other cities as a whole nation needs: few
 * collections have a report of every one of them.
 * @param folder where those are written
 */
async function nation(library: Library, folder: string): Promise<Library> {
  const own = oneOfEach(library.paths)
  const offered = comparisonOf(library).places
  const others = placesWithout(new Set(offered), Math.max(0, PLACES + SPARE - offered.length))
  const texts = own.flatMap((path) => {
    const city = placeByCode(offered.find((code) => path.includes(placeByCode(code)?.short ?? '\0')) ?? '')
    return city?.level === 'city' ? [{ city, text: readFileSync(path, 'utf8') }] : []
  })
  const written = others.flatMap((other, at) => {
    const from = texts[at % Math.max(1, texts.length)]
    if (!from) return []
    const path = join(folder, `${other.short}.txt`)
    writeFileSync(path, from.text.replaceAll(from.city.name, other.name).replaceAll(from.city.short, other.short))
    return [path]
  })
  return readLibrary(library.name, [...own, ...written])
}

/** A heat map of a whole nation's places, drawn in a real window. */
export async function heatRow(given: Library): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), 'duibiao-nation-'))
  try {
    const library = await nation(given, folder)
    const comparison = comparisonOf(library)
    const figures = await withProfile(async (profile) => {
      await importInto(profile, library.paths)
      return paintings(profile, comparison)
    })
    const name = `heat map of ${comparison.places.length} places, ${INDICATORS} indicators: first painting`
    return row(name, 'ms', figures, { name: 'limit', figures: [LIMIT] }, { most: 1 })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
