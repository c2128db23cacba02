import type { IncomingSource } from '#shared/exchange/project-content'
import type { ProjectDatabase } from '../../storage/exchange-worker'
import { Found, isCarried } from './found'
import type { CarriedText } from './protocol'

/** The longest name of a file, and the longest path of its folder (`shared/ipc/texts.ts`). */
const MOST = { name: 200, folder: 1000 } as const

/** No more than fits, without half a surrogate pair. */
const cut = (words: string, most: number): string => words.slice(0, most).replace(/[\ud800-\udbff]$/, '')

/** A part of a path without what separates parts; '' for what is no name. */
function partOf(words: string): string {
  const part = words.replace(/[/\\\u0000-\u001f]/g, '_').trim()
  return /^\.*$/.test(part) ? '' : part
}

const folderOf = (folder: string): string => {
  const parts = folder.split('/').flatMap((part) => partOf(part) || [])
  while (parts.join('/').length > MOST.folder) parts.pop()
  return parts.join('/')
}

/**
 * A text as the file that it is imported as: its characters as they are, in UTF-8. Where the project's own file was such
 * a one, it is that file again, byte by byte. Whatever the name ends with, it is read as the plain text that it is.
 */
function carriedText({ id, name, folder, text }: IncomingSource): CarriedText {
  const named = cut(partOf(name), MOST.name) || `${id}.txt`
  const format = /\.(?:md|markdown|mdown|mkd)$/i.test(named) ? 'md' : 'txt'
  const bytes = new TextEncoder().encode(text)
  return { name: named, folder: folderOf(folder), bytes, readAs: { format, encoding: 'utf-8' } }
}

/** The texts of a file that the project does not have. */
export async function absentTexts(
  db: ProjectDatabase,
  sources: readonly IncomingSource[],
  told: (done: number, total: number) => void,
): Promise<CarriedText[]> {
  const found = await Found.of(db, sources, told)
  return sources.filter((one) => isCarried(one) && !found.has(one)).map(carriedText)
}
