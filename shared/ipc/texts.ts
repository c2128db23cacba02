import { z } from 'zod'
import { Uuid } from '../model/identity'
import { ReadAs } from '../model/source'
import { FILE_LIMIT } from './imports'

/** The most texts that cross at once. */
export const TEXTS_AT_ONCE = 1000

/** What separates the parts of a path, and what no name of a file has. */
const isNamePart = (part: string): boolean => !/[/\\\u0000-\u001f]|^\.*$/.test(part)

const Name = z.string().max(200).refine(isNamePart, 'file names hold no separators or control characters')
const Folder = z
  .string()
  .max(1000)
  .refine((folder) => folder === '' || folder.split('/').every(isNamePart), 'folders are names with / between them')

/** A text that stood in a project of another tool, as the file that it is to become. */
const HandedText = z.object({
  name: Name,
  /** Where it stood, parts joined by `/`; '' for nowhere. It names no folder on this disk. */
  folder: Folder,
  bytes: z.instanceof(Uint8Array),
  readAs: ReadAs,
})

/** Requests about texts that a window has read out of a file which the user chose. */
export const TEXT_CHANNELS = {
  /** Keeps each text as an original of the open project, and imports them as files. */
  'text:import': {
    input: z.object({
      project: Uuid,
      texts: z
        .array(HandedText)
        .min(1)
        .max(TEXTS_AT_ONCE)
        .refine(
          (texts) => texts.reduce((sum, { bytes }) => sum + bytes.byteLength, 0) <= FILE_LIMIT,
          'too many bytes at once',
        ),
    }),
    output: z.object({ run: Uuid }),
  },
} satisfies Record<string, { input: z.ZodType; output: z.ZodType }>
