/** A word of the text that a reader looks nearer at; its offset is the view's. */
export interface Hit {
  readonly at: number
  readonly word: string
  /** Which of the reader's words it is. */
  readonly index: number
}

/** The words that one reader looks for. */
export type Triggers = number

interface Entry extends Omit<Hit, 'at'> {
  readonly of: Triggers
}

/** Places of the table; a power of two, many times the number of words. */
const PLACES = 0x4000
/** Spreads the first character of a pair over the table. */
const SPREAD = 0x9e5
const placeOf = (first: number, second: number): number => ((first * SPREAD) ^ second) & (PLACES - 1)

/** Whether a pair of characters may begin a word of any reader. */
const PAIRS = new Uint8Array(PLACES)
const ENTRIES: (Entry[] | undefined)[] = Array.from({ length: PLACES })
let taken = 0

/** Makes a reader's words known; for constants of modules. Words have two characters at least. */
export function triggers(words: readonly string[]): Triggers {
  const of = taken++
  for (const [index, word] of words.entries()) {
    const place = placeOf(word.charCodeAt(0), word.charCodeAt(1))
    PAIRS[place] = 1
    ENTRIES[place] = [...(ENTRIES[place] ?? []), { of, word, index }]
  }
  return of
}

/**
 * Every word of every reader in a text, by reader, in the order of the text; words may overlap. All are looked for in
 * one pass, which takes as long as a few of the searches that it stands for.
 */
export function hitsIn(text: string): readonly (readonly Hit[])[] {
  const hits = Array.from({ length: taken }, (): Hit[] => [])
  let first = text.charCodeAt(0)
  for (let next = 1; next < text.length; next++) {
    const second = text.charCodeAt(next)
    const place = placeOf(first, second)
    if (PAIRS[place] === 1) note(hits, text, next - 1, place)
    first = second
  }
  return hits
}

function note(hits: readonly Hit[][], text: string, at: number, place: number): void {
  const entries = ENTRIES[place]
  if (!entries) return
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i]
    if (entry && text.startsWith(entry.word, at)) hits[entry.of]?.push({ at, word: entry.word, index: entry.index })
  }
}
