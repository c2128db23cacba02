import { type Message, message } from '../../model/identity'
import type { ZipFault } from '../archive/directory'
import { openPackage, type Package, packageFault } from '../archive/package'
import type { DocumentText, FormatResult } from '../format'
import { Flow } from '../office/flow'
import { ListLabels } from '../office/list-labels'
import { written } from '../office/written'
import { scanXml, type XmlFault } from '../office/xml'
import { BodyReader, type Reading } from './body'
import { OOXML } from './namespaces'
import { readNumbering } from './numbering'
import { relationsOf, type Targets, titleOf } from './parts'
import { readStyles } from './styles'

type Fault = ZipFault | XmlFault

const failure = (fault: Fault): FormatResult => ({
  ok: false,
  reason: fault === 'tooDeep' ? message('errors.file.tooDeep') : packageFault(fault),
})

/**
 * Reads a docx: its text as Word shows it after all corrections, with automatic numbers, rows of tables, text boxes
 * after their paragraph and notes at the end.
 */
export function readDocx(bytes: Uint8Array): FormatResult {
  const opened = openPackage(bytes)
  if (!opened.ok) return failure(opened.fault)
  const parts = opened.value
  const targets = relationsOf(parts)
  const main = targets.get('officeDocument') ?? 'word/document.xml'
  const document = parts.part(main)
  if (!document) return failure('damaged')
  if (!document.ok) return failure(document.fault)
  const related = relationsOf(parts, main)
  const reading = prepare(parts, related)
  if (typeof reading === 'string') return failure(reading)
  const fault = scanXml(document.value, OOXML, new BodyReader(reading)) ?? readNotes(parts, related, reading)
  if (fault) return failure(fault)
  const title = titleOf(parts, targets)
  return written(reading.flow, 'docx', title === '' ? {} : { title }, remarks(reading))
}

/** Styles and numbering; a fault's name where they cannot be read. */
function prepare(parts: Package, related: Targets): Reading | Fault {
  const styleBytes = partOf(parts, related, 'styles')
  const numberBytes = partOf(parts, related, 'numbering')
  if (typeof styleBytes === 'string') return styleBytes
  if (typeof numberBytes === 'string') return numberBytes
  const { styles, fault } = readStyles(styleBytes)
  const { numbering, fault: numberFault } = readNumbering(numberBytes, styles)
  const left = { pictures: 0, headers: false, embedded: 0 }
  return (
    fault ?? numberFault ?? { flow: new Flow(), styles, numbering, labels: new ListLabels(), notes: new Map(), left }
  )
}

function readNotes(parts: Package, related: Targets, reading: Reading): Fault | null {
  if (reading.notes.size === 0) return null
  for (const kind of ['footnotes', 'endnotes']) {
    const bytes = partOf(parts, related, kind)
    if (typeof bytes === 'string') return bytes
    const fault = bytes ? scanXml(bytes, OOXML, new BodyReader(reading)) : null
    if (fault) return fault
  }
  return null
}

/** The bytes of a related part, null where there is none, or the name of a fault. */
function partOf(parts: Package, related: Targets, type: string): Uint8Array | ZipFault | null {
  const name = related.get(type)
  const part = name === undefined ? null : parts.part(name)
  if (!part) return null
  return part.ok ? part.value : part.fault
}

function remarks({ left }: Reading): DocumentText['remarks'] {
  const made: Message[] = []
  if (left.headers) made.push(message('reasons.reading.headersLeft'))
  if (left.pictures > 0) made.push(message('reasons.reading.pictures', { count: left.pictures }))
  if (left.embedded > 0) made.push(message('reasons.reading.embedded', { count: left.embedded }))
  return made
}
