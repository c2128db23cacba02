import { parseArgs } from 'node:util'
import { doubtsOf } from '#shared/model/doubts'
import type { Report } from '#shared/model/report'
import { identifyReport, type PlaceFinding } from '#shared/places/identify'
import { readStructure } from '#shared/structure/structure'
import { type Case, casesOf, originals } from './cases'

/**
 * `npx tsx test/gold/places/evaluate.ts --corpus FOLDER [--count 100] [--group WORDS] [--list]`: place and year of every
 * report of the corpus with its file name withheld, then of reports made dirty in the ways that reports come.
 */
const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    count: { type: 'string', default: '100' },
    group: { type: 'string' },
    list: { type: 'boolean', default: false },
  },
})

interface Tally {
  count: number
  /** A report was found where there is one, none where there is none. */
  found: number
  /** More than one report was found in a text that has one. */
  split: number
  place: number
  year: number
  /** Wrong or missing, and named as doubtful. */
  wrongPlaceCaught: number
  wrongYearCaught: number
  /** Right, and named as doubtful all the same. */
  rightPlaceDoubted: number
  rightYearDoubted: number
}

const none = (): Tally => ({
  count: 0,
  found: 0,
  split: 0,
  place: 0,
  year: 0,
  wrongPlaceCaught: 0,
  wrongYearCaught: 0,
  rightPlaceDoubted: 0,
  rightYearDoubted: 0,
})

/** The longest report of a text, as the analysis finds it. */
function findIn({ text, fileName, folder }: Case, tally: Tally): PlaceFinding | null {
  const reports = readStructure(text).reports.sort((a, b) => b.end - b.start - (a.end - a.start))
  const [longest] = reports
  if (reports.length > 1) tally.split += 1
  if (longest === undefined) return null
  const { start, end, title } = longest
  return identifyReport({ text, start, end, title, fileName, folder, told: {}, places: [] })
}

/** `doubtsOf` looks at these fields alone. */
const doubts = (found: PlaceFinding) =>
  doubtsOf({ ...found, kind: 'full', edited: [], certainty: { ...found.certainty, kind: 1 } } as unknown as Report)

function judge(tally: Tally, one: Case): void {
  const found = findIn(one, tally)
  tally.count += 1
  if (one.truth === null) {
    if (found === null) tally.found += 1
    else tell(one, 'a report was found', found)
    return
  }
  if (found === null) {
    tell(one, 'no report was found', null)
    return
  }
  tally.found += 1
  const doubtful = doubts(found)
  const place = found.place?.code === one.truth.place
  const year = found.year === one.truth.year
  if (place) tally.place += 1
  if (year) tally.year += 1
  if (!place && doubtful.includes('place')) tally.wrongPlaceCaught += 1
  if (!year && doubtful.includes('year')) tally.wrongYearCaught += 1
  if (place && doubtful.includes('place')) tally.rightPlaceDoubted += 1
  if (year && doubtful.includes('year')) tally.rightYearDoubted += 1
  if (!place || !year) tell(one, `${place ? '' : 'place '}${year ? '' : 'year'}`, found)
}

function tell(one: Case, what: string, found: PlaceFinding | null): void {
  if (!values.list) return
  const got = found === null ? '' : `${found.place?.name} ${found.year} ${JSON.stringify(found.certainty)}`
  const why = found?.reasons.map(({ key, params }) => `${key.slice(8)} ${Object.values(params).join('/')}`).join('; ')
  console.log(`  ${one.from} ${one.truth?.place} ${one.truth?.year}: ${what} ${got} ${why ?? ''}`)
}

function print(group: string, t: Tally, reports: boolean): void {
  const share = (part: number, of: number): string => (of === 0 ? '–' : `${((100 * part) / of).toFixed(1)}`)
  const found = `found ${share(t.found, t.count)}${t.split > 0 ? ` (${t.split} split)` : ''}`
  const rest = reports
    ? `  place ${share(t.place, t.found)} (caught ${t.wrongPlaceCaught}/${t.found - t.place}, doubted ${t.rightPlaceDoubted})` +
      `  year ${share(t.year, t.found)} (caught ${t.wrongYearCaught}/${t.found - t.year}, doubted ${t.rightYearDoubted})`
    : ''
  console.log(`${group}: ${t.count}, ${found}${rest}`)
}

if (values.corpus === undefined) throw new Error('--corpus FOLDER')
const reports = originals(values.corpus)
/** The whole corpus, with its path or without. */
function judgeCorpus(words: string, withPath: boolean): void {
  const tally = none()
  const started = performance.now()
  for (const { from, text, city, year } of reports) {
    const [folder = '', fileName = ''] = withPath ? from.split('/') : ['', 'a.txt']
    judge(tally, { group: '', from, text, fileName, folder, truth: { place: city.code, year } })
  }
  print(words, tally, true)
  console.log(`  ${((performance.now() - started) / 1000).toFixed(1)} s with its structure`)
}

if (values.group === undefined) {
  judgeCorpus('the corpus, path withheld', false)
  judgeCorpus('the corpus with its path', true)
}
const tallies = new Map<string, Tally>()
for (const one of casesOf(reports, Number(values.count))) {
  if (values.group !== undefined && !one.group.includes(values.group)) continue
  const tally = tallies.get(one.group) ?? none()
  if (!tallies.has(one.group) && values.list) console.log(one.group)
  tallies.set(one.group, tally)
  judge(tally, one)
}
for (const [group, tally] of tallies) print(group, tally, group !== 'no report')
