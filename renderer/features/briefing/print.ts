import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { PaperDocument } from '#shared/exchange/document/document'
import type { Output } from '#shared/ipc/contract'
import type { Result } from '#shared/ipc/result'
import { request } from '../../bridge'

interface Printing {
  document: PaperDocument
  /** Called when it is laid out with all its pictures. */
  ready: () => void
}

const store = createStore<{ printing: Printing | null }>(() => ({ printing: null }))

/** The document that is laid out for print, null for none. */
export const usePrinting = (): Printing | null => useStore(store, ({ printing }) => printing)

/**
 * Lays a document out for print, in place of everything else in the window, and has it saved as a PDF where the user
 * says. The window looks as before while that goes on.
 * @param name suggested name of the file
 */
export async function printPdf(document: PaperDocument, name: string): Promise<Result<Output<'export:pdf'>>> {
  const { size, landscape } = document.paper
  // The title of the page is the title of the PDF.
  const before = window.document.title
  try {
    await new Promise<void>((ready) => store.setState({ printing: { document, ready } }))
    window.document.title = document.title
    return await request('export:pdf', { name, size, landscape, footer: document.footer })
  } finally {
    window.document.title = before
    store.setState({ printing: null })
  }
}
