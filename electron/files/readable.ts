import { extname } from 'node:path'

/** Extensions of what can be read: offered first by the dialog, and of a watched folder alone. */
export const READABLE_EXTENSIONS: readonly string[] = [
  'txt',
  'md',
  'html',
  'htm',
  'mhtml',
  'mht',
  'docx',
  'doc',
  'wps',
  'rtf',
  'odt',
  'pdf',
  'jsonl',
  'zip',
]

/** Whether a file's name says that it can be read. */
export const isReadable = (path: string): boolean => READABLE_EXTENSIONS.includes(extname(path).slice(1).toLowerCase())
