import type { Annotation } from '../model/annotation'

/** Who gave which codes of a span, and when. */
export interface Coder {
  author: string
  /** ISO 8601. */
  at: string
  codes: string[]
}

/** Everybody who coded an annotation: its author first, then those who marked the same span. */
export function codersOf({ author, createdAt, codes, also }: Annotation): Coder[] {
  const own = also.find((one) => one.author === author)
  return [{ author, at: createdAt, codes: own ? own.codes : codes }, ...also.filter((one) => one !== own)]
}

/**
 * What an annotation says of others who coded it (`Annotation.also`): the author is among them where others gave codes
 * that the author did not.
 * @param all the annotation's author, the time it was made, and the codes of all
 */
function othersOf({ author, at, codes }: Coder, given: readonly Coder[]): Coder[] {
  const own = given.find((one) => one.author === author) ?? { author, at, codes: [] }
  const rest = given.filter((one) => one.author !== author)
  return rest.length === 0 || own.codes.length === codes.length ? rest : [own, ...rest]
}

/** Puts codes together that one author gave. */
export class Given {
  readonly #coders = new Map<string, Coder>()

  add(author: string, at: string, code: string): void {
    const coder = this.#coders.get(author) ?? { author, at, codes: [] }
    this.#coders.set(author, coder)
    if (!coder.codes.includes(code)) coder.codes.push(code)
  }

  /** The codes of all, each once, and who else gave them. */
  of(author: string, at: string): { codes: string[]; also: Coder[] } {
    const coders = [...this.#coders.values()]
    const codes = [...new Set(coders.flatMap((coder) => coder.codes))]
    return { codes, also: othersOf({ author, at, codes }, coders) }
  }
}
