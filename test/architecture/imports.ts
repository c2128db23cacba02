import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { FEATURES, FILE_RULES, RULES, type Rule } from './rules'

/** A source file by its path from the top of the repository, with its text. */
export interface SourceFile {
  path: string
  text: string
}

/** An import that the table does not allow, in words. */
export type Violation = string

/** Files that git knows or would add, so that build results stay out. */
export function trackedFiles(): string[] {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  })
  return list.split('\0').filter(Boolean)
}

/** All source files of the three code folders. */
export function sourceFiles(): SourceFile[] {
  return trackedFiles()
    .filter((path) => /^(shared|electron|renderer)\/.*\.(ts|tsx|mjs)$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

const IMPORT = /(?:^|[\s;}])(?:import|export)\s+(?:type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"]+)['"]/g
const DYNAMIC = /\bimport\s*\(\s*['"]([^'"]+)['"]/g
const WORKER = /new URL\(\s*['"](\.[^'"]+)['"]\s*,\s*import\.meta\.url/g

/** The specifiers that a file imports, statically, dynamically or as a worker. */
export function importsOf(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
  return [IMPORT, DYNAMIC, WORKER].flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1] ?? ''))
}

function zoneOf(path: string): string | null {
  const zones = [...Object.keys(RULES), 'seeds'].filter((zone) => path === zone || path.startsWith(`${zone}/`))
  return zones.sort((a, b) => b.length - a.length)[0] ?? null
}

const featureOf = (path: string): string | null =>
  path.startsWith(`${FEATURES}/`) ? (path.slice(FEATURES.length + 1).split('/')[0] ?? null) : null

/** The path from the top that a specifier means, or null for a package. */
function resolve(from: string, specifier: string): string | null {
  const plain = specifier.replace(/[?#].*$/, (tail) => (specifier.startsWith('#') ? tail : ''))
  if (plain.startsWith('#shared/')) return `shared/${plain.slice('#shared/'.length)}`
  if (plain.startsWith('.')) return posix.join(posix.dirname(from), plain)
  return null
}

const packageOf = (specifier: string): string =>
  specifier.startsWith('node:') ? 'node:' : specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')

function packageViolation(file: SourceFile, rule: Rule, specifier: string): Violation[] {
  const name = packageOf(specifier)
  return rule.packages.includes(name) ? [] : [`${file.path} imports the package ${name}`]
}

function zoneViolation(file: SourceFile, zone: string, rule: Rule, target: string): Violation[] {
  const targetZone = zoneOf(target)
  if (!targetZone) return [`${file.path} imports ${target}, which is in no zone`]
  const feature = featureOf(target)
  if (feature && feature !== featureOf(file.path)) {
    const door = new RegExp(`^${FEATURES}/${feature}(/index(\\.ts)?)?$`).test(target)
    const mayEnter = zone === 'renderer/app' || zone.startsWith(FEATURES)
    return door && mayEnter ? [] : [`${file.path} imports ${target}, not the door of the feature ${feature}`]
  }
  const allowed = targetZone === zone || rule.zones.includes(targetZone)
  const tight = FILE_RULES[file.path] !== undefined && targetZone === zone
  return allowed && !tight ? [] : [`${file.path} imports ${target}`]
}

/** Every import of these files that the table forbids. */
export function violations(files: readonly SourceFile[]): Violation[] {
  return files.flatMap((file) => {
    const zone = zoneOf(file.path)
    const rule = FILE_RULES[file.path] ?? (zone ? RULES[zone] : undefined)
    if (!zone || !rule) return [`${file.path} is in no zone`]
    return importsOf(file.text).flatMap((specifier) => {
      const target = resolve(file.path, specifier)
      return target === null ? packageViolation(file, rule, specifier) : zoneViolation(file, zone, rule, target)
    })
  })
}
