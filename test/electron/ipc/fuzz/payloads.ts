import fc from 'fast-check'
import { z } from 'zod'
import type { Channel } from '#shared/ipc/channels'
import { CONTRACT } from '#shared/ipc/contract'

/** Stands for an id that the program itself has given out: which one is known only when the payload is sent. */
const ID = /^id:(\d+)$/
const knownId = fc.nat({ max: 999 }).map((n) => `id:${n}`)

/** The parts of a JSON Schema that the contract's own come to. */
interface Schema {
  type?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  prefixItems?: Schema[]
  additionalProperties?: Schema | boolean
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  format?: string
  pattern?: string
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  maxLength?: number
  $ref?: string
  $defs?: Record<string, Schema>
}

/** Strings that have broken programs: ways out of folders, names of devices, escapes, odd and huge text. */
const HOSTILE_TEXTS: readonly string[] = [
  '',
  '.',
  '..',
  '../../outside/secret.txt',
  '..\\..\\outside\\secret.txt',
  '/etc/passwd',
  'file:///etc/passwd',
  'C:\\Windows\\win.ini',
  '\\\\server\\share',
  'CON',
  'a\u0000b',
  '~/.ssh/id_rsa',
  '%2e%2e%2f',
  '$(touch evil)',
  '; rm -rf .',
  "'; drop table x; --",
  '<img src=x onerror=alert(1)>',
  '{{constructor.constructor("return process")()}}',
  '__proto__',
  'constructor',
  'toString',
  '\ud800',
  '\ufeff\u202e',
  '=1+1',
  'a'.repeat(5000),
  '𠮷'.repeat(300),
  '1e999',
  '-1',
]

const hostileText = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: 'binary', maxLength: 40 }))

const nested = (depth: number): unknown => {
  let value: unknown = 'bottom'
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { value }
  return value
}

/** An object that holds itself: structured clone takes it along. */
function cyclic(): unknown {
  const value: Record<string, unknown> = { name: 'x', paths: ['/a'] }
  value.self = value
  value.list = [value]
  return value
}

/** Values that only a structured clone can hand over, and objects that mean to change every other one. */
const HOSTILE_VALUES: readonly (() => unknown)[] = [
  () => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  () => JSON.parse('[{"__proto__":{"polluted":true}}]'),
  cyclic,
  () => nested(2000),
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => -0,
  () => 2 ** 53,
  () => -1,
  () => 0.1,
  () => 10n ** 30n,
  () => new Date(Number.NaN),
  () => new Map([['__proto__', { polluted: true }]]),
  () => new Set(['..']),
  () => /(a+)+$/,
  () => new Error('no'),
  () => new ArrayBuffer(8),
  () => new Uint8Array(3),
  () => new Float64Array([Number.NaN]),
  () => Object.assign([], { length: 100_000 }),
  () => 'x'.repeat(2_000_000),
  () => Array.from({ length: 20_000 }, () => '..'),
  () => Object.create(null),
  () => undefined,
  () => null,
  () => true,
]

const hostileValue = fc.oneof(
  fc.constantFrom(...HOSTILE_VALUES).map((make) => make()),
  hostileText,
  knownId,
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true, maxDepth: 3 }),
)

/** A value that the schema lets through, as far as JSON Schema can say; texts and ids are hostile where they may be. */
function fitting(schema: Schema, root: Schema): fc.Arbitrary<unknown> {
  if (schema.$ref) return fitting(referred(schema.$ref, root), root)
  if (schema.allOf?.[0]) return fitting(schema.allOf[0], root)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof({ maxDepth: 4 }, ...choices.map((choice) => fitting(choice, root)))
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if ('const' in schema) return fc.constant(schema.const)
  switch (schema.type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return fc.integer({
        min: Math.max(schema.minimum ?? -5, -5),
        max: Math.min(schema.maximum ?? 1000, 1000),
      })
    case 'number':
      return fc.double({ min: schema.minimum ?? -10, max: schema.maximum ?? 10, noNaN: true })
    case 'string':
      return fittingText(schema)
    case 'array':
      return fittingList(schema, root)
    case 'object':
      return fittingObject(schema, root)
    // What JSON Schema cannot say is bytes.
    default:
      return fc.uint8Array({ maxLength: 200 })
  }
}

function referred(reference: string, root: Schema): Schema {
  const found = root.$defs?.[reference.replace('#/$defs/', '')]
  if (!found) throw new Error(`the contract refers to ${reference}, which is not there`)
  return found
}

/** The pattern of a hash by itself. */
const HASH = '^[0-9a-f]{64}$'

function fittingText({ format, pattern, maxLength = 60 }: Schema): fc.Arbitrary<unknown> {
  if (format === 'uuid') return fc.oneof(knownId, knownId, fc.uuid())
  if (format === 'date-time') return fc.constantFrom('2026-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z')
  if (pattern === HASH) return fc.oneof(knownId, fc.stringMatching(/^[0-9a-f]{64}$/))
  if (pattern) return fc.stringMatching(new RegExp(pattern))
  return fc.oneof(hostileText, knownId, fc.string({ maxLength: Math.min(maxLength, 60) }))
}

function fittingList(schema: Schema, root: Schema): fc.Arbitrary<unknown> {
  if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map((item) => fitting(item, root)))
  const limits = { minLength: schema.minItems ?? 0, maxLength: Math.max(schema.minItems ?? 0, 3) }
  return fc.array(fitting(schema.items ?? {}, root), limits)
}

function fittingObject(schema: Schema, root: Schema): fc.Arbitrary<unknown> {
  const parts = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, part]) => [name, fitting(part, root)]),
  )
  if (Object.keys(parts).length > 0) return fc.record(parts, { requiredKeys: schema.required ?? [] })
  const values = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {}
  return fc.dictionary(hostileText, fitting(values, root), { maxKeys: 3 })
}

/** A fitting value with one field replaced, taken away, or one too many. */
function spoiled(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(value, fc.nat(), hostileText, hostileValue).map(([base, at, name, hostile]) => {
    if (typeof base !== 'object' || base === null || ArrayBuffer.isView(base)) return hostile
    const copy: Record<string, unknown> = { ...base }
    const names = Object.keys(base)
    const field = names[at % Math.max(names.length, 1)]
    // As a clone would have it: a field of its own even where it is called `__proto__`.
    if (field === undefined || at % 7 === 0)
      Object.defineProperty(copy, name, { value: hostile, enumerable: true, configurable: true, writable: true })
    else if (at % 7 === 1) delete copy[field]
    else copy[field] = hostile
    return copy
  })
}

/** A payload before it is sent. */
export interface Planned {
  payload: unknown
  /** It is turned to what is there when it is sent, and a part of it is then replaced, or none is. */
  aim: { part: number; hostile: unknown } | 'whole' | null
}

const planned = (aim: Planned['aim']) => (payload: unknown) => ({ payload, aim })

/** Payloads for a channel: three of four fit the contract or nearly so, the others are anything. */
function payloadFor(channel: Channel): fc.Arbitrary<Planned> {
  const schema = z.toJSONSchema(CONTRACT[channel].input, { io: 'input', unrepresentable: 'any' }) as Schema
  const fit = fitting(schema, schema)
  const anything = hostileValue.map(planned(null))
  // Where only one thing fits, more of it would try nothing new.
  if (schema.type === 'null')
    return fc.oneof({ arbitrary: fit.map(planned('whole')), weight: 1 }, { arbitrary: anything, weight: 9 })
  return fc.oneof(
    fit.map(planned(null)),
    spoiled(fit).map(planned(null)),
    fit.map(planned('whole')),
    fc.tuple(fit, fc.nat(), hostileValue).map(([payload, part, hostile]) => ({ payload, aim: { part, hostile } })),
    anything,
  )
}

/** Payloads for a channel, the same for the same seed. */
export const payloadsFor = (channel: Channel, count: number, seed: number): Planned[] =>
  fc.sample(payloadFor(channel), { numRuns: count, seed })

/** A copy of a value with one of its parts, however deep, replaced; what has none is replaced itself. */
export function withPart(value: unknown, at: number, hostile: unknown): unknown {
  const copy: unknown = structuredClone(value)
  const parts: [holder: object, name: string][] = []
  const collect = (holder: unknown): void => {
    if (typeof holder !== 'object' || holder === null || ArrayBuffer.isView(holder)) return
    for (const [name, part] of Object.entries(holder)) {
      parts.push([holder, name])
      collect(part)
    }
  }
  collect(copy)
  const [holder, name] = parts[at % Math.max(parts.length, 1)] ?? []
  if (!holder || name === undefined) return hostile
  Object.defineProperty(holder, name, { value: hostile, enumerable: true, configurable: true, writable: true })
  return copy
}

/** Puts ids that were given out where they are stood for, in a copy as another process would get it; null for none. */
export function sendable(payload: unknown, ids: readonly string[]): { payload: unknown } | null {
  try {
    return { payload: withIds(structuredClone(payload), ids, new Set()) }
  } catch {
    // Functions and the like cannot be sent at all.
    return null
  }
}

/** Half the time the one that was given out last: what it names is still there. */
const chosenOf = (ids: readonly string[], n: number): unknown => (n % 2 === 0 ? ids.at(-1) : ids[n % ids.length])

function withIds(value: unknown, ids: readonly string[], seen: Set<unknown>): unknown {
  if (typeof value === 'string') {
    const found = ID.exec(value)
    return found && ids.length > 0 ? chosenOf(ids, Number(found[1])) : value
  }
  if (typeof value !== 'object' || value === null || seen.has(value) || ArrayBuffer.isView(value)) return value
  seen.add(value)
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return value
  for (const [name, part] of Object.entries(value)) {
    const put = withIds(part, ids, seen)
    if (put !== part) Reflect.set(value, name, put)
  }
  return value
}
