import { type ExtractedMatter, type Matter, matterKey, matterName } from '#shared/model/matter'

const BLANK = /[\s\u3000]+/gu

const nameOf = (matter: ExtractedMatter): string => matterName(matter).replace(BLANK, '')

/** Whether two matters of one type are about the same thing: one name is in the other. */
function isAlike(a: ExtractedMatter, b: ExtractedMatter): boolean {
  const [one, other] = [nameOf(a), nameOf(b)]
  if (one === '' || other === '') return one === other
  return one.includes(other) || other.includes(one)
}

const meet = (a: ExtractedMatter, b: ExtractedMatter): boolean => a.start < b.end && b.start < a.end

/**
 * Which of the engine's matters a touched one stands for that has no key among them: of its type, at its words, of its
 * name; else the only one that begins where it does.
 */
function standsFor(content: ExtractedMatter, open: readonly ExtractedMatter[]): ExtractedMatter | null {
  const here = open.filter((found) => found.type === content.type && meet(found, content))
  const alike = here.filter((found) => isAlike(found, content))
  const begin = here.filter(({ start }) => start === content.start)
  const [only] = begin
  const fallback = begin.length === 1 && only ? only : null
  return alike.find(({ start }) => start === content.start) ?? alike[0] ?? fallback
}

/**
 * The engine's matters that the user has not spoken on. A touched one stands for the engine's of its key; where a newer
 * engine names it otherwise, or finds what was made by hand, it stands for the one at its words. One whose words are lost
 * hides none but that of its key.
 */
export function unspokenMatters(
  engine: readonly ExtractedMatter[],
  touched: readonly Matter[],
): readonly ExtractedMatter[] {
  if (touched.length === 0) return engine
  const spoken = new Set(touched.map(({ origin }) => origin))
  const keys = new Set(engine.map(matterKey))
  let open = engine.filter((matter) => !spoken.has(matterKey(matter)))
  for (const { origin, orphan, content } of touched) {
    if (orphan || (origin !== null && keys.has(origin))) continue
    const hidden = standsFor(content, open)
    if (hidden) open = open.filter((matter) => matter !== hidden)
  }
  return open
}
