import { resolve } from 'node:path'
import { type Message, message } from '#shared/model/identity'
import { UserIndicator } from '#shared/model/indicator'
import { reasonOf } from '../files/problem'
import { readFile } from '../files/read-file'

/** A list of thousands of indicators is a fraction of this. */
const LIMIT = 16 * 1024 * 1024

export type ReadIndicators =
  | { readonly ok: true; readonly value: readonly UserIndicator[] }
  | { readonly ok: false; readonly reason: Message }

const wrong = (file: string, problem: string): ReadIndicators => ({
  ok: false,
  reason: message('cli.wrong.indicatorList', { file, problem }),
})

/**
 * Reads the file of `--indicators`: a JSON array of the user's indicators, each with the fields of `UserIndicator`.
 * @returns the indicators, or a message with the first thing that is wrong and where it stands
 */
export async function readIndicators(file: string): Promise<ReadIndicators> {
  let text: string
  try {
    const { bytes } = await readFile(resolve(file), LIMIT)
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    const reason = reasonOf(error, '')
    return reason.key === '' ? wrong(file, 'UTF-8') : { ok: false, reason }
  }
  const parsed = UserIndicator.array().safeParse(jsonOf(text))
  if (parsed.success) return { ok: true, value: parsed.data }
  const issue = parsed.error.issues[0]
  return wrong(file, `${issue?.path.join('.') || 'JSON'}: ${issue?.message ?? ''}`)
}

/** The value of a JSON text, undefined where it is none: the schema then says that no array is there. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
