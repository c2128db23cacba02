import type { DocumentText, FormatContext, FormatResult } from '#shared/formats/format'
import { html } from '#shared/formats/html/html'
import { mhtml } from '#shared/formats/html/mhtml'
import { utf8 } from '../bytes'

const CONTEXT: FormatContext = {
  encoding: null,
  resources: { pdf: () => Promise.reject(new Error('a page needs no file of pdfjs')) },
  progress: () => undefined,
}

/** Reads a page that must be read. */
export async function page(source: string | Uint8Array): Promise<DocumentText> {
  return readable(await html.read({ name: 'a.html', extension: 'html', bytes: asBytes(source) }, CONTEXT))
}

/** Reads a web archive that must be read. */
export async function archive(source: string | Uint8Array): Promise<DocumentText> {
  return readable(await mhtml.read({ name: 'a.mht', extension: 'mht', bytes: asBytes(source) }, CONTEXT))
}

/** Why a page cannot be read. */
export async function refusal(source: string | Uint8Array): Promise<string> {
  const read = await html.read({ name: 'a.html', extension: 'html', bytes: asBytes(source) }, CONTEXT)
  return read.ok ? '' : read.reason.key
}

const asBytes = (source: string | Uint8Array): Uint8Array => (typeof source === 'string' ? utf8(source) : source)

function readable(read: FormatResult): DocumentText {
  if (!read.ok) throw new Error(read.reason.key)
  return read
}

/** The text without its furniture. */
export function mainText({ text, marks }: DocumentText): string {
  let main = ''
  let at = 0
  for (const { start, end } of marks.furniture) {
    main += text.slice(at, start)
    at = end
  }
  return (main + text.slice(at)).trim()
}

/** The furniture alone. */
export const furnitureOf = ({ text, marks }: DocumentText): string =>
  marks.furniture.map(({ start, end }) => text.slice(start, end)).join('\n')

/** Marked spans as their texts. */
export const textsOf = (text: string, spans: readonly { readonly start: number; readonly end: number }[]): string[] =>
  spans.map(({ start, end }) => text.slice(start, end))

export const squeezed = (text: string): string => text.replace(/\s+/g, '')
