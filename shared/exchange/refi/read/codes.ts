import { CODE_COLORS, type Code } from '../../../model/code'
import { newId } from '../../../model/identity'
import { partsOf } from '../code-description'
import { idOf } from '../guid'
import type { RawCode } from './raw'

/** The longest name that a code has (`shared/model/code.ts`). */
const MOST_NAME = 200

/** The codes of a file as records of ours. */
export interface ReadCodes {
  codes: Code[]
  /** Id of each code by its GUID in the file. */
  ids: Map<string, string>
  /** Names that were cut. */
  cut: number
}

const colorOf = (color: string, index: number): string => {
  const hex = color.trim().toLowerCase()
  if (/^#[0-9a-f]{6}$/.test(hex)) return hex
  if (/^#[0-9a-f]{3}$/.test(hex)) return hex.replace(/[0-9a-f]/g, '$&$&')
  return CODE_COLORS[index % CODE_COLORS.length] ?? CODE_COLORS[0]
}

/**
 * The codes of a file in their order, each above what stands below it. The format tells no author, time or digit of a
 * code.
 * @param createdAt the time that they get
 */
export function readCodes(top: readonly RawCode[], createdAt: string): ReadCodes {
  const read: ReadCodes = { codes: [], ids: new Map(), cut: 0 }
  const taken = new Set<string>()
  const walk = (raws: readonly RawCode[], parent: string | null): void => {
    for (const [index, raw] of raws.entries()) {
      const wanted = idOf(raw.guid)
      const id = raw.guid === '' || taken.has(wanted) ? newId() : wanted
      taken.add(id)
      if (!read.ids.has(raw.guid)) read.ids.set(raw.guid, id)
      if (raw.name.length > MOST_NAME) read.cut += 1
      read.codes.push({
        id,
        name: cut(raw.name) || '?',
        parent,
        color: colorOf(raw.color, read.codes.length),
        ...partsOf(raw.description),
        order: index + 1,
        key: null,
        author: '',
        createdAt,
      })
      walk(raw.below, id)
    }
  }
  walk(top, null)
  return read
}

/** No more than fits into a record, without half a surrogate pair. */
function cut(name: string): string {
  const part = name.slice(0, MOST_NAME)
  return /[\ud800-\udbff]$/.test(part) ? part.slice(0, -1) : part
}
