import { loosely, strictly } from '../codec'
import type { ZipEntry } from './directory'

/**
 * The name of a member: UTF-8 where the zip says so or the bytes show it, else GB 18030, which is what Chinese Windows
 * writes without saying so. Names are only shown, yet they are made harmless: no drive, no way up, no control
 * character, parts joined by `/`.
 */
export function memberName({ nameBytes, nameIsUtf8 }: ZipEntry): string {
  const parts = decoded(nameBytes, nameIsUtf8)
    .replace(/^[A-Za-z]:/, '')
    .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '')
    .split(/[/\\]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
  return parts.join('/')
}

function decoded(bytes: Uint8Array, isUtf8: boolean): string {
  const utf8 = strictly(bytes, 'utf-8')
  if (utf8 !== null && (isUtf8 || !/[\u0080-\u07ff]/.test(utf8) || /[\u0800-\uffff]/.test(utf8))) return utf8
  // Two-byte characters alone are accented letters in UTF-8, and common Chinese ones in GBK (目 is Ŀ): Chinese wins.
  return strictly(bytes, 'gb18030') ?? utf8 ?? loosely(bytes, 'gb18030')
}

/** Folders, and what systems put beside a user's files. */
export function isByProduct(entry: ZipEntry): boolean {
  const last = entry.nameBytes.at(-1)
  if (last === 0x2f || last === 0x5c) return true
  const name = memberName(entry)
  return (
    name === '' || /(?:^|\/)__MACOSX\/|(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*|~\$[^/]*)$/i.test(name)
  )
}
