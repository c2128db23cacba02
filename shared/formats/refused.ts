import { type Message, message } from '../model/identity'
import { isArchive } from './archive/expand'
import { packageKind } from './archive/package'
import { oleKind } from './doc/ole'
import type { InputFile } from './format'

/** Documents written as one XML file: their words stand between marks, and are no text as they are. */
const XML_DOCUMENTS: readonly (readonly [RegExp, string])[] = [
  [/progid="Word\.Document"|office\/word\/2003\/wordml|office\/2006\/xmlPackage/, 'Word XML'],
  [/progid="Excel\.Sheet"|office:spreadsheet/, 'Excel XML'],
  [/<office:document\s/, 'Flat OpenDocument'],
  [/schemas\.uof\.org|<uof:UOF/, 'UOF'],
]
/** Bytes in which an XML file says what it is. */
const HEAD = 4096

function xmlKind(bytes: Uint8Array): string | null {
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD))
  return /^\s*<\?xml\s/.test(head) ? (XML_DOCUMENTS.find(([sign]) => sign.test(head))?.[1] ?? null) : null
}

/**
 * Why a file of a known kind is not read at all, whatever it is called: a spreadsheet, a presentation, an archive.
 * @returns a message under `errors.file` that says what to do instead, null for everything else
 */
export function refusalOf({ name, bytes }: Pick<InputFile, 'name' | 'bytes'>): Message | null {
  const kind = packageKind(bytes) ?? oleKind(bytes) ?? xmlKind(bytes)
  if (kind === null || kind === 'docx' || kind === 'odt' || kind === 'doc') return null
  if (kind === 'encrypted' || kind === 'damaged') return message(`errors.file.${kind}`)
  if (kind === 'zip') return message(isArchive(name, bytes) ? 'errors.file.archive' : 'errors.file.damaged')
  return message('errors.file.saveAs', { type: kind })
}
