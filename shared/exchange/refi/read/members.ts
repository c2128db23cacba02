import { readDirectory, type ZipEntry } from '../../../formats/archive/directory'
import type { ArchiveLimits } from '../../../formats/archive/expand'
import { expandEntry } from '../../../formats/archive/inflate'

/** Below this a member's ratio does not matter. */
const SMALL = 1024 * 1024
const MEBIBYTE = 1024 * 1024

export type MemberFault = 'damaged' | 'tooLarge'

/**
 * The members of a project file, by the last part of their names, whatever its case: tools differ in the name of the
 * folder, and a path never leads anywhere.
 */
export class Members {
  readonly #bytes: Uint8Array
  readonly #entries = new Map<string, ZipEntry>()
  readonly #limits: ArchiveLimits
  #expanded = 0

  /** A file that is no zip has no members. */
  constructor(bytes: Uint8Array, limits: ArchiveLimits) {
    this.#bytes = bytes
    this.#limits = limits
    const directory = readDirectory(bytes, limits.members)
    if (!directory.ok) return
    for (const entry of directory.value) {
      const name = last(new TextDecoder().decode(entry.nameBytes))
      if (name !== '' && !this.#entries.has(name)) this.#entries.set(name, entry)
    }
  }

  /** How many there are. */
  get size(): number {
    return this.#entries.size
  }

  /** Mebibytes that all members together may expand to. */
  get limit(): number {
    return Math.round(this.#limits.total / MEBIBYTE)
  }

  /** The project itself: `project.qde`, or the only one of that kind. */
  get project(): string | null {
    if (this.#entries.has('project.qde')) return 'project.qde'
    return [...this.#entries.keys()].find((name) => name.endsWith('.qde')) ?? null
  }

  /**
   * The bytes of a member; null where there is none of the name.
   * @param most the most bytes that it may expand to
   */
  read(path: string, most: number): Uint8Array | MemberFault | null {
    const entry = this.#entries.get(last(path))
    if (!entry) return null
    const room = Math.min(most, this.#limits.total - this.#expanded)
    if (entry.size > room || (entry.size > SMALL && entry.size > entry.packed * this.#limits.ratio)) return 'tooLarge'
    const expanded = expandEntry(this.#bytes, entry, room)
    if (!expanded.ok) return expanded.fault === 'expandsTooFar' ? 'tooLarge' : 'damaged'
    this.#expanded += expanded.value.length
    return expanded.value
  }

  /** The text of a member; null where it can't be had. A byte order mark stays a character. */
  text(path: string): string | null {
    const bytes = this.read(path, this.#limits.member)
    return bytes instanceof Uint8Array ? decoded(bytes) : null
  }
}

const last = (path: string): string => path.replace(/\\/g, '/').split('/').at(-1)?.toLowerCase() ?? ''

/** The standard asks for UTF-8; some tools write UTF-16 with its mark. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes
  const label =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(label, { ignoreBOM: true }).decode(bytes)
}
