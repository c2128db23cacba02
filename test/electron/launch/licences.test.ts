import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { billOfMaterials, licencesText, shippedPackages } from '../../../electron/launch/licences.mjs'

const ROOT = join(import.meta.dirname, '../../..')
const packages = await shippedPackages(ROOT)

/** What a package needs is looked for as Node does: in its own folder first, then in those above it. */
function folderOf(name: string, from: string): string | null {
  for (let at = from; ; at = at.slice(0, at.lastIndexOf('/node_modules/'))) {
    const folder = join(at, 'node_modules', name)
    if (existsSync(join(folder, 'package.json'))) return folder
    if (!at.includes('/node_modules/')) return null
  }
}

/** The packages that are reached from those that package.json names, by their own manifests. */
function reached(): Set<string> {
  const found = new Set<string>()
  const walk = (folder: string): void => {
    const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    for (const name of Object.keys(dependencies)) {
      const next = folderOf(name, folder)
      if (next === null) continue
      const { version } = JSON.parse(readFileSync(join(next, 'package.json'), 'utf8'))
      if (found.has(`${name} ${version}`)) continue
      found.add(`${name} ${version}`)
      walk(next)
    }
  }
  walk(ROOT)
  return found
}

describe('the packages of the program', () => {
  it('are all that those of package.json need', () => {
    const names = new Set(packages.map(({ name, version }) => `${name} ${version}`))
    const wanted = [...reached()]
    expect(wanted.length).toBeGreaterThan(50)
    expect(wanted.filter((name) => !names.has(name))).toEqual([])
  })

  it('have each a licence that asks for no source', () => {
    const free =
      /^\(?(MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|Zlib|CC0-1\.0|Python-2\.0)\b/
    expect(
      packages.filter(({ licence }) => !free.test(licence)).map(({ name, licence }) => `${name}: ${licence}`),
    ).toEqual([])
  })

  it('are in the text and in the bill of materials, each with its version', () => {
    const text = licencesText(packages)
    const bill = billOfMaterials({ name: 'duibiao', version: '1.0.0', license: 'Apache-2.0' }, packages, '45.0.0')
    for (const { name, version } of packages) {
      expect(text).toContain(`\n${name} ${version}\n`)
      expect(bill.components.some((one) => one.name === name && one.version === version)).toBe(true)
    }
    expect(bill).toMatchObject({
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      metadata: { component: { name: 'duibiao' } },
    })
    const references = bill.components.map((one) => one['bom-ref'])
    expect(new Set(references).size).toBe(references.length)
  })
})
