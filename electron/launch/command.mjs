import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { Interrupted } from './say.mjs'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** The exit code that shells give to a command that a signal has ended. */
const codeOf = (signal) => 128 + (constants.signals[signal] ?? 0)

/**
 * Runs a command to its end. Signals end the command first, and this process only after it: Ctrl+C reaches both from
 * the terminal and must not be sent twice (Chromium takes the second one for a kill); others are handed on.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { capture?: boolean }} options `capture` collects standard
 *   output and error instead of passing them through
 * @returns {Promise<{ code: number, output: string }>} code 127 where there is no such command
 * @throws {Interrupted} where a signal came and the command did not end well by itself
 */
export function command(command, args, { capture = false, ...options } = {}) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit', ...options })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (chunk) => {
        output += chunk
      })
    let got = null
    const handOn = (signal) => {
      got ??= signal
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    }
    for (const signal of SIGNALS) process.on(signal, handOn)
    const release = () => {
      for (const signal of SIGNALS) process.off(signal, handOn)
    }
    child.on('error', (error) => {
      release()
      if (error.code === 'ENOENT') done({ code: 127, output: error.message })
      else failed(error)
    })
    child.on('close', (code, signal) => {
      release()
      const ended = code ?? codeOf(signal)
      if (got && ended !== 0) failed(new Interrupted(codeOf(got)))
      else done({ code: ended, output })
    })
  })
}

/** The way to call npm with the Node that runs now (on Windows npm is a script that only a shell starts). */
export const npm = (args, options) => {
  const cli = process.env.npm_execpath
  // `npx` sets the variable too, to its own script.
  if (cli?.endsWith('npm-cli.js')) return command(process.execPath, [cli, ...args], options)
  return command('npm', args, { shell: process.platform === 'win32', ...options })
}
