import { parentPort } from 'node:worker_threads'
import { analyseFile } from '#shared/analysis/analyse'
import { readFormat } from '#shared/formats/read'
import { FORMAT_RESOURCES } from './format-resources'
import { statementLines } from './statement-lines'
import type { Answer, Task } from './tasks'

/** The command line has no import time; the records that it makes are printed, never stored. */
const AT = '1970-01-01T00:00:00Z'

async function answer({ ticket, order, file }: Task): Promise<Answer> {
  if (order.type === 'text') {
    const read = await readFormat(file.name, file.bytes, { resources: FORMAT_RESOURCES })
    return read.ok ? { ticket, ok: true, type: 'text', text: read.text } : { ticket, ok: false, reason: read.reason }
  }
  const analysed = await analyseFile({ ...file, at: AT }, { resources: FORMAT_RESOURCES })
  if (!analysed.ok) return { ticket, ok: false, reason: analysed.reason }
  if (order.type === 'analyse') return { ticket, ok: true, type: 'analyse', source: analysed.value }
  return { ticket, ok: true, type: 'statements', lines: statementLines(analysed.value, order.named) }
}

/** Whatever is thrown is thrown on: it ends the worker, and its owner names the file. */
async function serve(task: Task): Promise<void> {
  parentPort?.postMessage(await answer(task))
}

parentPort?.on('message', (task: Task) => void serve(task))
