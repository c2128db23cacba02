import { readFile, rename } from 'node:fs/promises'
import type { z } from 'zod'
import { codeOf } from './problem'
import { saveFile } from './save'

/** What was found where a small JSON file should be. */
export type JsonFile<T> = { state: 'read'; value: T } | { state: 'missing' } | { state: 'damaged' }

/** Reads a small JSON file and checks it; a damaged one is told from a missing one. */
export async function readJson<S extends z.ZodType>(path: string, schema: S): Promise<JsonFile<z.output<S>>> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return { state: 'missing' }
    throw error
  }
  const parsed = schema.safeParse(parse(text))
  return parsed.success ? { state: 'read', value: parsed.data } : { state: 'damaged' }
}

/** Writes a small JSON file in one piece. */
export const writeJson = (path: string, value: unknown): Promise<void> =>
  saveFile(path, `${JSON.stringify(value, null, 2)}\n`)

/** Moves a damaged file aside, so that a new one can be written and the old one still be looked at. */
export const setAside = (path: string, now = Date.now()): Promise<void> => rename(path, `${path}.damaged-${now}`)

/** JSON or undefined, which no schema of ours takes. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
