import { z } from 'zod'
import { Hash, Message, Uuid } from './identity'
import { PlaceRef } from './place'

/** 全文, 摘要, 续版, 残本, 其他. Only `full` can be silent about something; a digest's silence proves nothing. */
export const ReportKind = z.enum(['full', 'digest', 'continuation', 'incomplete', 'other'])
export type ReportKind = z.infer<typeof ReportKind>

/** The fields of a report that a user can set; a re-run of the engine leaves set ones alone. */
export const ReportField = z.enum(['title', 'place', 'year', 'kind', 'version', 'main'])
export type ReportField = z.infer<typeof ReportField>

/** One work report inside a source (报告). */
export const Report = z.object({
  id: Uuid,
  source: Hash,
  reading: z.string(),
  /** Place among the reports of its source, from 0. */
  ordinal: z.int().nonnegative(),
  title: z.string(),
  place: PlaceRef.nullable(),
  /** The name as the text has it, where it was repaired (漯河区 for 瀍河区); null where nothing was repaired. */
  repairedFrom: z.string().nullable(),
  /** 报告年度: the year planned for. */
  year: z.int().min(1949).max(2100).nullable(),
  kind: ReportKind,
  /** Span of the report in the reading's text, UTF-16 code units, end exclusive. */
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  /** Who gave it, as the text has it (市长 杨雄); null where it does not tell. */
  speaker: z.string().nullable().default(null),
  /** The congress it was given to, as the text has it (瀍河回族区第十四届人民代表大会第三次会议). */
  session: z.string().nullable().default(null),
  /** Day of the speech, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}){0,2}$/)
    .nullable()
    .default(null),
  /** 0 to 1: how sure place and year are. */
  confidence: z.number().min(0).max(1),
  /** 0 to 1 for each of what is decided; what the user has set is certain. */
  certainty: z
    .object({ place: z.number().min(0).max(1), year: z.number().min(0).max(1), kind: z.number().min(0).max(1) })
    .default({ place: 0, year: 0, kind: 0 }),
  /** What decided place, year and kind, in the order of weight. */
  reasons: z.array(Message),
  /** Versions of one report share this id (审议稿, 摘登, 网页, Word); null while it stands alone. */
  version: Uuid.nullable(),
  /** 主版本: the one version that enters counts and comparisons. */
  main: z.boolean(),
  /** Fields that the user set. */
  edited: z.array(ReportField),
})
export type Report = z.infer<typeof Report>
