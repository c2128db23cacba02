import { z } from 'zod'

/** What a user can set; kept by main in `settings.json`. */
export const Settings = z.object({
  language: z.enum(['system', 'zh-CN', 'en']).default('system'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** Name written on everything made; empty: the system's user name. */
  author: z.string().max(100).default(''),
  /** Reading text in serif (宋体) or sans (黑体). */
  readingFont: z.enum(['serif', 'sans']).default('serif'),
  /** Reading text size in CSS pixels. */
  readingSize: z.int().min(12).max(32).default(17),
})
export type Settings = z.infer<typeof Settings>

/** The language and theme in force, after `system` is resolved. */
export const SystemState = z.object({ language: z.enum(['zh-CN', 'en']), dark: z.boolean() })
export type SystemState = z.infer<typeof SystemState>
