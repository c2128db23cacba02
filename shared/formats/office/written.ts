import type { Format } from '../../model/format'
import { type Message, message } from '../../model/identity'
import type { FormatResult, Told } from '../format'
import type { Flow } from './flow'

/** The document that a reader of an office format wrote into a flow; a failure where it holds no words. */
export function written(flow: Flow, format: Format, told: Told, remarks: readonly Message[]): FormatResult {
  const { text, headings, rows, notes } = flow.finish()
  if (!/[^\s\u00a0\u3000\u200b\ufeff]/.test(text)) return { ok: false, reason: message('errors.file.noWords') }
  const notesAtEnd = notes > 0 ? [message('reasons.reading.notesAtEnd', { count: notes })] : []
  return {
    ok: true,
    text,
    encoding: null,
    reason: message('reasons.encoding.document', { format: format.toUpperCase() }),
    marks: { headings, furniture: [], pages: [], rows },
    told,
    remarks: [...notesAtEnd, ...remarks],
  }
}
