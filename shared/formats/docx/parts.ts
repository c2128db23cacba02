import type { Package } from '../archive/package'
import { scanXml } from '../office/xml'
import { OOXML } from './namespaces'

/** Where the parts of a document lie, by the last word of their relationship's type (`styles`, `footnotes`). */
export type Targets = ReadonlyMap<string, string>

/** The relationships of a part (ECMA-376 part 2, 9.3); without a part, those of the whole package. */
export function relationsOf(parts: Package, part = ''): Targets {
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, slash + 1)
  const targets = new Map<string, string>()
  const bytes = parts.part(`${folder}_rels/${part.slice(slash + 1)}.rels`)
  if (!bytes?.ok) return targets
  scanXml(bytes.value, OOXML, {
    open(element) {
      if (element.name !== 'rel:Relationship' || element.attribute('TargetMode') === 'External') return
      const type = /[^/]*$/.exec(element.attribute('Type') ?? '')?.[0] ?? ''
      if (!targets.has(type)) targets.set(type, resolved(folder, element.attribute('Target') ?? ''))
    },
    close: () => undefined,
  })
  return targets
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const parts: string[] = []
  for (const part of (folder + target.replaceAll('\\', '/')).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** The title that the document's properties tell, '' where they tell none. */
export function titleOf(parts: Package, targets: Targets): string {
  const bytes = parts.part(targets.get('core-properties') ?? 'docProps/core.xml')
  let inTitle = false
  let title = ''
  if (!bytes?.ok) return title
  scanXml(bytes.value, OOXML, {
    open(element) {
      inTitle = element.name === 'dc:title'
    },
    text(words) {
      if (inTitle) title += words
    },
    close() {
      inTitle = false
    },
  })
  return title.trim()
}
