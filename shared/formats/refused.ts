import { type Message, message } from '../model/identity'
import { isArchive } from './archive/expand'
import { packageKind } from './archive/package'
import { oleKind } from './doc/ole'
import type { InputFile } from './format'

/**
 * Why a file of a known kind is not read at all, whatever it is called: a spreadsheet, a presentation, an archive.
 * @returns a message under `errors.file` that says what to do instead, null for everything else
 */
export function refusalOf({ name, bytes }: Pick<InputFile, 'name' | 'bytes'>): Message | null {
  const kind = packageKind(bytes) ?? oleKind(bytes)
  if (kind === null || kind === 'docx' || kind === 'odt' || kind === 'doc') return null
  if (kind === 'encrypted' || kind === 'damaged') return message(`errors.file.${kind}`)
  if (kind === 'zip') return message(isArchive(name, bytes) ? 'errors.file.archive' : 'errors.file.damaged')
  return message('errors.file.saveAs', { type: kind })
}
