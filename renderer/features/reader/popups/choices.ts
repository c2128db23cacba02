import type { Code } from '#shared/model/code'

/** A line of the code picker: a code that is there, or the offer to make one with the typed name. */
export type Choice = { type: 'code'; code: Code; path: string } | { type: 'new'; name: string }

/** A code's name with the names above it: 经济 / 增长. A loop in the tree ends the path. */
export function codePath(code: Code, byId: ReadonlyMap<string, Code>): string {
  const names = [code.name]
  const seen = new Set([code.id])
  let parent = code.parent === null ? undefined : byId.get(code.parent)
  while (parent && !seen.has(parent.id)) {
    names.unshift(parent.name)
    seen.add(parent.id)
    parent = parent.parent === null ? undefined : byId.get(parent.parent)
  }
  return names.join(' / ')
}

/** Ways in which typed words fit a code, the best first. */
const FITS = ['starts', 'holds', 'path', 'order'] as const

/** True when all characters of a word stand in a name in their order: 经增 in 经济增长. */
function inOrder(word: string, name: string): boolean {
  let at = 0
  for (const char of name) if (word.startsWith(char, at)) at += char.length
  return at >= word.length
}

/** How well typed words fit; -1 where they do not. */
function fitOf(wanted: string, name: string, path: string): number {
  const fits: Record<(typeof FITS)[number], boolean> = {
    starts: name.startsWith(wanted),
    holds: name.includes(wanted),
    path: path.includes(wanted),
    order: inOrder(wanted.replaceAll(' ', ''), path),
  }
  return FITS.findIndex((fit) => fits[fit])
}

/**
 * Codes that fit the typed words: those that start with them first, then those that have them, in their names or in the
 * names above, then those that have their characters in order; among equals the recent ones first, otherwise in the
 * codebook's order. A name that no code has is offered as a new code, last.
 * @param recent ids of codes applied before, the last first
 */
export function choicesFor(codes: readonly Code[], typed: string, recent: readonly string[] = []): Choice[] {
  const byId = new Map(codes.map((code) => [code.id, code]))
  const wanted = typed.trim().toLocaleLowerCase()
  const age = ({ id }: Code): number => {
    const at = recent.indexOf(id)
    return at < 0 ? recent.length : at
  }
  const fitting = codes.flatMap((code) => {
    const path = codePath(code, byId)
    const fit = fitOf(wanted, code.name.toLocaleLowerCase(), path.toLocaleLowerCase())
    return fit < 0 ? [] : [{ code, path, fit }]
  })
  const choices = fitting
    .toSorted((a, b) => a.fit - b.fit || age(a.code) - age(b.code))
    .map(({ code, path }): Choice => ({ type: 'code', code, path }))
  const exact = codes.some(({ name }) => name.toLocaleLowerCase() === wanted)
  return wanted === '' || exact ? choices : [...choices, { type: 'new', name: typed.trim() }]
}
