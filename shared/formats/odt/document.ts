import { message } from '../../model/identity'
import type { ZipFault } from '../archive/directory'
import { openPackage, type Package, packageFault } from '../archive/package'
import type { FormatResult } from '../format'
import { Flow } from '../office/flow'
import { written } from '../office/written'
import { scanXml, type XmlFault } from '../office/xml'
import { OdtBody } from './body'
import { ODF } from './namespaces'
import { OdtStyles } from './styles'

const failure = (fault: ZipFault | XmlFault): FormatResult => ({
  ok: false,
  reason: fault === 'tooDeep' ? message('errors.file.tooDeep') : packageFault(fault),
})

/** Reads an OpenDocument text: its text as shown after all corrections, with automatic numbers and rows of tables. */
export function readOdt(bytes: Uint8Array): FormatResult {
  const opened = openPackage(bytes)
  if (!opened.ok) return failure(opened.fault)
  const parts = opened.value
  if (isEncrypted(parts)) return failure('encrypted')
  const content = parts.part('content.xml')
  if (!content) return failure('damaged')
  if (!content.ok) return failure(content.fault)
  const styles = new OdtStyles()
  const general = parts.part('styles.xml')
  if (general && !general.ok) return failure(general.fault)
  const flow = new Flow()
  const body = new OdtBody(flow, styles)
  const fault = (general && scanXml(general.value, ODF, styles)) ?? scanXml(content.value, ODF, body)
  if (fault) return failure(fault)
  const title = titleOf(parts)
  const remarks = body.pictures > 0 ? [message('reasons.reading.pictures', { count: body.pictures })] : []
  return written(flow, 'odt', title === '' ? {} : { title }, remarks)
}

/** A password shows in the list of parts only; the parts themselves are noise. */
function isEncrypted(parts: Package): boolean {
  const manifest = parts.part('META-INF/manifest.xml')
  let found = false
  if (!manifest?.ok) return parts.names.includes('encrypted-package')
  scanXml(manifest.value, ODF, {
    open({ name }) {
      found ||= name === 'manifest:encryption-data'
    },
    close: () => undefined,
  })
  return found
}

function titleOf(parts: Package): string {
  const meta = parts.part('meta.xml')
  let inTitle = false
  let title = ''
  if (!meta?.ok) return title
  scanXml(meta.value, ODF, {
    open({ name }) {
      inTitle = name === 'dc:title'
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
