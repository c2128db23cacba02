import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api'
import type { Told } from '../format'

/** D:20240124103000+08'00' */
const DATE = /^(?:D:)?(\d{4})(?:(\d{2})(\d{2})?)?/
/** Titles that the program which printed the file made up. */
const MADE_UP = /^(?:untitled|无标题|未命名|microsoft word|文档\d*|document\d*)|\.(?:docx?|wps|pdf|txt|html?)$/i

/** What the properties of a document say: its title, and the day that it was made on. */
export async function propertiesOf(document: PDFDocumentProxy): Promise<Told> {
  const { info } = await document.getMetadata()
  const { Title, CreationDate } = info as { Title?: unknown; CreationDate?: unknown }
  const title = typeof Title === 'string' ? Title.trim() : ''
  const published = typeof CreationDate === 'string' ? dayOf(CreationDate) : ''
  return {
    ...(title === '' || MADE_UP.test(title) ? {} : { title }),
    ...(published === '' ? {} : { published }),
  }
}

/** A PDF date as year-month-day, as far as it is given; '' for what is none. */
export function dayOf(date: string): string {
  const [, year, month, day] = date.match(DATE) ?? []
  return [year, month, day].filter((part) => part !== undefined).join('-')
}
