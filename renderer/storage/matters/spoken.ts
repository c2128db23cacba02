import type { Span } from '#shared/model/anchor'
import { type ExtractedMatter, type Matter, type MatterType, matterKey, matterName } from '#shared/model/matter'

const BLANK = /[\s\u3000]+/gu

/** A matter as it is told from others: what it is called and where its words stand. */
export interface NamedMatter {
  type: MatterType
  start: number
  end: number
  name: string
}

/** What a matter is told from others by. */
export const named = (matter: ExtractedMatter): NamedMatter => {
  const { type, start, end } = matter
  return { type, start, end, name: matterName(matter) }
}

/** Whether two matters of one type are about the same thing: one name is in the other. */
function isAlike(a: NamedMatter, b: NamedMatter): boolean {
  const [one, other] = [a, b].map(({ name }) => name.replace(BLANK, ''))
  if (!one || !other) return one === other
  return one.includes(other) || other.includes(one)
}

const meet = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/**
 * Which of the engine's matters another one stands for that has no key among them: of its type, at its words, of its name;
 * else the only one that begins where it does.
 */
export function standsFor(matter: NamedMatter, open: readonly ExtractedMatter[]): ExtractedMatter | null {
  const here = open.filter((found) => found.type === matter.type && meet(found, matter))
  const alike = here.filter((found) => isAlike(named(found), matter))
  const begin = here.filter(({ start }) => start === matter.start)
  const [only] = begin
  const fallback = begin.length === 1 && only ? only : null
  return alike.find(({ start }) => start === matter.start) ?? alike[0] ?? fallback
}

/**
 * The engine's matters that touched ones stand for under another name, and which. A touched one stands for the engine's of
 * its key; where a newer engine names it otherwise, or finds what was made by hand, it stands for the one at its words. One
 * whose words are lost stands for none but that of its key.
 */
export function stoodFor(
  engine: readonly ExtractedMatter[],
  touched: readonly Matter[],
): ReadonlyMap<ExtractedMatter, Matter> {
  const spoken = new Set(touched.map(({ origin }) => origin))
  const keys = new Set(engine.map(matterKey))
  const found = new Map<ExtractedMatter, Matter>()
  let open = engine.filter((matter) => !spoken.has(matterKey(matter)))
  for (const matter of touched) {
    const { origin, orphan, content } = matter
    if (orphan || (origin !== null && keys.has(origin))) continue
    const hidden = standsFor(named(content), open)
    if (!hidden) continue
    found.set(hidden, matter)
    open = open.filter((one) => one !== hidden)
  }
  return found
}

/** The engine's matters that the user has not spoken on: none of the touched stands for them. */
export function unspokenMatters(
  engine: readonly ExtractedMatter[],
  touched: readonly Matter[],
): readonly ExtractedMatter[] {
  if (touched.length === 0) return engine
  const spoken = new Set(touched.map(({ origin }) => origin))
  const hidden = stoodFor(engine, touched)
  return engine.filter((matter) => !spoken.has(matterKey(matter)) && !hidden.has(matter))
}
