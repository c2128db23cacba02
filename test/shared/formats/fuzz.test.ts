import { expect, it } from 'vitest'
import { fuzzFormat } from '../../bench/fuzz/fuzz'
import { FIXTURES } from '../../fixtures'

/** Enough to meet a reader that throws; `npm run fuzz` does ten thousand of each. */
const FILES = 40
const FORMATS = [...new Set(FIXTURES.map(({ format }) => format))]

it.each(FORMATS)('reads or refuses damaged files of %s, and never breaks', async (format) => {
  const { files, broken } = await fuzzFormat(format, FILES, 7)
  expect(files).toBe(FILES)
  expect(broken).toEqual([])
})
