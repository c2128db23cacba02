/** Lines for the person at the terminal. Standard output stays free for what a command was asked for. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** A line that is written over while something goes on; on a pipe, one line for every tenth. */
export function progressLine(label) {
  const terminal = process.stderr.isTTY === true
  let last = -1
  return {
    /** @param {number} share 0 to 1 @param {string} detail what stands behind the percentage */
    at(share, detail) {
      const percent = Math.min(100, Math.floor(share * 100))
      const step = terminal ? percent : Math.floor(percent / 10) * 10
      if (step === last) return
      last = step
      process.stderr.write(terminal ? `\r\u001b[K${label} ${percent} % ${detail}` : `${label} ${step} % ${detail}\n`)
    },
    end() {
      if (terminal && last >= 0) process.stderr.write('\n')
    },
  }
}

/** An end that is no defect: its one line tells the person what to do. */
export class Stop extends Error {}

/** Runs the body of a launcher; a `Stop` prints its line alone, anything else its stack. */
export async function run(body) {
  try {
    process.exitCode = (await body()) ?? 0
  } catch (error) {
    say(error instanceof Stop ? `duibiao: ${error.message}` : `duibiao: ${error?.stack ?? error}`)
    process.exitCode = 1
  }
}
