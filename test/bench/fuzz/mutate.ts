import { strToU8, unzipSync, zipSync } from 'fflate'

/** Draws whole numbers from 0 to below `limit`, the same ones for the same seed. */
export type Draw = (limit: number) => number

/** A small generator of reproducible numbers (mulberry32), so that a failing file can be made again by its number. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }
}

type Mutation = (bytes: Uint8Array, draw: Draw) => Uint8Array

/** Words that parsers read much into: sizes, nesting, references, ends of strings. */
const TOKENS = [
  '\0',
  '\uFFFD',
  '<',
  '>',
  '&#x10FFFF;',
  ']]>',
  '<!--',
  '{\\rtf1',
  '\\u-1',
  '}'.repeat(64),
  '{'.repeat(512),
  '<div>'.repeat(512),
  '4294967295',
  '-1',
  '99999999999999999999',
  'endobj',
  'endstream',
  '/Length 0',
  '/Parent 1 0 R',
  '--',
  '='.repeat(76),
  '=FF=FE',
].map((token) => strToU8(token))

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const flip: Mutation = (bytes, draw) => {
  const mutated = bytes.slice()
  for (let left = 1 + draw(16); left > 0 && mutated.length > 0; left--) mutated[draw(mutated.length)] = draw(256)
  return mutated
}
const cut: Mutation = (bytes, draw) => bytes.slice(0, draw(bytes.length + 1))
const remove: Mutation = (bytes, draw) => {
  const from = draw(bytes.length + 1)
  return joined(bytes.subarray(0, from), bytes.subarray(from + draw(200)))
}
const repeat: Mutation = (bytes, draw) => {
  const from = draw(bytes.length + 1)
  const to = Math.min(bytes.length, from + draw(2000))
  return joined(bytes.subarray(0, to), bytes.subarray(from))
}
const insert: Mutation = (bytes, draw) => {
  const at = draw(bytes.length + 1)
  return joined(bytes.subarray(0, at), TOKENS[draw(TOKENS.length)] ?? new Uint8Array(), bytes.subarray(at))
}
const swap: Mutation = (bytes, draw) => {
  const [a, b] = [draw(bytes.length + 1), draw(bytes.length + 1)].sort((x, y) => x - y) as [number, number]
  return joined(bytes.subarray(0, a), bytes.subarray(b), bytes.subarray(a, b))
}
const BYTES: readonly Mutation[] = [flip, flip, cut, remove, repeat, insert, insert, swap]

/** Mutates a part inside a zip (docx, odt) and packs it anew: bytes changed from outside only break its checksums. */
const inside: Mutation = (bytes, draw) => {
  let parts: Record<string, Uint8Array>
  try {
    parts = unzipSync(bytes)
  } catch {
    return flip(bytes, draw)
  }
  const names = Object.keys(parts).filter((name) => name.endsWith('.xml') || name.endsWith('.rels'))
  const name = names[draw(names.length)]
  if (name === undefined) return flip(bytes, draw)
  if (draw(12) === 0) delete parts[name]
  else parts[name] = mutateBytes(parts[name] ?? new Uint8Array(), draw)
  return zipSync(parts, { level: 0 })
}

function mutateBytes(bytes: Uint8Array, draw: Draw): Uint8Array {
  let mutated = bytes
  for (let left = 1 + draw(3); left > 0; left--) mutated = (BYTES[draw(BYTES.length)] ?? flip)(mutated, draw)
  return mutated
}

/** A damaged copy of a file; zips are damaged inside as often as outside. */
export function mutate(bytes: Uint8Array, draw: Draw): Uint8Array {
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b
  return zipped && draw(3) > 0 ? inside(bytes, draw) : mutateBytes(bytes, draw)
}
