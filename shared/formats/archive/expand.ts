import { type Message, message } from '../../model/identity'
import { readDirectory, type ZipEntry, type ZipFault, type ZipResult } from './directory'
import { expandEntry } from './inflate'
import { isByProduct, memberName } from './names'
import { packageKind } from './package'

/** What an archive may hold. Sizes in bytes. */
export interface ArchiveLimits {
  /** Members, those of nested archives included. */
  readonly members: number
  /** One member, expanded. */
  readonly member: number
  /** All members together, expanded. */
  readonly total: number
  /** Expanded bytes given back at once; one member is always given. */
  readonly batch: number
  /** Expanded size over packed size, for members of more than a mebibyte. Text packs 3 to 20 times. */
  readonly ratio: number
}

export interface ArchiveMember {
  /** Its path inside the archive, parts joined by `/`; that of a nested archive's member starts with the archive. */
  readonly name: string
  readonly bytes: Uint8Array
}

export type Expanded =
  | {
      readonly ok: true
      readonly members: readonly ArchiveMember[]
      readonly refused: readonly { readonly name: string; readonly reason: Message }[]
      /** Where the next batch starts, null after the last. Counts nothing that means anything elsewhere. */
      readonly next: number | null
    }
  | { readonly ok: false; readonly reason: Message }

/** `next` = place in the archive × this + place in the nested archive. */
const PLACES = 2 ** 20
/** A zip under such a name that is none of these documents is a damaged one. */
const DOCUMENT = /\.(?:do[ct][xm]|od[tsp]|xls[xm]|ppt[xm]|ofd|epub)$/i
/** Below this a member's ratio does not matter. */
const SMALL = 1024 * 1024

/** Whether a file is a zip of files, as against a document that is a zip inside (docx, odt, xlsx, ofd, epub …). */
export function isArchive(name: string, bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || (bytes[2] !== 3 && bytes[2] !== 5)) return false
  const kind = packageKind(bytes)
  return (kind === 'zip' && !DOCUMENT.test(name)) || (kind === null && /\.zip$/i.test(name))
}

/**
 * Expands the members of a zip, a batch at a time. A zip inside it is expanded, too; one inside that is refused by
 * name. Directory and sizes are checked first, so that a bomb is refused before its memory is taken, and again while
 * expanding.
 * @param from 0, then what the batch before gave as `next`
 */
export async function expandArchive(
  bytes: Uint8Array,
  { from, limits }: { readonly from: number; readonly limits: ArchiveLimits },
): Promise<Expanded> {
  const entries = listed(bytes, limits)
  if (!entries.ok) return { ok: false, reason: faultMessage(entries.fault, limits) }
  const fault = from === 0 ? nestedFault(bytes, entries.value, limits) : null
  if (fault) return { ok: false, reason: faultMessage(fault, limits) }
  return new Batch(bytes, limits).fill(entries.value, from)
}

/** Members that are files; a fault when they are too many or too large together. */
function listed(bytes: Uint8Array, limits: ArchiveLimits): ZipResult<readonly ZipEntry[]> {
  const directory = readDirectory(bytes, Math.min(limits.members, PLACES))
  if (!directory.ok) return directory
  const entries = directory.value.filter((entry) => !isByProduct(entry))
  const total = totalOf(entries, limits)
  return total > limits.total ? { ok: false, fault: 'expandsTooFar' } : { ok: true, value: entries }
}

/** Bytes of all members that will be expanded; those that are refused one by one do not count. */
const totalOf = (entries: readonly ZipEntry[], limits: ArchiveLimits): number =>
  entries.reduce((sum, entry) => (isRefused(entry, limits) ? sum : sum + entry.size), 0)

/** Looks into every nested archive before anything is given back, so that limits hold for all of them together. */
function nestedFault(bytes: Uint8Array, entries: readonly ZipEntry[], limits: ArchiveLimits): ZipFault | null {
  let total = totalOf(entries, limits)
  let members = entries.length
  for (const entry of entries.filter((each) => looksNested(each) && !isBomb(each, limits))) {
    const expanded = expandEntry(bytes, entry, limits.member)
    const inner = expanded.ok && isArchive(memberName(entry), expanded.value) ? listed(expanded.value, limits) : null
    if (!inner) continue
    if (!inner.ok && inner.fault !== 'damaged') return inner.fault
    total += inner.ok ? totalOf(inner.value, limits) : 0
    members += inner.ok ? inner.value.length : 0
    if (total > limits.total) return 'expandsTooFar'
    if (members > limits.members) return 'tooManyMembers'
  }
  return null
}

const looksNested = (entry: ZipEntry): boolean => /\.zip$/i.test(memberName(entry))
const isBomb = ({ size, packed }: ZipEntry, { ratio }: ArchiveLimits): boolean => size > SMALL && size > packed * ratio
const isRefused = (entry: ZipEntry, limits: ArchiveLimits): boolean =>
  entry.size > limits.member || isBomb(entry, limits)

class Batch {
  private readonly members: ArchiveMember[] = []
  private readonly refused: { name: string; reason: Message }[] = []
  private size = 0
  private readonly bytes: Uint8Array
  private readonly limits: ArchiveLimits

  constructor(bytes: Uint8Array, limits: ArchiveLimits) {
    this.bytes = bytes
    this.limits = limits
  }

  fill(entries: readonly ZipEntry[], from: number): Expanded {
    let inside = from % PLACES
    for (let index = Math.floor(from / PLACES); index < entries.length; index++) {
      const entry = entries[index]
      if (!entry) break
      const rest = this.take(this.bytes, entry, '', inside)
      inside = 0
      if (rest !== null) return this.done(index * PLACES + rest)
    }
    return this.done(null)
  }

  private done(next: number | null): Expanded {
    return { ok: true, members: this.members, refused: this.refused, next }
  }

  /**
   * Takes one member, or those of a nested archive from `inside` on.
   * @returns null when it was taken, else where inside it the next batch starts
   */
  private take(bytes: Uint8Array, entry: ZipEntry, folder: string, inside: number): number | null {
    const name = folder + memberName(entry)
    if (folder === '' && !looksNested(entry) && !this.fits(entry)) return 0
    const expanded = this.expand(bytes, entry, name)
    if (!expanded) return null
    if (!looksNested(entry) || !isArchive(name, expanded)) {
      this.members.push({ name, bytes: expanded })
      this.size += expanded.length
      return null
    }
    if (folder !== '') {
      this.refuse(name, message('errors.file.nestedTooDeep'))
      return null
    }
    return this.takeNested(expanded, name, inside)
  }

  private takeNested(bytes: Uint8Array, name: string, inside: number): number | null {
    const entries = listed(bytes, this.limits)
    if (!entries.ok) {
      this.refuse(name, faultMessage(entries.fault, this.limits))
      return null
    }
    for (let index = inside; index < entries.value.length; index++) {
      const entry = entries.value[index]
      if (!entry) break
      if (!this.fits(entry)) return index
      this.take(bytes, entry, `${name}/`, 0)
    }
    return null
  }

  /** One that is refused takes no room, whatever size it claims: else each of thousands would end a batch. */
  private fits(entry: ZipEntry): boolean {
    const { size } = entry
    if (isRefused(entry, this.limits)) return true
    const nothingYet = this.members.length === 0 && this.refused.length === 0
    return nothingYet || this.size + size <= this.limits.batch
  }

  private expand(bytes: Uint8Array, entry: ZipEntry, name: string): Uint8Array | null {
    const { limits } = this
    if (entry.size > limits.member) {
      this.refuse(
        name,
        message('errors.file.tooLarge', { size: mebibytes(entry.size), limit: mebibytes(limits.member) }),
      )
      return null
    }
    const expanded: ZipResult<Uint8Array> = isBomb(entry, limits)
      ? { ok: false, fault: 'expandsTooFar' }
      : expandEntry(bytes, entry, limits.member)
    if (expanded.ok) return expanded.value
    this.refuse(name, faultMessage(expanded.fault, limits))
    return null
  }

  private refuse(name: string, reason: Message): void {
    this.refused.push({ name, reason })
  }
}

const mebibytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024)

const faultMessage = (fault: ZipFault, limits: ArchiveLimits): Message => {
  if (fault === 'tooManyMembers') return message('errors.file.tooManyMembers', { limit: limits.members })
  if (fault === 'expandsTooFar') return message('errors.file.expandsTooFar', { limit: mebibytes(limits.total) })
  return message(`errors.file.${fault}`)
}
