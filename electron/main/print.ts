import type { BrowserWindow } from 'electron'
import type { PrintedPage } from '../ipc/export'

/** Margins in inches: 20 mm, as the Word file of the same document has. */
const MARGIN = 20 / 25.4

/** The footer is a template of HTML: what stands in it is text. */
const asText = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)

/** The margins of a page have the ground of the window, which in dark colours is not that of paper. */
async function onWhite<T>(window: BrowserWindow, print: () => Promise<T>): Promise<T> {
  const before = window.getBackgroundColor()
  window.setBackgroundColor('#ffffff')
  try {
    return await print()
  } finally {
    if (!window.isDestroyed()) window.setBackgroundColor(before)
  }
}

/** Prints what a window has laid out for print, without its screen's colours of ground. */
export function printPdf(window: BrowserWindow, { size, landscape, footer }: PrintedPage): Promise<Buffer> {
  const numbers = '<span class="pageNumber"></span> / <span class="totalPages"></span>'
  const wanted = {
    pageSize: size,
    landscape,
    printBackground: true,
    margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    // Headings become bookmarks, and tables stay tables for those who listen.
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: `<div style="width:100%;font-size:8px;text-align:center;color:#565d69">${asText(footer)}　${numbers}</div>`,
  } as const
  return onWhite(window, () => window.webContents.printToPDF(wanted))
}
