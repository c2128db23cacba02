import { type Message, message } from '../model/identity'
import { packageKind } from './archive/package'
import { oleKind } from './doc/ole'

/**
 * Why a file of a known kind is not read at all, whatever it is called: a spreadsheet, a presentation, an archive.
 * @returns a message under `errors.file` that says what to do instead, null for everything else
 */
export function refusalOf(bytes: Uint8Array): Message | null {
  const kind = packageKind(bytes) ?? oleKind(bytes)
  if (kind === null || kind === 'docx' || kind === 'odt' || kind === 'doc') return null
  if (kind === 'encrypted') return message('errors.file.encrypted')
  return kind === 'zip' ? message('errors.file.archive') : message('errors.file.saveAs', { type: kind })
}
