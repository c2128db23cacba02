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

/**
 * Codes whose name holds the typed words: those that start with them first, otherwise in the codebook's order.
 * A name that no code has is offered as a new code, last.
 */
export function choicesFor(codes: readonly Code[], typed: string): Choice[] {
  const byId = new Map(codes.map((code) => [code.id, code]))
  const wanted = typed.trim().toLocaleLowerCase()
  const hits = codes.filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
  const rank = ({ name }: Code): number => (name.toLocaleLowerCase().startsWith(wanted) ? 0 : 1)
  const choices = hits
    .toSorted((a, b) => rank(a) - rank(b))
    .map((code): Choice => ({ type: 'code', code, path: codePath(code, byId) }))
  const exact = hits.some(({ name }) => name.toLocaleLowerCase() === wanted)
  return wanted === '' || exact ? choices : [...choices, { type: 'new', name: typed.trim() }]
}
