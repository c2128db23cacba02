import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFormat } from '#shared/formats/read'
import { bytesOf, FIXTURES } from '../../../fixtures'
import { NO_RESOURCES } from './documents'

const FORMATS = ['docx', 'doc', 'rtf', 'odt']
const FILES = FIXTURES.filter(({ format, expected }) => FORMATS.includes(format) && expected !== null).map(
  ({ file }) => file,
)

/** Places as shares of the file's length, so that one draw serves files of every size. */
const SHARE = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const CHANGE = fc.oneof(
  fc.record({ kind: fc.constant('byte' as const), at: SHARE, value: fc.nat(255) }),
  fc.record({ kind: fc.constant('cut' as const), at: SHARE, value: fc.nat(4096) }),
  fc.record({
    kind: fc.constant('long' as const),
    at: SHARE,
    value: fc.constantFrom(0, 1, 0xffff, 0x7fffffff, 0xffffffff),
  }),
)
type Change = { kind: 'byte' | 'cut' | 'long'; at: number; value: number }

function changed(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  let made = bytes.slice()
  for (const { kind, at, value } of changes) {
    const place = Math.floor(at * made.length)
    if (kind === 'byte') made[place] = value
    else if (kind === 'cut') made = Uint8Array.from([...made.subarray(0, place), ...made.subarray(place + value)])
    else
      for (let byte = 0; byte < 4 && place + byte < made.length; byte++)
        made[place + byte] = (value >>> (byte * 8)) & 0xff
  }
  return made
}

describe('damaged documents', () => {
  it.each(FILES.map((file) => [file]))('%s gives a text or a reason, wherever it was changed', async (file) => {
    const bytes = bytesOf(file)
    const name = file.slice(file.lastIndexOf('/') + 1)
    const holds = async (changes: readonly Change[]) => {
      const read = await readFormat(name, changed(bytes, changes), { resources: NO_RESOURCES })
      if (!read.ok) return read.reason.key.startsWith('errors.file.')
      const spans = [...read.marks.headings, ...read.marks.rows, ...read.marks.furniture]
      return spans.every(({ start, end }) => start >= 0 && start <= end && end <= read.text.length)
    }
    await fc.assert(fc.asyncProperty(fc.array(CHANGE, { minLength: 1, maxLength: 6 }), holds), { numRuns: 60 })
    expect.assertions(0)
  })
})
