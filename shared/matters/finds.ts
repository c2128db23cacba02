/** A find of an expression in words. */
export interface Find {
  readonly index: number
  readonly word: string
}

/**
 * All finds of a global expression that never matches nothing, in the order of the text. `matchAll` copies the
 * expression each time, which takes longer than to read a clause.
 */
export function findsOf(form: RegExp, words: string): Find[] {
  const finds: Find[] = []
  form.lastIndex = 0
  for (let found = form.exec(words); found; found = form.exec(words)) finds.push({ index: found.index, word: found[0] })
  return finds
}
