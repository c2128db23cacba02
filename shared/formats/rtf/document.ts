import { message } from '../../model/identity'
import type { FormatResult } from '../format'
import { Flow } from '../office/flow'
import { written } from '../office/written'
import { RtfReader, RtfTooDeep } from './reader'
import { scanRtf } from './tokens'

/** Reads an RTF document: its text as shown after all corrections, with the list numbers that stand in it. */
export function readRtf(bytes: Uint8Array): FormatResult {
  const flow = new Flow()
  const reader = new RtfReader(flow)
  try {
    scanRtf(bytes, reader)
    reader.end()
  } catch (error) {
    if (error instanceof RtfTooDeep) return { ok: false, reason: message('errors.file.tooDeep') }
    // Tables nested beyond every sense.
    if (error instanceof RangeError) return { ok: false, reason: message('errors.file.damaged') }
    throw error
  }
  const title = reader.title.trim()
  const remarks = [
    ...(reader.headersLeft ? [message('reasons.reading.headersLeft')] : []),
    ...(reader.pictures > 0 ? [message('reasons.reading.pictures', { count: reader.pictures })] : []),
  ]
  return written(flow, 'rtf', title === '' ? {} : { title }, remarks)
}
