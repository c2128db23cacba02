import type { Read } from '#shared/formats/read'

/** What a page asks of this worker: read a PDF by its bytes. */
export interface PdfRequest {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What it answers. */
export interface PdfAnswer {
  readonly read: Read
  /** Pages that progress was told of. */
  readonly pages: number
}

const refuse = (): never => {
  throw new EvalError('the policy of the app allows no code made of strings, and no worker of a worker')
}
// The importer's policy refuses the first two; a library that needs them must fail here too.
globalThis.Function = new Proxy(Function, { apply: refuse, construct: refuse })
globalThis.eval = refuse
globalThis.Worker = new Proxy(Worker, { construct: refuse })
globalThis.WebAssembly.instantiate = refuse

const { readFormat } = await import('#shared/formats/read')

const TABLES = import.meta.glob<string>('../../../node_modules/pdfjs-dist/cmaps/*GB*.bcmap', {
  query: '?url',
  import: 'default',
  eager: true,
})
const resources = {
  pdf: async (path: string) => {
    const answer = await fetch(TABLES[`../../../node_modules/pdfjs-dist/${path}`] ?? '')
    return new Uint8Array(await answer.arrayBuffer())
  },
}

self.onmessage = async ({ data: { name, bytes } }: MessageEvent<PdfRequest>) => {
  let pages = 0
  const progress = (done: number) => {
    pages = done
  }
  const read = await readFormat(name, bytes, { resources, progress })
  const answer: PdfAnswer = { read, pages }
  self.postMessage(answer)
}
self.postMessage('ready')
