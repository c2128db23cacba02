import { z } from 'zod'

/** What a file with a text can be read as. */
export const TextFormat = z.enum(['txt', 'md', 'html', 'mhtml', 'docx', 'doc', 'wps', 'rtf', 'odt', 'pdf'])
export type TextFormat = z.infer<typeof TextFormat>

/** What a file was read as. An `extraction` has no text of its own: it says what an engine found in other sources. */
export const Format = z.enum([...TextFormat.options, 'extraction'])
export type Format = z.infer<typeof Format>
