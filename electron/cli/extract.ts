import type { Analyser } from './analyser'
import type { Output } from './output'
import { eachFile } from './sources'
import type { TaskFile } from './tasks'

/**
 * `extract`: every statement of every report, one line each.
 * @param summaries whether each source gets a line of its own
 * @returns the number of files that failed
 */
export async function extract(
  files: readonly string[],
  summaries: boolean,
  analyser: Analyser,
  output: Output,
): Promise<number> {
  let failed = 0
  const work = (input: TaskFile, file: string) => analyser.statements(input, { file }, summaries)
  for await (const done of eachFile(files, work, analyser)) {
    if (done.ok) await output.write(done.value)
    else {
      failed += 1
      output.tellFailure(done.file, done.reason)
    }
  }
  return failed
}

/**
 * `lines`: what `extract --stdin` reads, a line per file: its SHA-256, its name and its text. Whatever a file is, the
 * machines that read the lines need only the engine.
 * @returns the number of files that failed
 */
export async function lines(files: readonly string[], analyser: Analyser, output: Output): Promise<number> {
  let failed = 0
  const work = async (input: TaskFile) => ({ id: input.hash, text: await analyser.text(input) })
  for await (const done of eachFile(files, work, analyser)) {
    if (done.ok) await output.line({ id: done.value.id, file: done.file, text: done.value.text })
    else {
      failed += 1
      output.tellFailure(done.file, done.reason)
    }
  }
  return failed
}
