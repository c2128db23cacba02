/** A line of a stream, or that one was longer than allowed and was passed over. */
export type InputLine = { number: number; text: string } | { number: number; tooLong: true }

const NEWLINE = 0x0a

/**
 * Cuts a stream of bytes into lines of UTF-8 without ever holding more than one unfinished line of at most `limit` bytes.
 * @returns what ends with each chunk, so that nobody who has written a whole line waits for a chunk more; never empty
 */
export async function* inputLines(stream: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<InputLine[]> {
  let parts: Uint8Array[] = []
  let size = 0
  let number = 0
  const take = (part: Uint8Array): void => {
    size += part.byteLength
    // Beyond the limit the rest of the line is only counted.
    if (size <= limit) parts.push(part)
    else parts = []
  }
  const finish = (): InputLine => {
    number += 1
    const line: InputLine =
      size > limit ? { number, tooLong: true } : { number, text: Buffer.concat(parts).toString('utf8') }
    parts = []
    size = 0
    return line
  }
  for await (const chunk of stream) {
    const lines: InputLine[] = []
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
      take(chunk.subarray(from, at))
      lines.push(finish())
      from = at + 1
    }
    if (from < chunk.byteLength) take(chunk.subarray(from))
    if (lines.length > 0) yield lines
  }
  if (size > 0) yield [finish()]
}
