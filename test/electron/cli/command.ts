import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The folder of the project: commands run there, and name seeds relative to it. */
export const PROJECT = fileURLToPath(new URL('../../../', import.meta.url))

export const SEEDS = [
  'seeds/000_72280f6944ee79bd.txt',
  'seeds/001_c1cea06f4beada15.txt',
  'seeds/002_395ec08d707c8053.txt',
  'seeds/003_f9b85e353477209f.txt',
  'seeds/004_bb7a348c881b95a3.txt',
] as const

export interface Ran {
  code: number | null
  out: string
  err: string
}

/** Runs the real command as a shell would. */
export function run(
  words: readonly string[],
  input: string | Uint8Array = '',
  env: NodeJS.ProcessEnv = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['electron/cli/duibiao.mjs', ...words], {
      cwd: PROJECT,
      env: { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: 'en_US.UTF-8', ...env },
    })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({ code, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') }),
    )
    // A command that does not read its input may be gone before all of it is written.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}

/** The lines of standard output, each of which must be JSON. */
export const jsonLines = <T>(ran: Ran): T[] =>
  ran.out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)
