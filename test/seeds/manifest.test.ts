import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { analyseFile } from '#shared/analysis/analyse'
import { placeByCode } from '#shared/places/gazetteer'
import { FORMAT_RESOURCES } from '../../electron/cli/format-resources'

interface Manifest {
  sources: {
    file: string
    sha256: string
    encoding: string
    characters: number
    what: { zh: string; en: string }
    reports: {
      place: { code: string; name: string; short: string }
      repairedFrom: string | null
      year: number
      kind: string
    }[]
  }[]
}

const folder = fileURLToPath(new URL('../../seeds/', import.meta.url))
const manifest = JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8')) as Manifest

/** Reads a seed under a name that tells nothing. */
async function analyse(file: string) {
  const bytes = new Uint8Array(readFileSync(folder + file))
  const hash = createHash('sha256').update(bytes).digest('hex')
  const analysed = await analyseFile(
    { name: 'source.txt', hash, bytes, at: '2026-01-01T00:00:00Z' },
    { resources: FORMAT_RESOURCES },
  )
  if (!analysed.ok) throw new Error(analysed.reason.key)
  return { hash, source: analysed.value }
}

it('names every seed, and no other file', () => {
  const seeds = readdirSync(folder).filter((name) => name.endsWith('.txt'))
  expect(manifest.sources.map(({ file }) => file)).toEqual(seeds.sort())
})

describe.each(manifest.sources)('$file', ({ file, sha256, encoding, characters, what, reports }) => {
  it('is the file that the manifest means', async () => {
    const { hash, source } = await analyse(file)
    expect(hash).toBe(sha256)
    expect(source.reading.encoding).toBe(encoding)
    expect(source.reading.characters).toBe(characters)
    expect(what.zh).toMatch(/\p{Script=Han}/u)
    expect(what.en).not.toBe('')
  })

  it('holds the reports that the manifest says, as the engine finds by itself', async () => {
    const { source } = await analyse(file)
    const found = source.reports.map(({ report }) => ({
      place: { code: report.place?.code, name: report.place?.name, short: report.place?.short },
      repairedFrom: report.repairedFrom,
      year: report.year,
      kind: report.kind,
    }))
    expect(found).toEqual(reports)
  })

  it('names places of the gazetteer', () => {
    for (const { place } of reports) expect(placeByCode(place.code)).toMatchObject(place)
  })
})
