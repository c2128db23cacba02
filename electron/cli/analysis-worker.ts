import { parentPort } from 'node:worker_threads'
import { analyseFile } from '#shared/analysis/analyse'
import { readFormat } from '#shared/formats/read'
import type { Answer, Task } from './tasks'

/** The command line has no import time; the records that it makes are printed, never stored. */
const AT = '1970-01-01T00:00:00Z'

function answer({ ticket, type, file }: Task): Answer {
  if (type === 'text') {
    const read = readFormat(file.name, file.bytes)
    return read.ok ? { ticket, ok: true, type, text: read.text } : { ticket, ok: false, reason: read.reason }
  }
  const analysed = analyseFile({ ...file, at: AT })
  return analysed.ok
    ? { ticket, ok: true, type, source: analysed.value }
    : { ticket, ok: false, reason: analysed.reason }
}

parentPort?.on('message', (task: Task) => parentPort?.postMessage(answer(task)))
