import { z } from 'zod'
import { Hash, Instant } from './identity'

/** What a file was read as. */
export const Format = z.enum(['txt', 'md', 'html', 'docx', 'doc', 'wps', 'rtf', 'odt', 'pdf'])
export type Format = z.infer<typeof Format>

/** Where a source comes from, as far as the user or the text tells. */
export const Provenance = z.object({
  /** 来源 */
  origin: z.string().default(''),
  /** 发布日期, as written */
  published: z.string().default(''),
  /** 版次/页码 */
  page: z.string().default(''),
  /** 网址: shown as text, never fetched */
  url: z.string().default(''),
  /** 取得日期 */
  obtained: z.string().default(''),
})
export type Provenance = z.infer<typeof Provenance>

/** An imported file (原始文件). Its bytes lie in the project folder under `originals/<hash>`. */
export const Source = z.object({
  hash: Hash,
  /** File name as it was opened, without its folder. */
  name: z.string(),
  /** Size of the file in bytes. */
  bytes: z.int().nonnegative(),
  format: Format,
  /** The reading that is shown and annotated. */
  reading: z.string(),
  provenance: Provenance,
  importedAt: Instant,
  /** True after its import was undone: kept, but shown nowhere. */
  hidden: z.boolean(),
})
export type Source = z.infer<typeof Source>
