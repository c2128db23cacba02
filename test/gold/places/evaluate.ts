import { parseArgs } from 'node:util'
import { doubtsOf } from '#shared/model/doubts'
import type { Report, ReportKind } from '#shared/model/report'
import { identifyReport, type PlaceFinding } from '#shared/places/identify'
import { readStructure } from '#shared/structure/structure'
import { type Case, casesOf, originals, type Truth } from './cases'

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

const PARTS = ['place', 'year', 'kind'] as const

interface Part {
  right: number
  /** Wrong or missing, and named as doubtful. */
  caught: number
  /** Right, and named as doubtful all the same. */
  doubted: number
}

interface Tally extends Record<(typeof PARTS)[number], Part> {
  count: number
  /** A report was found where there is one, none where there is none. */
  found: number
  /** More reports were found in a text than it has. */
  split: number
}

const nothing = (): Part => ({ right: 0, caught: 0, doubted: 0 })
const none = (): Tally => ({ count: 0, found: 0, split: 0, place: nothing(), year: nothing(), kind: nothing() })

interface Found extends PlaceFinding {
  kind: ReportKind
  kindSure: number
}

/** The longest reports of a text, as many as it has, in its order. */
function findIn({ text, fileName, folder, second }: Case, tally: Tally): Found[] {
  const expected = second === undefined ? 1 : 2
  const reports = readStructure(text).reports.sort((a, b) => b.end - b.start - (a.end - a.start))
  if (reports.length > expected) tally.split += 1
  return reports
    .slice(0, expected)
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, title, kind, certainty }) => ({
      ...identifyReport({ text, start, end, title, fileName, folder, told: {}, places: [] }),
      kind,
      kindSure: certainty,
    }))
}

/** `doubtsOf` looks at these fields alone. */
const doubts = (found: Found) =>
  doubtsOf({ ...found, edited: [], certainty: { ...found.certainty, kind: found.kindSure } } as unknown as Report)

function judge(tally: Tally, one: Case): void {
  const found = findIn(one, tally)
  if (one.truth === null) {
    tally.count += 1
    if (found.length === 0) tally.found += 1
    for (const report of found) tell(one, 'a report was found', report)
    return
  }
  for (const [at, truth] of [one.truth, one.second].entries())
    if (truth !== undefined) judgeReport(tally, one, truth, found[at])
}

function judgeReport(tally: Tally, one: Case, truth: Truth, found: Found | undefined): void {
  tally.count += 1
  if (found === undefined) {
    tell(one, 'no report was found', null)
    return
  }
  tally.found += 1
  const doubtful = doubts(found)
  const right = {
    place: (found.place?.code ?? null) === truth.place,
    year: found.year === truth.year,
    kind: truth.kind === undefined || found.kind === truth.kind,
  }
  for (const part of PARTS) {
    const doubted = doubtful.includes(part)
    if (right[part]) tally[part].right += 1
    if (!right[part] && doubted) tally[part].caught += 1
    if (right[part] && doubted) tally[part].doubted += 1
  }
  const wrong = PARTS.filter((part) => !right[part])
  if (wrong.length > 0) tell(one, wrong.join(' '), found)
}

function tell(one: Case, what: string, found: Found | null): void {
  if (!values.list) return
  const got =
    found === null
      ? ''
      : `${found.place?.name} ${found.year} ${found.kind} ${found.kindSure} ${JSON.stringify(found.certainty)}`
  const why = found?.reasons.map(({ key, params }) => `${key.slice(8)} ${Object.values(params).join('/')}`).join('; ')
  console.log(`  ${one.from} ${one.truth?.place} ${one.truth?.year}: ${what} ${got} ${why ?? ''}`)
}

function print(group: string, t: Tally, reports: boolean): void {
  const share = (part: number, of: number): string => (of === 0 ? '–' : `${((100 * part) / of).toFixed(1)}`)
  const found = `found ${share(t.found, t.count)}${t.split > 0 ? ` (${t.split} split)` : ''}`
  const rest = PARTS.map((part) => {
    const { right, caught, doubted } = t[part]
    return `  ${part} ${share(right, t.found)} (caught ${caught}/${t.found - right}, doubted ${doubted})`
  })
  console.log(`${group}: ${t.count}, ${found}${reports ? rest.join('') : ''}`)
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
for (const [group, tally] of tallies) print(group, tally, tally.place.right + tally.place.caught > 0)
