import { basename, dirname, resolve } from 'node:path'
import { type Message, message } from '#shared/model/identity'
import { looksPacked } from '../files/feed-archive'
import { reasonOf } from '../files/problem'
import { hashOf, readFile } from '../files/read-file'
import type { Analyser } from './analyser'
import type { TaskFile } from './tasks'

/** A file that was done, or why it was not. `file` is the path as it was given; that of a member goes on inside. */
export type Done<T> =
  | { file: string; ok: true; hash: string; value: T }
  | { file: string; ok: false; hash: string | null; reason: Message }

type Work<T> = (input: TaskFile, file: string) => Promise<T>

/** The folder as it was typed. */
const folderOf = (file: string): string => (dirname(file) === '.' ? '' : dirname(file))

const inputOf = (file: string, hash: string, bytes: Uint8Array): TaskFile => ({
  name: basename(file),
  folder: folderOf(file),
  hash,
  bytes,
})

/**
 * Works on files one after the other, so that memory holds one at a time; a broken one harms no other. An archive is one
 * file for each of its members.
 */
export async function* eachFile<T>(
  files: readonly string[],
  work: Work<T>,
  analyser: Pick<Analyser, 'expand'>,
): AsyncGenerator<Done<T>> {
  for (const file of files) {
    try {
      const { hash, bytes } = await readFile(resolve(file))
      if (looksPacked(file, bytes)) yield* packed(inputOf(file, hash, bytes), file, work, analyser)
      else yield await one(inputOf(file, hash, bytes), file, work)
    } catch (error) {
      yield { file, ok: false, hash: null, reason: reasonOf(error, 'errors.file.failed') }
    }
  }
}

/** Works on one file; whatever goes wrong becomes a reason. */
async function one<T>(input: TaskFile, file: string, work: Work<T>): Promise<Done<T>> {
  const { hash } = input
  try {
    return { file, ok: true, hash, value: await work(input, file) }
  } catch (error) {
    return { file, ok: false, hash, reason: reasonOf(error, 'errors.file.failed') }
  }
}

/** The members of an archive, a batch at a time, or the file itself where it is none (a docx is a zip as well). */
async function* packed<T>(
  archive: TaskFile,
  file: string,
  work: Work<T>,
  analyser: Pick<Analyser, 'expand'>,
): AsyncGenerator<Done<T>> {
  let members = 0
  for (let from: number | null = 0; from !== null; ) {
    const batch = await batchOf(archive, from, analyser)
    if (batch === null) return yield await one(archive, file, work)
    if ('reason' in batch) return yield { file, ok: false, hash: archive.hash, reason: batch.reason }
    members += batch.members.length + batch.refused.length
    for (const { name, bytes } of batch.members) {
      const own = new Uint8Array(bytes)
      const inside = `${file}/${name}`
      yield await one(inputOf(inside, await hashOf(own), own), inside, work)
    }
    for (const { name, reason } of batch.refused) yield { file: `${file}/${name}`, ok: false, hash: null, reason }
    from = batch.next
  }
  if (members === 0) yield { file, ok: false, hash: archive.hash, reason: message('errors.import.emptyArchive') }
}

async function batchOf(archive: TaskFile, from: number, analyser: Pick<Analyser, 'expand'>) {
  try {
    return await analyser.expand(archive, from)
  } catch (error) {
    return { reason: reasonOf(error, 'errors.file.failed') }
  }
}
