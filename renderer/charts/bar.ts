import type { MatrixCell, PlaceRef } from '#shared/compare/matrix-types'
import type { BarPanel, BarSlot, Mark } from '#shared/compare/series'
import { drawColumns } from './bar-columns'
import { type ChartWords, datedLabel, placeNames, signNotes, titleOf } from './chart-types'
import { textWidth } from './measure'
import { layPanels } from './panels'
import type { ChartMark, ChartPlan } from './plan'
import { barRow, barRowPanel, type RowBar } from './row-bars'
import { drawRowPanels, type RowPanelData } from './row-panels'
import { type AxisEnds, countFar } from './scale'

type Role = 'target' | 'actual'

/** What both ways of drawing bars need. */
export interface BarData {
  panels: readonly BarPanel[]
  names: ReadonlyMap<string, string>
  words: ChartWords
  /** Marks are of different years: each says its own. */
  dated: boolean
  /** All bars are of one year, or each says its own. */
  oneYear: boolean
  roles: readonly Role[]
  /** Index of the mark of a bar. */
  markOf: (mark: Mark) => number
  label: (mark: Mark) => string
  notes: readonly string[]
  /** Whether an axis ends before numbers that are far from all others. */
  ends: AxisEnds
  /** Width of the widest number. */
  number: number
}

/** How bars are ordered: as the places of the comparison, or the highest first. */
export type BarSort = 'places' | 'value'

const heightOf = ({ actual, target }: BarSlot): number => (actual ?? target)?.value ?? Number.NEGATIVE_INFINITY

/** The last year of which a panel has a number. */
const lastYear = ({ slots }: BarPanel): string => slots.reduce((last, { year }) => (year > last ? year : last), '')

/** Whether a place has bars of several years, so that it has to be said by which they are in order. */
const isOfYears = ({ slots }: BarPanel): boolean => new Set(slots.map(({ place }) => place.code)).size < slots.length

/**
 * Slots in the order in which they are drawn; those of a place stay together.
 * @param dated in 最近一期 each place goes by its own latest number, else all by that of the last year shown
 */
function sorted(panel: BarPanel, sort: BarSort, dated: boolean): readonly BarSlot[] {
  if (sort === 'places') return panel.slots
  const last = lastYear(panel)
  const heights = new Map<string, number>()
  for (const slot of panel.slots) if (dated || slot.year === last) heights.set(slot.place.code, heightOf(slot))
  const height = ({ place }: BarSlot): number => heights.get(place.code) ?? Number.NEGATIVE_INFINITY
  // Two places without a number are equal; their difference would say nothing.
  return panel.slots.toSorted((a, b) => (height(a) === height(b) ? 0 : height(b) - height(a)))
}

const valuesOf = ({ slots }: BarPanel): number[] =>
  slots.flatMap(({ target, actual }) => [target, actual]).flatMap((mark) => mark?.value ?? [])

function rowPanels({ panels, names, words, markOf, label, roles, oneYear, dated, notes, ends }: BarData): RowPanelData {
  return {
    panels: panels.map((panel) => {
      const rows = panel.slots.map((slot, index) => {
        const bars = (['target', 'actual'] as const).flatMap((role): RowBar[] => {
          const mark = slot[role]
          if (!mark) return []
          const tone = role === 'target' ? 'target' : 'result'
          return [{ value: mark.value, text: label(mark), tone, mark: markOf(mark) }]
        })
        const first = panel.slots[index - 1]?.place.code !== slot.place.code
        const head = {
          label: first ? (names.get(slot.place.code) ?? slot.place.short) : '',
          beside: oneYear || dated ? '' : slot.year,
          names: { place: slot.place.code, indicator: panel.indicator.id },
        }
        return { row: barRow(head, bars), bars }
      })
      const head = { title: titleOf(panel.indicator, words), names: { indicator: panel.indicator.id } }
      return barRowPanel(head, rows, ends)
    }),
    keys: roles.map((role) => ({
      text: role === 'target' ? words.target : words.result,
      tone: role === 'target' ? 'target' : 'result',
    })),
    lanes: roles.length,
    note: notes.join('   '),
    noData: words.noData,
    number: words.number,
    label: words.label,
  }
}

/** Room that a slot needs so that its numbers, its year and the name of its place can be read. */
function slotRoom({ panels, roles, number, names, oneYear }: BarData): number {
  const groups = panels.flatMap((panel) => {
    const counts = new Map<string, number>()
    for (const { place } of panel.slots) counts.set(place.code, (counts.get(place.code) ?? 0) + 1)
    return [...counts].map(([code, count]) => (textWidth(names.get(code) ?? '', 11) + 10) / count)
  })
  return Math.max(oneYear ? 30 : 36, roles.length * (number + 4) + 14, ...groups)
}

/**
 * Grouped bars as small multiples: a panel with its own axis and unit per indicator, in it the places, in each the
 * years. They stand while every number and name has room, else they lie in rows that scroll. A place without a number
 * keeps its row and says so. Targets are hollow in amber, results solid in teal, in every chart.
 */
export function barPlan(
  panels: readonly BarPanel[],
  places: readonly PlaceRef[],
  sort: BarSort,
  dated: boolean,
  words: ChartWords,
  ends: AxisEnds = 'cut',
): ChartPlan<MatrixCell> {
  const ordered = panels.map((panel) => ({ ...panel, slots: sorted(panel, sort, dated) }))
  const names = placeNames(places)
  const roles = (['target', 'actual'] as const).filter((role) =>
    panels.some((panel) => panel.slots.some((slot) => slot[role] !== null)),
  )
  const columns = new Map<string, number>()
  const heads: string[] = []
  const oneYear = new Set(panels.flatMap((panel) => panel.slots.map(({ year }) => year)).filter(Boolean)).size <= 1
  for (const { slots } of panels)
    for (const { place, year } of slots) {
      const key = `${place.code}|${year}`
      if (columns.has(key) || year === '') continue
      columns.set(key, heads.length)
      heads.push(
        oneYear ? (names.get(place.code) ?? '') : words.say('placeYear', { place: names.get(place.code) ?? '', year }),
      )
    }
  const marks: ChartMark<MatrixCell>[] = []
  const indices = new Map<Mark, number>()
  const all: Mark[] = []
  const label = (mark: Mark): string => datedLabel(mark, dated, words)
  for (const [panel, { slots }] of ordered.entries())
    for (const [position, slot] of slots.entries())
      for (const [lane, role] of roles.entries()) {
        const mark = slot[role]
        if (!mark) continue
        const row = panel * roles.length + lane
        indices.set(mark, marks.length)
        all.push(mark)
        marks.push({
          row,
          column: columns.get(`${slot.place.code}|${slot.year}`) ?? 0,
          at: { row, column: position },
          text: label(mark),
          subject: mark.cell,
        })
      }
  const far = panels.reduce((sum, panel) => sum + countFar(valuesOf(panel), true), 0)
  const years = new Set(sort === 'value' && !dated ? panels.filter(isOfYears).map(lastYear) : [])
  const notes = [
    ...(years.size > 0 ? [words.say('sortedBy', { year: [...years].sort().join('、') })] : []),
    ...(far > 0 && ends === 'cut' ? [words.say('cut', { count: far })] : []),
    ...signNotes(
      all,
      panels.map(({ indicator }) => indicator),
      words,
    ),
  ]
  const markOf = (mark: Mark): number => indices.get(mark) ?? 0
  const number = Math.max(0, ...all.map((mark) => textWidth(label(mark), 11)))
  const data: BarData = { panels: ordered, names, words, dated, oneYear, roles, markOf, label, notes, ends, number }
  const wanted = slotRoom(data) * Math.max(1, ...panels.map((panel) => panel.slots.length)) + 80
  const lying = rowPanels(data)
  return {
    rows: ordered.flatMap(({ indicator }) =>
      roles.map((role) =>
        words.say('rowOf', {
          name: titleOf(indicator, words),
          role: role === 'target' ? words.target : words.result,
        }),
      ),
    ),
    columns: heads,
    marks,
    // They stand beside the keys.
    notes: [],
    far,
    draw: (at, palette) => {
      const stands = layPanels(panels.length, at, wanted).plots.every(({ width }) => width >= wanted - 80)
      return stands ? drawColumns(data, wanted, at, palette) : drawRowPanels(lying, at, palette)
    },
  }
}
