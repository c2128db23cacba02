import { z } from 'zod'

/*
 * What is read of a web annotation. The model lets almost everything be one thing, a list of them, or a bare address;
 * whatever has another shape is counted and left out.
 */

const text = z.string().catch('')
const listed = <T extends z.ZodType>(one: T) =>
  z.preprocess(
    (value) => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]),
    z.array(one),
  )

const Agent = z
  .union([
    z.string(),
    z.object({ name: listed(z.string().catch('')).optional(), nickname: text.optional(), id: text.optional() }),
  ])
  .transform((agent) => (typeof agent === 'string' ? agent : agent.name?.[0] || agent.nickname || agent.id || ''))

export const Selector = z.object({
  type: text,
  start: z.int().nonnegative().optional(),
  end: z.int().nonnegative().optional(),
  exact: z.string().optional(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
})

export const Target = z
  .union([
    z.string(),
    z.object({
      source: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]).optional(),
      id: z.string().optional(),
      selector: listed(Selector.catch({ type: '' })),
    }),
  ])
  .transform((target) =>
    typeof target === 'string'
      ? { source: target, selector: [] }
      : { source: target.source ?? target.id ?? '', selector: target.selector },
  )

export const Body = z
  .union([
    z.string().transform((value) => ({ value })),
    z.looseObject({
      id: z.string().optional(),
      value: z.string().optional(),
      purpose: listed(z.string().catch('')).optional(),
      creator: Agent.optional().catch(undefined),
      created: z.string().optional(),
      statement: z.unknown().optional(),
    }),
  ])
  .catch({})

export const Item = z.object({
  id: text,
  motivation: listed(z.string().catch('')),
  creator: listed(Agent.catch('')),
  created: text,
  modified: text,
  body: listed(Body),
  bodyValue: z.string().optional().catch(undefined),
  target: listed(Target.catch({ source: '', selector: [] })),
})
export type Item = z.infer<typeof Item>

/** A page, a collection with its first page inside, or a bare list of annotations. */
export const Page = z.looseObject({
  items: z.array(z.unknown()).optional(),
  first: z
    .looseObject({ items: z.array(z.unknown()).optional() })
    .optional()
    .catch(undefined),
  partOf: z.looseObject({ id: text, label: text, created: text }).optional().catch(undefined),
  generator: z.looseObject({ id: text, name: text }).optional().catch(undefined),
  codes: z.array(z.unknown()).optional().catch(undefined),
  type: z.unknown().optional(),
})
export type Page = z.infer<typeof Page>
