import { spawn } from 'node:child_process'

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { capture?: boolean }} options `capture` collects standard
 *   output and error instead of passing them through
 * @returns {Promise<{ code: number, output: string }>} code 127 where there is no such command
 */
export function command(command, args, { capture = false, ...options } = {}) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit', ...options })
    let output = ''
    child.stdout?.setEncoding('utf8').on('data', (chunk) => {
      output += chunk
    })
    child.stderr?.setEncoding('utf8').on('data', (chunk) => {
      output += chunk
    })
    child.on('error', (error) => (error.code === 'ENOENT' ? done({ code: 127, output: error.message }) : failed(error)))
    child.on('close', (code, signal) => done({ code: code ?? (signal ? 128 : 1), output }))
  })
}

/** The way to call npm with the Node that runs now (on Windows npm is a script that only a shell starts). */
export const npm = (args, options) => {
  const cli = process.env.npm_execpath
  // `npx` sets the variable too, to its own script.
  if (cli?.endsWith('npm-cli.js')) return command(process.execPath, [cli, ...args], options)
  return command('npm', args, { shell: process.platform === 'win32', ...options })
}
