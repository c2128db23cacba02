import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Message, message } from '../../model/identity'
import type { FormatResources } from '../format'
import { pdfLibrary } from './library'

/** An opened document; `close` frees what it holds. */
export interface OpenPdf {
  readonly ok: true
  readonly document: PDFDocumentProxy
  readonly close: () => Promise<void>
}

/** What pdfjs asks for its data files by. */
interface Wanted {
  readonly kind: string
  readonly filename: string
}

/** Names of CMaps as the package holds them: nothing that leads elsewhere. */
const CMAP = /^[A-Za-z0-9-]+\.bcmap$/

/**
 * Opens a PDF with the empty password.
 * @returns the document, or why it cannot be opened (`errors.file.encrypted`, `errors.file.damaged`)
 */
export async function openPdf(
  bytes: Uint8Array,
  resources: FormatResources,
): Promise<OpenPdf | { readonly ok: false; readonly reason: Message }> {
  const { getDocument, VerbosityLevel } = await pdfLibrary()
  const task = getDocument({
    // pdfjs takes what it is given away from its owner.
    data: bytes.slice(),
    password: '',
    verbosity: VerbosityLevel.ERRORS,
    BinaryDataFactory: dataFiles(resources),
    cMapUrl: 'cmaps/',
    useWorkerFetch: false,
    // Text alone is wanted: no fonts, pictures, forms or code.
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 0,
  })
  const close = () => task.destroy()
  try {
    return { ok: true, document: await task.promise, close }
  } catch (error) {
    await close()
    return { ok: false, reason: refusalOf(error) }
  }
}

function refusalOf(error: unknown): Message {
  const name = error instanceof Error ? error.name : ''
  return name === 'PasswordException' ? message('errors.file.encrypted') : message('errors.file.damaged')
}

/** Hands out CMaps; the fonts and pictures' decoders that pdfjs asks for besides are not needed for text. */
function dataFiles(resources: FormatResources): new () => object {
  return class {
    async fetch({ kind, filename }: Wanted): Promise<Uint8Array> {
      if (kind !== 'cMapUrl' || !CMAP.test(filename)) throw new Error(`not given to pdfjs: ${kind} ${filename}`)
      return resources.pdf(`cmaps/${filename}`)
    }
  }
}
