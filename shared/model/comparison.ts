import { z } from 'zod'
import { Instant, Uuid } from './identity'
import { StatementKind } from './statement'

/**
 * How a comparison is shown: the table; grouped bars; lines over the years; target and result joined (dumbbell); a heat
 * map; radar; scatter; a panel for each place; share of attention; codes by place; codes beside each other; words that
 * set a place apart.
 */
export const ComparisonView = z.enum([
  'table',
  'bar',
  'line',
  'dumbbell',
  'heat',
  'radar',
  'scatter',
  'multiples',
  'attention',
  'codes',
  'cooccurrence',
  'keyness',
])
export type ComparisonView = z.infer<typeof ComparisonView>

/** What a side of the matrix runs along. */
export const Dimension = z.enum(['place', 'year', 'indicator'])
export type Dimension = z.infer<typeof Dimension>

/** The two sides of the matrix, outermost first; each dimension stands on one of them. */
const Layout = z.object({ rows: z.array(Dimension), columns: z.array(Dimension) })
type Layout = z.infer<typeof Layout>

/** What a chart of a comparison is set to; what it does not need is left as it is. */
const ChartSettings = z.object({
  /** The colour of a heat map: the rank in the column, or how far from the mean in standard deviations. */
  heat: z.enum(['rank', 'zscore']),
  /** Series keys (`seriesKey`) of the axes of a scatter plot; '' for the first and second of the comparison. */
  x: z.string(),
  y: z.string(),
  /** Data year of views that show one; '' for the latest. */
  year: z.string(),
  /** Place code whose words are set apart from those of the others; '' for the first. */
  place: z.string(),
  /** By value (or by gap, where there is one), or in the order of the comparison's places. */
  sort: z.enum(['value', 'places']).default('value'),
  /** What an axis of a radar runs along: from the worst to the best of the places shown, or their ranks. */
  scale: z.enum(['range', 'rank']).default('range'),
  /** Whether an axis of numbers is cut before what is far from all others (so where left out), or holds all. */
  axis: z.enum(['cut', 'whole']).optional(),
})
export type ChartSettings = z.infer<typeof ChartSettings>

/** What a comparison is set to until the user says otherwise; records of before have nothing of it. */
export const comparisonDefaults = (): {
  layout: Layout
  groups: 'none'
  totals: boolean
  latest: boolean
  chart: ChartSettings
} => ({
  layout: { rows: ['place'], columns: ['indicator', 'year'] },
  groups: 'none',
  totals: false,
  latest: false,
  chart: { heat: 'rank', x: '', y: '', year: '', place: '', sort: 'value', scale: 'range' },
})

/** A saved comparison (对比): what stands beside what, and how it is shown. */
export const Comparison = z.object({
  id: Uuid,
  name: z.string(),
  /** Place codes, in the order of the rows. */
  places: z.array(z.string()),
  /** 数据年份 */
  years: z.array(z.string()),
  /** Series keys: an indicator id or phrase, with the variant of measure, subset or basis where one was chosen. */
  indicators: z.array(z.string()),
  role: z.enum(['actual', 'target', 'both']),
  kind: StatementKind,
  view: ComparisonView,
  layout: Layout.default(() => comparisonDefaults().layout),
  /** Places in groups: by the place above them, by level, or none. */
  groups: z.enum(['none', 'parent', 'level']).default('none'),
  /** Totals of groups and of all, where sums make sense. */
  totals: z.boolean().default(false),
  /** 最近一期: the latest year of each place, for places without a common one. */
  latest: z.boolean().default(false),
  chart: ChartSettings.default(() => comparisonDefaults().chart),
  /** Who saved it first; empty while it is not saved. */
  author: z.string().default(''),
  updatedAt: Instant,
})
export type Comparison = z.infer<typeof Comparison>
export type ComparisonRole = Comparison['role']

/**
 * What the user has chosen and not saved, and where the table stood. It is no record of the project: the window keeps
 * it in its local storage, so that leaving the view or restarting loses nothing.
 */
export const ComparisonDrafts = z.object({
  /** The comparison shown last in the view without a key. */
  last: z.string().nullable(),
  drafts: z.record(z.string(), Comparison),
  /** The cell with the focus, by comparison: what one comes back to. */
  cursor: z.record(z.string(), z.object({ row: z.int().nonnegative(), column: z.int().nonnegative() })),
})
export type ComparisonDrafts = z.infer<typeof ComparisonDrafts>
