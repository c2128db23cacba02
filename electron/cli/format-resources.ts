import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { FormatResources } from '#shared/formats/format'

const require = createRequire(import.meta.url)
const PDF = dirname(require.resolve('pdfjs-dist/package.json'))

/** The parsers' data files as they lie in `node_modules`. */
export const FORMAT_RESOURCES: FormatResources = {
  pdf: async (path) => new Uint8Array(await readFile(join(PDF, path))),
}
