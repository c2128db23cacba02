import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { workerData } from 'node:worker_threads'
import type { FormatResources } from '#shared/formats/format'

/** Where the data files lie: the packed app tells its worker, elsewhere it is their package. */
const folder = (): string =>
  workerData?.pdf ?? dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** The parsers' data files. */
export const FORMAT_RESOURCES: FormatResources = {
  pdf: async (path) => new Uint8Array(await readFile(join(folder(), path))),
}
