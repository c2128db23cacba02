/** A part of an expression that takes one character: an escape that stands for one, a class, or a character. */
const ONE = String.raw`(?:\\(?:[dDsSwW]|u[0-9a-fA-F]{4}|[\^$\\.*+?()[\]{}|/-])|\[(?:\\.|[^\]\\])*\]|[^\\^$*+?()[\]{}|])`
/** How often: at most once, so often, or from so often to so often. */
const OFTEN = String.raw`(?:\?|\{(\d{1,3})(?:,(\d{1,3}))?\})\??`
const PART = new RegExp(`[\\^$|]|${ONE}(${OFTEN})?`, 'uy')

/** Ways through an expression from one place, times their length: with more, a long text may take seconds. */
const MOST = 1000

/**
 * True for an expression that is soon through with any text: it repeats nothing without end, has no groups, and leaves
 * few ways to try from a place. Of others nobody can tell: those that never end are among them.
 * @param source a valid expression with the flag `u`
 */
export function isBounded(source: string): boolean {
  let ways = 1
  let length = 1
  PART.lastIndex = 0
  while (PART.lastIndex < source.length) {
    const part = PART.exec(source)
    if (!part) return false
    const [, often, from, to = from] = part
    const isOptional = often !== undefined && from === undefined
    ways *= part[0] === '|' || isOptional ? 2 : Number(to ?? 1) - Number(from ?? 1) + 1
    length += Number(to ?? 1)
    if (ways * length > MOST) return false
  }
  return true
}
