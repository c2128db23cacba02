/** Blanks between two characters: one or two of any width, as a wide title is set or a scan reads it. */
const APART =
  /(?<=[\p{Script=Han}\d*#。，、；：！？“”（）—])[ \t\u00a0\u3000]{1,2}(?=[\p{Script=Han}\d*#。，、；：！？“”（）—])/gu
const BLANK = /[ \t\u00a0\u3000]/
/** A line is set apart when so many of its characters are, and so large a share. */
const FEWEST = 3
const SHARE = 0.6

/**
 * A line without the blanks between characters that are set apart (各 位 代 表 → 各位代表); other lines as they are,
 * since a single blank parts words that belong apart (市长 杨雄).
 */
export function closedUp(ink: string): string {
  if (!BLANK.test(ink)) return ink
  const blanks = ink.match(APART)?.length ?? 0
  if (blanks < FEWEST) return ink
  const characters = ink.replace(/\s/g, '').length
  return blanks >= (characters - 1) * SHARE ? ink.replace(APART, '') : ink
}
