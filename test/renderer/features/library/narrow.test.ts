import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Filter, filterBy, NO_FILTER } from '../../../../renderer/features/library/filter'
import { Narrowing, narrows } from '../../../../renderer/features/library/narrow'
import { ordered, underMain } from '../../../../renderer/features/library/order'
import { isMinor, type LibraryLine, linesOf } from '../../../../renderer/features/library/rows'
import { analysed } from '../../storage/fixture'

const GROUPS = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']

/** A source whose name, folder and report vary in what a filter asks for. */
const libraryRow = fc
  .record({
    n: fc.integer({ min: 1, max: 60 }),
    name: fc.stringMatching(/^[ab1 A]{1,5}$/),
    folder: fc.constantFrom('', 'a', 'a/b', 'ab'),
    format: fc.constantFrom('txt', 'pdf'),
    reports: fc.integer({ min: 0, max: 2 }),
    fields: fc.record({
      year: fc.constantFrom(null, 2020, 2021),
      kind: fc.constantFrom('full', 'digest'),
      title: fc.stringMatching(/^[ab]{0,3}$/),
      version: fc.constantFrom(null, ...GROUPS),
      main: fc.boolean(),
    }),
  })
  .map(({ n, name, folder, format, reports, fields }) => {
    const { source, reading, reports: made } = analysed(n, reports)
    return {
      source: { ...source, name, folder, format: format as 'txt' | 'pdf' },
      reading,
      reports: made.map(({ report }) => ({ ...report, ...fields, kind: fields.kind as 'full' | 'digest' })),
      statements: n,
    }
  })
const lines = fc
  .uniqueArray(libraryRow, { selector: ({ source }) => source.hash, maxLength: 12 })
  .map((rows) => ordered(linesOf(rows, null), { column: 'place', down: false }))

const filter: fc.Arbitrary<Filter> = fc.record({
  text: fc.stringMatching(/^[ab12 A]{0,5}$/),
  level: fc.constantFrom(null, 'city', 'county'),
  year: fc.constantFrom(null, 2020, 2021),
  kind: fc.constantFrom(null, 'full', 'none'),
  format: fc.constantFrom(null, 'txt', 'pdf'),
  state: fc.constantFrom(null, 'versions', 'noReport'),
  folder: fc.constantFrom('', 'a', 'a/b', 'ab'),
  mainOnly: fc.boolean(),
})

/** What somebody does to the filter: letters come and go, boxes are set, or all is another at once. */
const edit: fc.Arbitrary<(filter: Filter) => Filter> = fc.oneof(
  fc.constantFrom('a', 'b', '1', ' ').map((letter) => (at: Filter) => ({ ...at, text: at.text + letter })),
  fc.constantFrom('a', 'b', ' ').map((letter) => (at: Filter) => ({ ...at, text: letter + at.text })),
  fc.constant((at: Filter) => ({ ...at, text: at.text.slice(0, -1) })),
  fc
    .tuple(fc.constantFrom(...(Object.keys(NO_FILTER) as (keyof Filter)[])), filter)
    .map(([box, other]) => (at: Filter) => ({ ...at, [box]: other[box] })),
  filter.map((other) => () => other),
)

it('lets through what the plain filter does, whatever came before', () => {
  const steps = fc.array(fc.oneof({ weight: 5, arbitrary: edit }, { weight: 1, arbitrary: lines }), { maxLength: 25 })
  fc.assert(
    fc.property(lines, steps, (first, rest) => {
      const narrowing = new Narrowing()
      let [all, at] = [first, NO_FILTER]
      for (const step of rest) {
        if (typeof step === 'function') at = step(at)
        else all = step
        expect(narrowing.of(all, at)).toEqual(all.filter(filterBy(at)))
      }
    }),
  )
})

it('takes one filter for a narrower one only where all that it lets through passes the other', () => {
  fc.assert(
    fc.property(lines, filter, edit, (all, from, change) => {
      const to = change(from)
      fc.pre(narrows(from, to))
      expect(all.filter(filterBy(from)).filter(filterBy(to))).toEqual(all.filter(filterBy(to)))
    }),
  )
})

const typed = (text: string): Filter => ({ ...NO_FILTER, text })

it.each([
  ['a', 'ab', true],
  ['a', 'b', false],
  ['a b', 'xb ya', true],
  ['a b', 'a', false],
  ['A', 'ba', true],
  ['  ', 'a', true],
])('takes %j to %j for narrower: %j', (from, to, expected) => {
  expect(narrows(typed(from), typed(to))).toBe(expected)
})

it('gives the same array while the same lines pass: nothing is drawn again then', () => {
  const all = [1, 2, 12].flatMap((n) => linesOf([{ ...rowNamed(`${n}a.txt`, n) }], null))
  const narrowing = new Narrowing()
  const first = narrowing.of(all, typed('t'))
  expect(narrowing.of(all, typed('tx'))).toBe(first)
  const two = narrowing.of(all, typed('tx 2a'))
  expect(two.map(({ source }) => source.name)).toEqual(['2a.txt', '12a.txt'])
  expect(narrowing.of(all, typed('txt 2a.'))).toBe(two)
  expect(narrowing.of(all, typed('t'))).toBe(first)
})

function rowNamed(name: string, n: number) {
  const { source, reading } = analysed(n, 0)
  return { source: { ...source, name }, reading, reports: [], statements: 0 }
}

/** Each line that is no main one with the main one of its group, as `underMain` tells it. */
function plainUnderMain(all: readonly LibraryLine[]): LibraryLine[] {
  const main = (line: LibraryLine) =>
    isMinor(line) &&
    all.some((other) => other.versions > 1 && !isMinor(other) && other.report?.version === line.report?.version)
  const top = all.filter((line) => !main(line))
  return top.flatMap((line) =>
    line.versions > 1 && !isMinor(line)
      ? [line, ...all.filter((other) => main(other) && other.report?.version === line.report?.version)]
      : [line],
  )
}

it('puts versions under their main one wherever that passes the filter', () => {
  fc.assert(
    fc.property(lines, filter, (all, by) => {
      const passed = all.filter(filterBy(by))
      expect(underMain(passed)).toEqual(plainUnderMain(passed))
    }),
  )
})
