/** A part of an expression that takes one character: an escape that stands for one, a class, or a character. */
const ONE = String.raw`(?:\\(?:[dDsSwW]|u[0-9a-fA-F]{4}|[\^$\\.*+?()[\]{}|/-])|\[(?:\\.|[^\]\\])*\]|[^\\^$*+?()[\]{}|])`
/** How often: at most once, so often, or from so often to so often. */
const OFTEN = String.raw`(?:\?|\{(\d{1,3})(?:,(\d{1,3}))?\})\??`
const PART = new RegExp(`[\\^$|]|${ONE}(${OFTEN})?`, 'uy')

/**
 * Characters that an expression may look at from one place before it gives up. A text may have a million places and more:
 * 1.5 million take 0.7 s then, where a thousand characters took longer than an expression that never ends is given.
 */
const MOST = 100

/**
 * True for an expression that is soon through with any text: it repeats nothing without end, has no groups, and looks at
 * few characters from a place, whatever ways it tries. Of others nobody can tell: those that never end are among them.
 * @param source a valid expression with the flag `u`
 */
export function isBounded(source: string): boolean {
  let ways = 1
  let looks = 0
  PART.lastIndex = 0
  while (PART.lastIndex < source.length) {
    const part = PART.exec(source)
    if (!part) return false
    const [, often, from, to = from] = part
    const isOptional = often !== undefined && from === undefined
    looks += ways * Number(to ?? 1)
    ways *= part[0] === '|' || isOptional ? 2 : Number(to ?? 1) - Number(from ?? 1) + 1
    if (looks > MOST) return false
  }
  return true
}
