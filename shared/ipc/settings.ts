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
  /** Width of the text in characters (em). */
  readingWidth: z.int().min(24).max(80).default(42),
  /** Line height as a multiple of the size. */
  readingLineHeight: z.number().min(1.2).max(2.6).default(1.9),
  /** Ground of the text: as the theme has it, paper, dark, or black on white and white on black at most contrast. */
  readingGround: z.enum(['theme', 'paper', 'dark', 'contrast']).default('theme'),
  /** Stripes of annotations beside the text: a column for each code, or narrow ones that only tell overlaps apart. */
  readingStripes: z.enum(['codes', 'overlaps']).default('codes'),
})
export type Settings = z.infer<typeof Settings>

/** The language and theme in force, after `system` is resolved. */
export const SystemState = z.object({ language: z.enum(['zh-CN', 'en']), dark: z.boolean() })
export type SystemState = z.infer<typeof SystemState>
