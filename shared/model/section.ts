import { z } from 'zod'
import { Span } from './anchor'
import { Uuid } from './identity'

/** The topics that are built in; the user can change them and add others (`TopicRule`). */
export const Topic = z.enum([
  'economy',
  'projects',
  'industry',
  'technology',
  'city',
  'countryside',
  'reform',
  'environment',
  'livelihood',
  'safety',
  'government',
  'culture',
])
export type Topic = z.infer<typeof Topic>

/** Whether a section looks back (review) or ahead (plan): it decides role and year of what stands in it. */
export const Outlook = z.enum(['review', 'plan', 'none'])
export type Outlook = z.infer<typeof Outlook>

/** A heading and what stands under it (章节). */
export const Section = Span.extend({
  /** Span of the heading itself. */
  heading: Span,
  /** The heading without marks and list numbers. */
  title: z.string(),
  /** Depth in the tree, from 1. */
  level: z.int().positive(),
  /** Index of the section above in the same list, null at the top. */
  parent: z.int().nonnegative().nullable(),
  outlook: Outlook,
  /** The year the section speaks of, where its heading or its report tells. */
  year: z.int().nullable(),
  /** True where the section's own words name the year; else it follows from the report's and changes with it. */
  dated: z.boolean(),
  /**
   * Offset at which a section that looks back turns to what is planned without a heading (主要预期目标是：…); what
   * follows it up to the section's end looks ahead. Absent where it does not turn.
   */
  turn: z.int().nonnegative().optional(),
  /** Id of a `TopicRule`. */
  topic: z.string().nullable(),
  /** The words that decided on the topic, as the text has them. */
  topicWords: z.array(z.string()).default([]),
  /** True for what is appended to a report and is not part of the speech (名词解释). */
  appendix: z.boolean().default(false),
})
export type Section = z.infer<typeof Section>

/** All sections of one report, packed into one record. */
export const ReportSections = z.object({ report: Uuid, source: z.string(), sections: z.array(Section) })
export type ReportSections = z.infer<typeof ReportSections>
