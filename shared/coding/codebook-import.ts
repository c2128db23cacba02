import type { Code } from '../model/code'
import { type Message, message, newId } from '../model/identity'
import { nextColor } from './code-colors'
import { shownParents } from './code-tree'

/** A code as it is wanted; what is undefined stays as it is, or is chosen for a new code. */
export interface WantedCode {
  /** Where it was told: a line of a file. */
  line: number
  /** Names from the top down, the last is its own. */
  path: readonly string[]
  color?: string
  key?: number | null
  definition?: string
  example?: string
  memo?: string
  order?: number
}

/** What an import would do with a line. */
export interface PlannedCode {
  line: number
  path: readonly string[]
  status: 'new' | 'changed' | 'same' | 'fault'
  /** The code as it would be; null for a fault. */
  code: Code | null
  /** Fields that become others. */
  fields: readonly ImportedField[]
  /** The memo's text as it would be, null where it stays. */
  memo: string | null
  fault: Message | null
}

const FIELDS = ['color', 'key', 'definition', 'example', 'order'] as const
export type ImportedField = (typeof FIELDS)[number] | 'memo'

/** The codebook that is there. */
export interface Codebook {
  /** In the order of the codebook. */
  codes: readonly Code[]
  /** Texts of the codes' memos by code. */
  memos: ReadonlyMap<string, string>
}

/**
 * What it takes to bring wanted codes into a codebook. A line is the code with its path: of several with the same path
 * the first line is the first of them, and what follows a line is meant below it. Parents that are neither there nor
 * told are made. Nothing is taken away: codes that no line names stay.
 * @param made who makes new codes, and when (ISO 8601)
 */
export function planImport(
  present: Codebook,
  wanted: readonly WantedCode[],
  made: Pick<Code, 'author' | 'createdAt'>,
): PlannedCode[] {
  const draft = new Draft(present, made)
  return wanted.flatMap((one) => draft.take(one))
}

/** The codebook as it becomes, line by line. */
class Draft {
  readonly #memos: ReadonlyMap<string, string>
  readonly #made: Pick<Code, 'author' | 'createdAt'>
  /** Codes by parent and name, in their order. */
  readonly #named = new Map<string, Code[]>()
  /** Colours in use: what there is of each is counted once, or a long table would take the square of its length. */
  readonly #colors = new Set<string>()
  /** Codes below each parent: their colours, and the last of their orders. */
  readonly #below = new Map<string | null, { colors: Set<string>; last: number }>()
  readonly #colorOf = new Map<string, string>()
  /** Codes that lines have named. */
  readonly #told = new Set<string>()
  /** The code that the last line with a path was about. */
  readonly #lastAt = new Map<string, string>()
  readonly #keys = new Set<number>()

  constructor({ codes, memos }: Codebook, made: Pick<Code, 'author' | 'createdAt'>) {
    this.#memos = memos
    this.#made = made
    const parents = shownParents(codes)
    for (const code of codes) this.#put(code, parents.get(code.id) ?? null)
  }

  /** Plans a line, with the parents that it needs and that are not there. */
  take(wanted: WantedCode): PlannedCode[] {
    const { line, path, key } = wanted
    const fault = (what: Message): PlannedCode[] => [
      { line, path, status: 'fault', code: null, fields: [], memo: null, fault: what },
    ]
    if (key !== undefined && key !== null) {
      if (this.#keys.has(key)) return fault(message('codebook.csv.fault.keyTwice', { key }))
      this.#keys.add(key)
    }
    const planned: PlannedCode[] = []
    let parent: string | null = null
    for (let depth = 1; depth < path.length; depth++) {
      const above: readonly string[] = path.slice(0, depth)
      const found: string | null = this.#lastAt.get(keyOf(above)) ?? this.#first(parent, above.at(-1) ?? '')
      if (found === null) {
        const added = this.#add({ line, path: above }, parent)
        planned.push(added)
        parent = added.code?.id ?? null
      } else parent = found
    }
    const name = path.at(-1) ?? ''
    const free = this.#named.get(placeOf(parent, name))?.find(({ id }) => !this.#told.has(id))
    const own = free ? this.#change(free, wanted) : this.#add(wanted, parent)
    if (own.code) {
      this.#told.add(own.code.id)
      this.#lastAt.set(keyOf(path), own.code.id)
    }
    return [...planned, own]
  }

  #first(parent: string | null, name: string): string | null {
    return this.#named.get(placeOf(parent, name))?.[0]?.id ?? null
  }

  #put(code: Code, parent: string | null): void {
    const place = placeOf(parent, code.name)
    this.#named.set(place, [...(this.#named.get(place) ?? []), code])
    this.#colors.add(code.color)
    this.#colorOf.set(code.id, code.color)
    const { colors, last } = this.#siblings(code.parent)
    this.#below.set(code.parent, { colors: colors.add(code.color), last: Math.max(last, code.order) })
  }

  #siblings(parent: string | null) {
    return this.#below.get(parent) ?? { colors: new Set<string>(), last: 0 }
  }

  #change(code: Code, wanted: WantedCode): PlannedCode {
    const { line, path, memo } = wanted
    const after: Code = { ...code, ...given(wanted) }
    const fields: ImportedField[] = FIELDS.filter((field) => after[field] !== code[field])
    const hasMemo = memo !== undefined && memo !== (this.#memos.get(code.id) ?? '')
    if (hasMemo) fields.push('memo')
    const status = fields.length > 0 ? 'changed' : 'same'
    return { line, path, status, code: after, fields, memo: hasMemo ? memo : null, fault: null }
  }

  #add(wanted: WantedCode, parent: string | null): PlannedCode {
    const { line, path, memo } = wanted
    const { colors, last } = this.#siblings(parent)
    const above = parent === null ? undefined : this.#colorOf.get(parent)
    const near = (color: string): boolean => colors.has(color) || color === above
    const code: Code = {
      id: newId(),
      name: path.at(-1) ?? '',
      parent,
      color: wanted.color ?? nextColor([...this.#colors].map((color) => ({ color, near: near(color) }))),
      definition: '',
      example: '',
      order: last + 1,
      key: null,
      ...this.#made,
      ...given(wanted),
    }
    this.#put(code, parent)
    return { line, path, status: 'new', code, fields: [], memo: memo || null, fault: null }
  }
}

/** The fields of a code that a line tells. */
function given({ color, key, definition, example, order }: WantedCode): Partial<Code> {
  const told = { color, key, definition, example, order }
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
}

const keyOf = (path: readonly string[]): string => JSON.stringify(path)
const placeOf = (parent: string | null, name: string): string => JSON.stringify([parent, name])
