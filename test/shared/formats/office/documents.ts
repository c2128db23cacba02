import { strToU8, zipSync } from 'fflate'
import type { FormatResources } from '#shared/formats/format'

/** Office formats need no data files. */
export const NO_RESOURCES: FormatResources = {
  pdf: (path) => Promise.reject(new Error(`no ${path} for office formats`)),
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${TYPE}"/></Types>`
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (targets: readonly (readonly [string, string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([type, target], index) => `<Relationship Id="r${index}" Type="${RELATION}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** Parts of a docx beside its body, without their outer element. */
export interface DocxParts {
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  /** Namespace of WordprocessingML, where another than the usual one is wanted. */
  readonly namespace?: string
}

const MORE =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'

/** A docx of the given body, made of the fewest parts. */
export function docxOf(body: string, { styles, numbering, footnotes, namespace = W }: DocxParts = {}): Uint8Array {
  const part = (name: string, inner: string) =>
    strToU8(`<w:${name} xmlns:w="${namespace}" ${MORE}>${inner}</w:${name}>`)
  const related: (readonly [string, string])[] = []
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(TYPES),
    '_rels/.rels': strToU8(relations([['officeDocument', 'word/document.xml']])),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
  }
  for (const [name, inner] of Object.entries({ styles, numbering, footnotes })) {
    if (inner === undefined) continue
    files[`word/${name}.xml`] = part(name, inner)
    related.push([name, `${name}.xml`])
  }
  files['word/_rels/document.xml.rels'] = strToU8(relations(related))
  return zipSync(files, { level: 1 })
}

/** A run of words. */
export const r = (words: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`
/** A paragraph of runs. */
export const p = (inner: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner.startsWith('<') || inner === '' ? inner : r(inner)}</w:p>`
/** A table of rows of cells. */
export const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
