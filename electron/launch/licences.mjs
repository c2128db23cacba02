/** What the packed program is made of besides its own source: a list for people, and one for programs (SBOM). */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const LICENCE_FILE = /^(licen[cs]e|copying|notice)([.-].*)?$/i

/**
 * The packages that the program is bundled from, with all that they need, as they lie in `node_modules`; packages for
 * other systems, which are not installed here, are left out. Sorted by name.
 * @param {string} root folder of the project
 * @returns {Promise<{ name: string, version: string, licence: string, text: string, integrity?: string }[]>} `text` is
 *   all that the package says about its licence, '' where it holds no such file
 */
export async function shippedPackages(root) {
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))
  const wanted = Object.entries(lock.packages).filter(([path, { dev, devOptional }]) => path && !dev && !devOptional)
  const found = await Promise.all(wanted.map(([path, { integrity }]) => packageAt(join(root, path), integrity)))
  const each = new Map(found.filter((one) => one !== null).map((one) => [`${one.name} ${one.version}`, one]))
  return [...each.values()].sort((a, b) => order(a.name, b.name) || order(a.version, b.version))
}

const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

async function packageAt(folder, integrity) {
  const manifest = await readFile(join(folder, 'package.json'), 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (manifest === null) return null
  const { name, version, license, licenses } = JSON.parse(manifest)
  const files = (await readdir(folder)).filter((file) => LICENCE_FILE.test(file)).sort()
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
  const licence = nameOf(license ?? licenses?.[0])
  return {
    name,
    version,
    licence,
    text: texts.map((text) => text.trim()).join('\n\n'),
    ...(integrity && { integrity }),
  }
}

/** Old packages wrote an object with a type. */
const nameOf = (license) => (typeof license === 'string' ? license : (license?.type ?? ''))

/** All licences as one text. */
export function licencesText(packages) {
  const line = '-'.repeat(72)
  const parts = packages.map(({ name, version, licence, text }) =>
    [line, `${name} ${version}`, `Licence: ${licence}`, '', text || 'The package holds no text of its licence.'].join(
      '\n',
    ),
  )
  const head = `Duibiao is made with the ${packages.length} packages below. Those of Electron and Chromium are in\nLICENSE.electron.txt and LICENSES.chromium.html.`
  return `${head}\n\n${parts.join('\n\n')}\n`
}

/**
 * A bill of materials in CycloneDX 1.5: the same for the same packages, so it holds no time and no random number.
 * @param {{ name: string, version: string, license: string }} app
 * @param {Awaited<ReturnType<typeof shippedPackages>>} packages
 * @param {string} electron version of the Electron that it is packed with
 */
export function billOfMaterials({ name, version, license }, packages, electron) {
  const component = (one, type) => ({
    type,
    'bom-ref': `pkg:npm/${one.name.replace('@', '%40')}@${one.version}`,
    name: one.name,
    version: one.version,
    purl: `pkg:npm/${one.name.replace('@', '%40')}@${one.version}`,
    ...(one.licence && {
      licenses: [/[ ()]/.test(one.licence) ? { expression: one.licence } : { license: { id: one.licence } }],
    }),
    ...(one.integrity && { hashes: [{ alg: 'SHA-512', content: hexOf(one.integrity) }] }),
  })
  const runtime = component({ name: 'electron', version: electron, licence: 'MIT' }, 'framework')
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: component({ name, version, licence: license }, 'application') },
    components: [runtime, ...packages.map((one) => component(one, 'library'))],
  }
}

/** The lockfile writes the hash in base64, behind its name. */
const hexOf = (integrity) => Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex')
