import type { Span } from '#shared/model/anchor'
import { TermSpans, UsePacker } from '#shared/search/tracking/term-spans'

/** Where wordings stand in a report of its own. */
export function termSpans(at: readonly (readonly Span[])[]): TermSpans {
  const packer = new UsePacker()
  packer.add(at)
  return new TermSpans(packer.packed(), 0, at.length)
}
