import { parentPort, workerData } from 'node:worker_threads'
import { analyseFile } from '#shared/analysis/analyse'
import { expandArchive, isArchive } from '#shared/formats/archive/expand'
import { readFormat } from '#shared/formats/read'
import { ARCHIVE_LIMITS } from '#shared/ipc/imports'
import { UserIndicator } from '#shared/model/indicator'
import { FORMAT_RESOURCES } from './format-resources'
import { answerLines } from './line-answers'
import { sourceSummary, statementLines } from './statement-lines'
import type { Answer, FileTask, Task, TaskFile } from './tasks'

/** The command line has no import time; the records that it makes are printed, never stored. */
const AT = '1970-01-01T00:00:00Z'

/** What every file is analysed with: one array, so that the dictionary that is made of it is made once. */
const CONTEXT = { resources: FORMAT_RESOURCES, indicators: UserIndicator.array().parse(workerData?.indicators ?? []) }

async function answer(task: Task): Promise<Answer> {
  const { ticket } = task
  if ('lines' in task) return { ticket, ok: true, type: 'lines', answered: await answerLines(task.lines, CONTEXT) }
  return answerFile(task)
}

async function answerFile({ ticket, order, readAs, file }: FileTask & { ticket: number }): Promise<Answer> {
  if (order.type === 'expand') return expand(ticket, file, order.from)
  if (order.type === 'text') {
    const read = await readFormat(file.name, file.bytes, { resources: FORMAT_RESOURCES, readAs })
    return read.ok ? { ticket, ok: true, type: 'text', text: read.text } : { ticket, ok: false, reason: read.reason }
  }
  const analysed = await analyseFile({ ...file, readAs, at: AT }, CONTEXT)
  if (!analysed.ok) return { ticket, ok: false, reason: analysed.reason }
  if (order.type === 'analyse') return { ticket, ok: true, type: 'analyse', source: analysed.value }
  const summary = order.summaries ? sourceSummary(analysed.value, order.named) : ''
  return { ticket, ok: true, type: 'statements', lines: summary + statementLines(analysed.value, order.named) }
}

async function expand(ticket: number, { name, bytes }: TaskFile, from: number): Promise<Answer> {
  if (!isArchive(name, bytes)) return { ticket, ok: true, type: 'expand', members: null }
  const expanded = await expandArchive(bytes, { from, limits: ARCHIVE_LIMITS })
  if (!expanded.ok) return { ticket, ok: false, reason: expanded.reason }
  const { members, refused, next } = expanded
  return { ticket, ok: true, type: 'expand', members: { members, refused, next } }
}

/** Whatever is thrown is thrown on: it ends the worker, and its owner names the file. */
async function serve(task: Task): Promise<void> {
  const answered = await answer(task)
  parentPort?.postMessage(answered, answered.ok && answered.type === 'lines' ? [answered.answered.bytes.buffer] : [])
}

parentPort?.on('message', (task: Task) => void serve(task))
