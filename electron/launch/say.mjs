/** Lines for the person at the terminal. Standard output stays free for what a command was asked for. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/**
 * A line that is written over while something goes on; on a pipe, one line for every tenth.
 * @param {string} label
 * @param {{ isTTY?: boolean, write(text: string): unknown }} out
 */
export function progressLine(label, out = process.stderr) {
  const terminal = out.isTTY === true
  let last = -1
  return {
    /** @param {number} share 0 to 1 @param {string} detail what stands behind the percentage */
    at(share, detail = '') {
      const percent = Math.min(100, Math.floor(share * 100))
      const step = terminal ? percent : Math.floor(percent / 10) * 10
      if (step <= last) return
      last = step
      const text = `${label} ${step} %${detail ? ` ${detail}` : ''}`
      out.write(terminal ? `\r\u001b[K${text}` : `${text}\n`)
    },
    end() {
      if (terminal && last >= 0) out.write('\n')
    },
  }
}

/** An end that is no defect: its one line tells the person what to do. */
export class Stop extends Error {
  /**
   * @param {string} line
   * @param {string} details what the tool that failed has printed; shown before the line
   */
  constructor(line, details = '') {
    super(line)
    this.details = details.trim()
  }
}

/** The person ended it (Ctrl+C): nothing is to be said. */
export class Interrupted extends Error {
  /** @param {number} code the exit code that tells the signal */
  constructor(code) {
    super('interrupted')
    this.code = code
  }
}

/** What is said about an error: one line for a `Stop` and for what the system refuses, a stack for a defect. */
export function lineOf(error) {
  if (error instanceof Stop || typeof error?.syscall === 'string') return `duibiao: ${error.message}`
  return `duibiao: ${error?.stack ?? error}`
}

/** Runs the body of a launcher and sets the exit code: what the body returns, 1 for an error. */
export async function run(body) {
  try {
    process.exitCode = (await body()) ?? 0
  } catch (error) {
    if (error instanceof Interrupted) {
      process.exitCode = error.code
      return
    }
    if (error instanceof Stop && error.details) say(error.details)
    say(lineOf(error))
    process.exitCode = 1
  }
}
