import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The worker's program and the PDF reader's tables, as the build puts them beside this module. */
const PARTS = {
  worker: pathToFileURL(join(import.meta.dirname, 'worker.js')),
  pdf: join(import.meta.dirname, '../renderer/pdf'),
}

/** What is written to standard output and error is on its way before the program ends. */
const written = (stream: NodeJS.WriteStream): Promise<void> => new Promise((done) => stream.write('', () => done()))

/**
 * Answers a command from main and ends the program with the command's exit code. Electron waits for the main module
 * before it goes on to start, so no display is needed and nothing is written to a profile.
 */
export async function answerCommand(words: readonly string[]): Promise<never> {
  process.exitCode = 0
  try {
    const { run } = await import('../cli/cli')
    await run(words, PARTS)
  } catch (error) {
    console.error(error)
    process.exitCode = 1
  }
  await Promise.all([written(process.stdout), written(process.stderr)])
  // Electron's own `exit` does not look at the code that was set.
  process.exit(process.exitCode)
}
