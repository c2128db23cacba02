import type { Code } from '../../../model/code'
import { type Message, message } from '../../../model/identity'
import { readCodes } from './codes'
import { Collected } from './collected'
import { MOST_ELEMENTS, readThings } from './tree'

export type ReadCodebook = { ok: true; codes: Code[]; sets: number } | { ok: false; fault: Message }

/**
 * Reads a REFI-QDA codebook (`.qdc`), with the codes of a project where it is one.
 * @param now the time that codes get (ISO 8601): the format tells none
 */
export function readQdc(bytes: Uint8Array, now: string): ReadCodebook {
  const collected = new Collected()
  const fault = readThings(bytes, {
    root: (root) => collected.begin(root),
    thing: (thing, holder) => collected.take(thing, holder),
  })
  if (fault) return { ok: false, fault: message(`exchangeFiles.fault.${fault}`, { limit: MOST_ELEMENTS }) }
  return { ok: true, codes: readCodes(collected.codes, now).codes, sets: collected.left.get('sets') ?? 0 }
}
