import { z } from 'zod'
import { DeskTemplate } from './desk-template'

/** 对比表, 任务分解表, 简报. */
export const PaperKind = z.enum(['desk', 'tasks', 'briefing'])
export type PaperKind = z.infer<typeof PaperKind>

/** The charts that a briefing can have, in their order. */
export const BRIEFING_CHARTS = ['bar', 'line', 'dumbbell', 'heat', 'radar', 'scatter', 'multiples'] as const

/** A chart of a briefing, in CSS pixels. */
const BriefingChart = z.object({
  view: z.enum(BRIEFING_CHARTS),
  width: z.int().min(240).max(3000),
  height: z.int().min(160).max(3000),
})
export type BriefingChart = z.infer<typeof BriefingChart>

const Paper = z.object({ size: z.enum(['A4', 'A3']), landscape: z.boolean() })

/** What a briefing can be made of, in its order. */
export const BRIEFING_PARTS = ['summary', 'tables', 'charts', 'ledger', 'quotes'] as const
export type BriefingPart = (typeof BRIEFING_PARTS)[number]

/** What the user wants of a briefing. */
const BriefingWish = z.object({
  ...Paper.shape,
  /** '' for one made from the comparison's name. */
  title: z.string(),
  summary: z.string(),
  parts: z.record(z.enum(BRIEFING_PARTS), z.boolean()),
  /** Data years that get a table; null for the one that says most, '' for 最近一期. */
  years: z.array(z.string()).nullable(),
  charts: z.array(BriefingChart),
  /** Report year of the ledgers; null for the latest that has results. */
  ledgerYear: z.int().nullable(),
  /** Only 主要预期目标. */
  headline: z.boolean(),
  /** Sentences that are left out, by name. */
  leftOut: z.array(z.string()),
})
export type BriefingWish = z.infer<typeof BriefingWish>

/** What the user wants of a comparison on paper. */
const ComparisonPapers = z.object({
  /** Its name may be empty while it is typed. Null for one made from the comparison, as long as nothing of it was changed. */
  template: DeskTemplate.extend({ name: z.string() }).nullable(),
  /** Data year; null for the one that says most, '' for 最近一期. */
  year: z.string().nullable(),
  briefing: BriefingWish,
})
export type ComparisonPapers = z.infer<typeof ComparisonPapers>

/** What the user wants of a task table. */
const TaskWish = z.object({
  ...Paper.shape,
  /** Code; '' for the first place with a ledger. */
  place: z.string(),
  /** Report year; null for the latest that has results. */
  year: z.int().nullable(),
})
export type TaskWish = z.infer<typeof TaskWish>

/**
 * What the user has chosen for papers (材料). It is no record of the project: the window keeps it in its local storage,
 * so that leaving the view or restarting loses nothing.
 */
export const BriefingDrafts = z.object({
  kind: PaperKind,
  tasks: TaskWish,
  /** By comparison. */
  comparisons: z.record(z.string(), ComparisonPapers),
})
export type BriefingDrafts = z.infer<typeof BriefingDrafts>

/** What papers of a comparison are until the user says otherwise. */
export const freshPapers = (): ComparisonPapers => ({
  template: null,
  year: null,
  briefing: {
    size: 'A4',
    landscape: false,
    title: '',
    summary: '',
    parts: { summary: true, tables: true, charts: true, ledger: true, quotes: true },
    years: null,
    charts: [{ view: 'bar', width: 900, height: 420 }],
    ledgerYear: null,
    headline: true,
    leftOut: [],
  },
})

/** What a project starts with. */
export const freshDrafts = (): BriefingDrafts => ({
  kind: 'desk',
  tasks: { size: 'A4', landscape: true, place: '', year: null },
  comparisons: {},
})
