import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api'
import type { Told } from '../format'

/** Titles that the program which printed the file made up. */
const MADE_UP = /^(?:untitled|无标题|未命名|microsoft word|文档\d*|document\d*)|\.(?:docx?|wps|pdf|txt|html?)$/i

/**
 * What the properties of a document say: its title. The day that it was made on is left alone: it is that of the file,
 * often years after the report was published.
 */
export async function propertiesOf(document: PDFDocumentProxy): Promise<Told> {
  const { info } = await document.getMetadata()
  const { Title } = info as { Title?: unknown }
  const title = typeof Title === 'string' ? Title.trim() : ''
  return title === '' || MADE_UP.test(title) ? {} : { title }
}
