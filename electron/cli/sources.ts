import { basename, dirname, resolve } from 'node:path'
import type { Message } from '#shared/model/identity'
import { reasonOf } from '../files/problem'
import { readFile } from '../files/read-file'
import type { TaskFile } from './tasks'

/** A file that was done, or why it was not. `file` is the path as it was given. */
export type Done<T> =
  | { file: string; ok: true; hash: string; value: T }
  | { file: string; ok: false; hash: string | null; reason: Message }

/** The folder as it was typed. */
const folderOf = (file: string): string => (dirname(file) === '.' ? '' : dirname(file))

/** Reads and works on one file; whatever goes wrong becomes a reason. */
async function one<T>(file: string, work: (input: TaskFile, file: string) => Promise<T>): Promise<Done<T>> {
  let hash: string | null = null
  try {
    const read = await readFile(resolve(file))
    hash = read.hash
    const input = { name: basename(file), folder: folderOf(file), hash, bytes: read.bytes }
    return { file, ok: true, hash, value: await work(input, file) }
  } catch (error) {
    return { file, ok: false, hash, reason: reasonOf(error, 'errors.file.failed') }
  }
}

/** Works on files one after the other, so that memory holds one at a time; a broken one harms no other. */
export async function* eachFile<T>(
  files: readonly string[],
  work: (input: TaskFile, file: string) => Promise<T>,
): AsyncGenerator<Done<T>> {
  for (const file of files) yield await one(file, work)
}
