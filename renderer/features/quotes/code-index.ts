import { inTreeOrder, pathOf, withBelow } from '#shared/coding/code-tree'
import type { Code } from '#shared/model/code'

/** The codebook as the quotes need it: names with those above, the order of the tree, what is below a code. */
export class CodeIndex {
  /** In the order of the tree. */
  readonly codes: readonly Code[]
  readonly #byId: ReadonlyMap<string, Code>
  readonly #position: ReadonlyMap<string, number>
  readonly #paths = new Map<string, string>()

  constructor(codes: readonly Code[]) {
    this.codes = inTreeOrder(codes)
    this.#byId = new Map(codes.map((code) => [code.id, code]))
    this.#position = new Map(this.codes.map(({ id }, at) => [id, at]))
  }

  get(id: string): Code | undefined {
    return this.#byId.get(id)
  }

  /** 经济 / 增长; '' for a code that is gone. */
  path(id: string): string {
    const known = this.#paths.get(id)
    if (known !== undefined) return known
    const path = this.#byId.has(id) ? pathOf(this.codes, id).join(' / ') : ''
    this.#paths.set(id, path)
    return path
  }

  /** Place in the tree, from 0; codes that are gone come last. */
  position(id: string): number {
    return this.#position.get(id) ?? this.codes.length
  }

  /** Codes with all that stand below them. */
  below(ids: readonly string[]): Set<string> {
    return withBelow(this.codes, ids)
  }
}

export const NO_CODES = new CodeIndex([])
