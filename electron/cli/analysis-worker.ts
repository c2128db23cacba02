import { parentPort } from 'node:worker_threads'
import { analyseFile } from '#shared/analysis/analyse'
import { readFormat } from '#shared/formats/read'
import { statementLines } from './statement-lines'
import type { Answer, Task } from './tasks'

/** The command line has no import time; the records that it makes are printed, never stored. */
const AT = '1970-01-01T00:00:00Z'

function answer({ ticket, order, file }: Task): Answer {
  if (order.type === 'text') {
    const read = readFormat(file.name, file.bytes)
    return read.ok ? { ticket, ok: true, type: 'text', text: read.text } : { ticket, ok: false, reason: read.reason }
  }
  const analysed = analyseFile({ ...file, at: AT })
  if (!analysed.ok) return { ticket, ok: false, reason: analysed.reason }
  if (order.type === 'analyse') return { ticket, ok: true, type: 'analyse', source: analysed.value }
  return { ticket, ok: true, type: 'statements', lines: statementLines(analysed.value, order.named) }
}

parentPort?.on('message', (task: Task) => parentPort?.postMessage(answer(task)))
