import { type Message, message } from '../../model/identity'
import { readDirectory, type ZipEntry, type ZipFault, type ZipResult } from './directory'
import { expandEntry } from './inflate'

/** What kind of file a zip is. `zip` is an archive of files; `other` a document of a kind that holds its own. */
export type PackageKind =
  | 'docx'
  | 'odt'
  | 'zip'
  | 'Excel'
  | 'PowerPoint'
  | 'OFD'
  | 'UOF'
  | 'EPUB'
  | 'OpenDocument'
  | 'Pages'

/** Parts of one document; those of a real report of 64 MiB stay far below. */
const MEMBERS = 20_000
/** The most bytes that one part of a document may expand to: the XML of some five million characters. */
const PART_LIMIT = 64 * 1024 * 1024
const TYPES = '[content_types].xml'

/** A document made of parts in a zip (docx, odt). */
export interface Package {
  readonly names: readonly string[]
  /** A part by its name, whatever its case; null where there is none. */
  part(name: string): ZipResult<Uint8Array> | null
}

/** Opens a zip by its directory; nothing is expanded yet. */
export function openPackage(bytes: Uint8Array): ZipResult<Package> {
  const directory = readDirectory(bytes, MEMBERS)
  if (!directory.ok) return directory
  const byName = new Map<string, ZipEntry>()
  const names: string[] = []
  for (const entry of directory.value) {
    const name = partName(entry)
    names.push(name)
    if (!byName.has(name.toLowerCase())) byName.set(name.toLowerCase(), entry)
  }
  const part = (name: string) => {
    const entry = byName.get(name.toLowerCase().replace(/^\//, ''))
    return entry ? expandEntry(bytes, entry, PART_LIMIT) : null
  }
  return { ok: true, value: { names, part } }
}

/** Why a document in a zip is not read, under `errors.file`. */
export function packageFault(fault: ZipFault): Message {
  if (fault === 'tooManyMembers') return message('errors.file.tooManyMembers', { limit: MEMBERS })
  if (fault === 'expandsTooFar') return message('errors.file.expandsTooFar', { limit: PART_LIMIT / 1024 / 1024 })
  return message(`errors.file.${fault}`)
}

const partName = ({ nameBytes }: ZipEntry): string =>
  new TextDecoder().decode(nameBytes).replaceAll('\\', '/').replace(/^\//, '')

const kinds = new WeakMap<Uint8Array, PackageKind | null>()

/** What a zip is, by what lies in it; null where the bytes are no zip or its directory is damaged. */
export function packageKind(bytes: Uint8Array): PackageKind | null {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null
  const known = kinds.get(bytes)
  if (known !== undefined) return known
  const opened = openPackage(bytes)
  const kind = opened.ok ? kindOf(opened.value) : null
  kinds.set(bytes, kind)
  return kind
}

function kindOf(parts: Package): PackageKind {
  const names = new Set(parts.names.map((name) => name.toLowerCase()))
  if (names.has(TYPES)) return officeKind(parts)
  if (names.has('word/document.xml')) return 'docx'
  if (names.has('ofd.xml')) return 'OFD'
  if (names.has('uof.xml')) return 'UOF'
  if (names.has('index/document.iwa')) return 'Pages'
  const type = names.has('mimetype') ? textOf(parts, 'mimetype').trim() : ''
  if (type.startsWith('application/vnd.oasis.opendocument.text')) return 'odt'
  if (type.startsWith('application/vnd.oasis.opendocument.')) return 'OpenDocument'
  return type === 'application/epub+zip' ? 'EPUB' : 'zip'
}

function officeKind(parts: Package): PackageKind {
  const types = textOf(parts, TYPES)
  if (/wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)\.macroEnabled/i.test(types)) {
    return 'docx'
  }
  if (/spreadsheetml\.(?:sheet|template)\.main|ms-excel\./i.test(types)) return 'Excel'
  if (/presentationml\.|ms-powerpoint\./i.test(types)) return 'PowerPoint'
  return parts.names.some((name) => /^word\/document\.xml$/i.test(name)) ? 'docx' : 'zip'
}

function textOf(parts: Package, name: string): string {
  const part = parts.part(name)
  return part?.ok ? new TextDecoder().decode(part.value.subarray(0, 1 << 20)) : ''
}
