import { message } from '../../model/identity'
import type { FormatResult } from '../format'
import { Flow } from '../office/flow'
import { ListLabels } from '../office/list-labels'
import { written } from '../office/written'
import { FIB_PART, readFib } from './fib'
import { characterRuns, paragraphRuns } from './formatting'
import { DocLists } from './lists'
import { readBoxes, readNotes } from './notes'
import { type OleFile, openOle } from './ole'
import { readPieces } from './pieces'
import { type DocReading, StoryWriter } from './story'
import { DocStyles } from './styles'

/**
 * Reads a Word document of 1997 to 2003 ([MS-DOC]), which is also what Kingsoft's WPS writes.
 * @param format what the result is called
 */
export function readDoc(bytes: Uint8Array, format: 'doc' | 'wps'): FormatResult {
  try {
    return read(openOle(bytes), format)
  } catch (error) {
    // Every place in such a file is a number in it; what points out of it ends as a RangeError of a view or of our own.
    if (error instanceof RangeError) return { ok: false, reason: message('errors.file.damaged') }
    throw error
  }
}

function read(ole: OleFile, format: 'doc' | 'wps'): FormatResult {
  const document = ole.stream('WordDocument')
  const fib = document ? readFib(document, ole.stream) : 'damaged'
  if (fib === 'Word 6/95') return { ok: false, reason: message('errors.file.saveAs', { type: fib }) }
  if (typeof fib === 'string') return { ok: false, reason: message(`errors.file.${fib}`) }
  const reading: DocReading = {
    fib,
    flow: new Flow(),
    pieces: readPieces(fib),
    characters: characterRuns(fib),
    paragraphs: paragraphRuns(fib, ole.stream('Data')),
    styles: new DocStyles(fib.part(FIB_PART.styles)),
    lists: new DocLists(fib),
    labels: new ListLabels(),
    left: { pictures: 0 },
  }
  const boxes = readBoxes(fib)
  new StoryWriter(reading, { notes: readNotes(fib), boxes: boxes.anchored }).write({ start: 0, end: fib.stories.text })
  for (const box of boxes.loose) new StoryWriter(reading).write(box)
  const remarks = [
    ...(fib.stories.headers > 0 ? [message('reasons.reading.headersLeft')] : []),
    ...(reading.left.pictures > 0 ? [message('reasons.reading.pictures', { count: reading.left.pictures })] : []),
  ]
  return written(reading.flow, format, {}, remarks)
}
