import { FILE_LIMIT } from '#shared/ipc/imports'
import { type Message, message } from '#shared/model/identity'
import { reasonOf } from '../files/problem'
import { hashOf } from '../files/read-file'
import type { Analyser } from './analyser'
import { inputLines } from './input-lines'
import type { Output } from './output'
import { eachFile } from './sources'

/**
 * `extract`: every statement of every report, one line each.
 * @returns the number of files that failed
 */
export async function extract(files: readonly string[], analyser: Analyser, output: Output): Promise<number> {
  let failed = 0
  for await (const done of eachFile(files, (input, file) => analyser.statements(input, { file }), analyser)) {
    if (done.ok) await output.write(done.value)
    else {
      failed += 1
      output.tellFailure(done.file, done.reason)
    }
  }
  return failed
}

/** JSON may write a character in six bytes (`\uXXXX`): more than that no text of the allowed size needs. */
const LINE_LIMIT = FILE_LIMIT * 2

/** A line of `--stdin`. */
interface GivenText {
  id: string
  text: string
}

function readLine(line: string): GivenText | null {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value !== 'object' || value === null || !('id' in value) || !('text' in value)) return null
    const { id, text } = value
    return typeof id === 'string' && id !== '' && typeof text === 'string' ? { id, text } : null
  } catch {
    return null
  }
}

/**
 * `extract --stdin`: reads `{"id","text"}` lines and writes the statements of each with its `id`, in constant memory.
 * An `id` that is a SHA-256 becomes the hash that report ids derive from, as it would for a file.
 * @returns the number of lines that failed
 */
export async function extractLines(
  stream: AsyncIterable<Uint8Array>,
  analyser: Analyser,
  output: Output,
): Promise<number> {
  let failed = 0
  const fail = (number: number, reason: Message): void => {
    failed += 1
    output.tell('cli.line', { number, reason: output.say(reason) })
  }
  for await (const line of inputLines(stream, LINE_LIMIT)) {
    if ('tooLong' in line) {
      fail(line.number, message('cli.wrong.lineLength', { limit: LINE_LIMIT / 1024 / 1024 }))
      continue
    }
    if (line.text.trim() === '') continue
    const given = readLine(line.text)
    if (given === null) {
      fail(line.number, message('cli.wrong.line'))
      continue
    }
    try {
      await output.write(await statementsOf(given, analyser))
    } catch (error) {
      const reason = reasonOf(error, '')
      if (reason.key === '') throw error
      fail(line.number, reason)
    }
  }
  return failed
}

async function statementsOf({ id, text }: GivenText, analyser: Analyser): Promise<string> {
  const bytes = new TextEncoder().encode(text)
  const hash = /^[0-9a-f]{64}$/.test(id) ? id : await hashOf(bytes)
  return analyser.statements({ name: `${hash}.txt`, hash, bytes }, { id })
}
