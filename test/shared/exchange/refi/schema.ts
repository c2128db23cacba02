import { readFileSync } from 'node:fs'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'

const load = (name: string): XsdValidator =>
  XsdValidator.fromDoc(
    XmlDocument.fromBuffer(readFileSync(new URL(`../../../fixtures/refi/${name}.xsd`, import.meta.url))),
  )

const schemas = { project: load('Project'), codebook: load('Codebook') }

/** Throws where a file is not valid by the published schema. */
export function validate(kind: keyof typeof schemas, xml: Uint8Array): void {
  const document = XmlDocument.fromBuffer(xml)
  try {
    schemas[kind].validate(document)
  } finally {
    document.dispose()
  }
}
