import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from '#shared/model/place'
import type { ReportKind } from '#shared/model/report'
import { childrenOf, parentOf, placesNamed } from '#shared/places/gazetteer'
import { bodyOf, type CountyOptions, countyBody, countyHead, provinceBody } from './county'
import { Dice } from './dice'
import * as dirt from './dirt'
import { ODD } from './odd'
import { digestOf, notReports } from './papers'

/** What is true of a report; no place where it is of none that the table has. */
export interface Truth {
  readonly place: string | null
  readonly year: number
  /** Where the case is about it. */
  readonly kind?: ReportKind
}

/** A text with what is true of it. */
export interface Case {
  group: string
  /** What it was made of. */
  from: string
  text: string
  fileName: string
  folder: string
  /** Null where the text is no report. */
  truth: Truth | null
  /** Truth of the second report, where the text has two. */
  second?: Truth
}

/** A city's report as the corpus has it. */
export interface Original {
  from: string
  text: string
  city: Place
  year: number
}

/** Files that lie under a place or year which their text is not of (looked at one by one). */
const MISFILED = new Set(
  (
    '宿迁市/2015.md 文山壮族苗族自治州/2025.md 沧州市/2016.md 淮南市/2016.md 兰州市/2021.md 清远市/2015.md ' +
    '潮州市/2015.md 牡丹江市/2016.md 邢台市/2014.md'
  ).split(' '),
)

/** All reports of the corpus. `folder/<place>/<year>.md` tells what each is. */
export function originals(folder: string): Original[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const city = placesNamed(name)[0]
      if (city === undefined) throw new Error(`no such place: ${name}`)
      return readdirSync(join(folder, name))
        .sort()
        .map((file) => ({
          from: `${name}/${file}`,
          text: readFileSync(join(folder, name, file), 'utf8'),
          city,
          year: Number(file.slice(0, 4)),
        }))
    })
}

const counties = childrenOf('000000')
  .flatMap(({ code }) => childrenOf(code))
  .flatMap((place) => (place.level === 'city' ? childrenOf(place.code) : [place]))
const ambiguous = counties.filter(({ name }) => placesNamed(name).filter(({ level }) => level === 'county').length > 1)
const unique = counties.filter(({ name }) => placesNamed(name).length === 1)

const withoutFront = (text: string): string => text.replace(/^---\n[\s\S]*?\n---\n\s*/, '')

type Maker = (original: Original, dice: Dice) => Omit<Case, 'group' | 'from'>

const PLAIN = { fileName: 'a.txt', folder: '' }

/** A city's own report made dirty. */
const city =
  (dirty: (text: string, original: Original, dice: Dice) => string): Maker =>
  (original, dice) => ({
    ...PLAIN,
    text: dirty(withoutFront(original.text), original, dice),
    truth: { place: original.city.code, year: original.year },
  })

/** A county's report made of a city's. */
const county =
  (
    among: readonly Place[],
    options: CountyOptions,
    dirty: (text: string, place: Place, year: number, dice: Dice) => string = (text) => text,
  ): Maker =>
  (original, dice) => {
    const place = dice.one(among)
    const { year } = original
    const text = `${countyHead(place, year, options, dice)}\n\n${countyBody(original.text, original.city, place, options, dice)}`
    return { ...PLAIN, text: dirty(text, place, year, dice), truth: { place: place.code, year } }
  }

const often = (header: CountyOptions['header']): CountyOptions => ({ parent: 'often', header })

const named = (place: Place, header: string): string => (header.includes(place.name) ? place.name : place.short)

const MAKERS: Readonly<Record<string, Maker>> = {
  'county, unique name': county(unique, often('full')),
  'county, title alone': county(unique, often('title')),
  'county, 政府工作报告 alone': county(unique, often('bare')),
  'county, name of several': county(ambiguous, often('full')),
  'county, name of several, city before it': county(ambiguous, { parent: 'never', header: 'with-parent' }),
  'county, name of several, city named once': county(ambiguous, { parent: 'once', header: 'full' }),
  'county, name of several, city in the paper alone': county(
    ambiguous,
    { parent: 'never', header: 'full' },
    (text, place, year) => `来源：${parentOf(place)?.short ?? ''}日报 ${year}年2月3日\n${text}`,
  ),
  'county, site': county(unique, often('full'), dirt.inSite),
  'county, site, title alone': county(unique, often('title'), dirt.inSite),
  'county, forum': county(unique, often('full'), (text, _, year, dice) => dirt.inForum(text, year, dice)),
  'county, scan': county(unique, often('full'), (text, _, __, dice) =>
    dirt.speckled(dirt.oddYears(dirt.brokenLines(text, dice), dice), dice),
  ),
  'county, misread in the head': county(unique, often('full'), (text, place, _, dice) =>
    dirt.misread(text, named(place, text.slice(0, 200)), dice, false),
  ),
  'county, misread throughout': county(unique, often('full'), (text, place, _, dice) =>
    dirt.misread(text, named(place, text.slice(0, 200)), dice, true),
  ),
  'county, digest in a newspaper': (original, dice) => {
    const place = dice.one(unique)
    const body = countyBody(original.text, original.city, place, often('full'), dice)
    return {
      ...PLAIN,
      text: digestOf(body, place, original.year, dice),
      truth: { place: place.code, year: original.year },
    }
  },
  province: (original, dice) => {
    const place = dice.one(childrenOf('000000').filter(({ code }) => childrenOf(code).length > 3))
    const head = countyHead(place, original.year, often(dice.one(['full', 'title'])), dice)
    const text = `${head}\n\n${provinceBody(original.text, original.city, place, dice)}`
    return { ...PLAIN, text, truth: { place: place.code, year: original.year } }
  },
  'city, site': city((text, { city: place, year }, dice) => dirt.inSite(text, place, year, dice)),
  'city, forum': city((text, { year }, dice) => dirt.inForum(text, year, dice)),
  'city, wrong file name': (original, dice) => ({
    ...city((text) => text)(original, dice),
    ...dirt.wrongName(original.year, dice),
  }),
  'city, body alone, wrong file name': (original, dice) => ({
    ...city((text) => `各位代表：\n\n现在，我代表市人民政府向大会报告工作。\n\n${bodyOf(text)}`)(original, dice),
    ...dirt.wrongName(original.year, dice),
  }),
  'city, broken lines': city((text, _, dice) => dirt.brokenLines(text, dice)),
  'city, spaced head': city((text, _, dice) => dirt.spacedHead(text, dice.from(3, 9))),
  'city, odd years': city((text, _, dice) => dirt.oddYears(text, dice)),
  'city, misread in the head': city((text, { city: place }, dice) => dirt.misread(text, place.name, dice, false)),
  'city, misread throughout': city((text, { city: place }, dice) => dirt.misread(text, place.name, dice, true)),
  'city, speckled scan': city((text, _, dice) =>
    dirt.speckled(dirt.oddYears(dirt.brokenLines(text, dice), dice), dice),
  ),
  'city, no title': city((text) => text.replace(/^[\s\S]*?(?=^[^\n]*各位[^\n]*代表)/m, '')),
  'city, first page lost': city((text, _, dice) => bodyOf(text).slice(dice.from(500, 2500))),
  'city, quotes others': city((text, _, dice) => dirt.quoting(text, dice)),
  'city, digest in a newspaper': (original, dice) => ({
    ...PLAIN,
    text: digestOf(bodyOf(original.text), original.city, original.year, dice),
    truth: { place: original.city.code, year: original.year },
  }),
  ...Object.fromEntries(
    Object.entries(ODD).map(([group, make]): [string, Maker] => [
      group,
      (original, dice) => ({ ...PLAIN, ...make(original, dice) }),
    ]),
  ),
  'no report': (original, dice) => ({ ...PLAIN, text: dice.one(notReports(original, dice)), truth: null }),
}

/**
 * The dirty bench: `count` cases of every kind, made of reports of the corpus by chance, the same each time.
 */
export function* casesOf(reports: readonly Original[], count: number): Generator<Case> {
  const fit = reports.filter(({ from, text }) => !MISFILED.has(from) && text.length > 4000)
  let seed = 1
  for (const [group, make] of Object.entries(MAKERS)) {
    seed += 1
    const dice = new Dice(seed * 7919)
    for (const original of dice.some(fit, count)) yield { group, from: original.from, ...make(original, dice) }
  }
}
