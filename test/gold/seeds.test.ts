import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { extractFrom, seedFiles } from './files'
import { pool, scoreOf, tally } from './score'

const FLOORS = JSON.parse(readFileSync(join(import.meta.dirname, 'floors.json'), 'utf8'))

it('holds the floors on the five seeds, read from their bytes', async () => {
  const files = seedFiles()
  expect(files).toHaveLength(5)
  const tallies = files.map(async (file) =>
    tally(file.gold, await extractFrom(file.file, file.bytes ?? new Uint8Array())),
  )
  const score = scoreOf(pool(await Promise.all(tallies)))
  expect(score.f1).toBeGreaterThanOrEqual(FLOORS.seeds.f1)
  expect(score.coreF1).toBeGreaterThanOrEqual(FLOORS.seeds.coreF1)
  for (const [field, share] of Object.entries(score.fields))
    expect(share, field).toBeGreaterThanOrEqual(FLOORS.seeds.fields)
})
