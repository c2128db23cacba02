import { Spans } from './spans'

/** Characters of a text, at least and at most, that tell what is frequent. */
const ENOUGH = 2048
const SAMPLE = 16_384
/** Characters that are looked through before a tail is chosen: a few texts are not worth the choice. */
const PATIENCE = 65_536
/** What it costs to look at a place that the engine found, in places that it passed over by itself. */
const LOOK = 6

/** The byte of a code unit that the engine looks for to find the unit: the larger of its two. */
const byteOf = (unit: number): number => Math.max(unit >> 8, unit & 0xff)

/**
 * Where a phrase's tail is to begin so that a text of this kind has few places that look like it. The engine runs to the
 * next byte that the first unit has, and compares there: what begins with a frequent byte is found several times as
 * slowly as what begins with a rare one, and a tail is found wherever the phrase is.
 */
function anchorOf(phrase: string, sample: string): number {
  const [bytes, units] = [new Uint32Array(0x100), new Map<number, number>()]
  for (let at = 0; at < phrase.length; at++) units.set(phrase.charCodeAt(at), 0)
  for (let at = 0; at < sample.length; at++) {
    const unit = sample.charCodeAt(at)
    const [high, low] = [unit >> 8, unit & 0xff]
    bytes[high] = (bytes[high] ?? 0) + 1
    if (low !== high) bytes[low] = (bytes[low] ?? 0) + 1
    const known = units.get(unit)
    if (known !== undefined) units.set(unit, known + 1)
  }
  const last = phrase.length - 1
  let [best, least] = [0, Number.POSITIVE_INFINITY]
  for (let at = 0; at <= last; at++) {
    const unit = phrase.charCodeAt(at)
    // Of a tail of several units few are found that are not the phrase; a single unit may stand anywhere.
    const cost = (bytes[byteOf(unit)] ?? 0) + (at === last && at > 0 ? LOOK * (units.get(unit) ?? 0) : 0)
    if (cost < least) [best, least] = [at, cost]
  }
  return best
}

/**
 * Finds a phrase by that tail of it which is found soonest, and then looks at what stands before: the same places, one
 * behind the other, as `indexOf` for the whole phrase gives, also those that overlap. The next call overwrites them.
 */
export function anchoredFinder(phrase: string): (text: string) => Spans {
  let anchor = 0
  let tail = phrase
  let passed = 0
  let isChosen = false
  const spans = new Spans()
  const choose = (text: string): void => {
    passed += text.length
    if (passed < PATIENCE || text.length < ENOUGH) return
    isChosen = true
    anchor = anchorOf(phrase, text.slice(0, SAMPLE))
    tail = phrase.slice(anchor)
  }
  return (text) => {
    if (!isChosen) choose(text)
    spans.cut(0)
    for (let at = text.indexOf(tail, anchor); at >= 0; at = text.indexOf(tail, at + 1))
      if (anchor === 0 || text.startsWith(phrase, at - anchor)) spans.push(at - anchor, at - anchor + phrase.length)
    return spans
  }
}
