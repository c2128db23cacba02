import { z } from 'zod'

/** What a file was read as. */
export const Format = z.enum(['txt', 'md', 'html', 'mhtml', 'docx', 'doc', 'wps', 'rtf', 'odt', 'pdf'])
export type Format = z.infer<typeof Format>
