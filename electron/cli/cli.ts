import { type Language, languageOf } from '#shared/locales/translate'
import { type Message, message } from '#shared/model/identity'
import { AS_FOUND } from '#shared/model/source'
import { Problem } from '../files/problem'
import { Analyser, LIMITS, type Parts } from './analyser'
import { parseArguments, type Request } from './arguments'
import { extract, lines } from './extract'
import { extractLines } from './extract-lines'
import { type ReadIndicators, readIndicators } from './indicators-file'
import { inspect } from './inspect'
import { LinePool } from './line-pool'
import { Output, OutputClosed } from './output'
import { type Done, eachFile } from './sources'

/** How a run ended: all done, a file failed (the others are done), wrong use. */
const EXIT = { done: 0, failed: 1, wrong: 2 } as const

/** Makes a worker. */
type Make = () => Analyser

type StandardInput = Extract<Request, { command: 'extract-stdin' }>

/** The language of the terminal, in the order of POSIX; the locale C names none. */
function terminalLanguage(): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((value) => value && !/^(?:C|POSIX)(?:\.|$)/.test(value)) ?? ''
  return languageOf(locale.replaceAll('_', '-'))
}

/** `text`: the decoded text of one file, unchanged; an archive must hold just one. */
async function text([file]: readonly [string], analyser: Analyser, output: Output): Promise<number> {
  let only: Done<string> | null = null
  for await (const done of eachFile([file], (input) => analyser.text(input), analyser)) {
    if (only !== null) {
      output.tellFailure(file, message('cli.wrong.members'))
      return 1
    }
    only = done
  }
  if (only?.ok) await output.write(only.value)
  else if (only) output.tellFailure(only.file, only.reason)
  return only?.ok ? 0 : 1
}

/** `extract --stdin` with workers of its own. */
async function fromStandardInput({ jobs, summaries }: StandardInput, make: Make, output: Output): Promise<number> {
  const pool = new LinePool(jobs, summaries, make)
  try {
    return await extractLines(process.stdin, pool, jobs, output)
  } finally {
    await pool.close()
  }
}

async function perform(request: Request, make: Make, output: Output): Promise<number> {
  if (request.command === 'extract-stdin') return fromStandardInput(request, make, output)
  const analyser = make()
  try {
    return await performFiles(request, analyser, output)
  } finally {
    await analyser.close()
  }
}

async function performFiles(
  request: Exclude<Request, StandardInput>,
  analyser: Analyser,
  output: Output,
): Promise<number> {
  switch (request.command) {
    case 'help':
      await output.write(`${output.say(message('cli.help'))}\n`)
      return 0
    case 'text':
      return text(request.files, analyser, output)
    case 'inspect':
      return inspect(request.files, analyser, output)
    case 'lines':
      return lines(request.files, analyser, output)
    case 'extract':
      return extract(request.files, request.summaries, analyser, output)
    case 'compare': {
      // Only this command needs the matrix and the workbook: the others start without them.
      const { compare } = await import('./compare')
      return compare(request.files, request.xlsx, analyser, output)
    }
    case 'ledger': {
      const { ledger } = await import('./ledger')
      return ledger(request.files, request, analyser, output)
    }
    case 'audit': {
      const { audit } = await import('./audit')
      return audit(request.files, request, analyser, output)
    }
  }
}

/** The user's indicators that a command goes by. */
const indicatorsOf = async (request: Request): Promise<ReadIndicators> =>
  'indicators' in request && request.indicators !== undefined
    ? readIndicators(request.indicators)
    : { ok: true, value: [] }

/**
 * Runs one command and sets the exit code; it never ends the process before its output is written.
 * @param words what was typed behind the program's name
 * @param parts what its workers are made of, where that is not the source
 */
export async function run(words: readonly string[], parts?: Parts): Promise<void> {
  const output = new Output(terminalLanguage(), process.stdout, process.stderr)
  const refuse = ({ key, params }: Message): void => {
    output.tell(key, params)
    output.tell('cli.hint')
    process.exitCode = EXIT.wrong
  }
  const parsed = parseArguments(words)
  if (!parsed.ok) return refuse(parsed.reason)
  const { request } = parsed
  const indicators = await indicatorsOf(request)
  if (!indicators.ok) return refuse(indicators.reason)
  const readAs = 'readAs' in request ? request.readAs : AS_FOUND
  const make = () => new Analyser(readAs, LIMITS, indicators.value, parts)
  try {
    process.exitCode = (await perform(request, make, output)) === 0 ? EXIT.done : EXIT.failed
  } catch (error) {
    if (error instanceof OutputClosed) process.exitCode = EXIT.done
    else if (error instanceof Problem) {
      output.tell(error.reason.key, error.reason.params)
      process.exitCode = EXIT.failed
    } else throw error
  } finally {
    // A reader of standard input that is still open would keep the process alive.
    process.stdin.destroy()
  }
}
