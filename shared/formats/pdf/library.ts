/// <reference path="./pdfjs-worker.d.ts" />

type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

let library: Promise<Library> | null = null

/**
 * pdfjs, loaded once and only when a PDF is read, with the part that parses running in this thread: the import worker
 * and the command line's worker are the threads where untrusted files are parsed, and no page of ours may start others.
 */
export function pdfLibrary(): Promise<Library> {
  library ??= load()
  library.catch(() => {
    library = null
  })
  return library
}

async function load(): Promise<Library> {
  lendDrawing()
  const worker = await withoutTakingMessages(() => import('pdfjs-dist/legacy/build/pdf.worker.mjs'))
  // Where pdfjs looks for its worker before it starts one.
  Object.assign(globalThis, { pdfjsWorker: worker })
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}

/** Names that the library takes for given when it is loaded and uses only to draw, which we never ask of it. */
function lendDrawing(): void {
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
    if (!Reflect.has(globalThis, name)) Reflect.set(globalThis, name, class {})
  }
}

/**
 * The parsing part listens to the messages of the worker that it is loaded in and sends some of its own, unless it sees
 * a window. Our worker's messages are ours, so it is shown one while it loads.
 */
async function withoutTakingMessages<T>(loaded: () => Promise<T>): Promise<T> {
  if (Reflect.has(globalThis, 'window')) return loaded()
  Reflect.defineProperty(globalThis, 'window', { value: globalThis, configurable: true })
  try {
    return await loaded()
  } finally {
    Reflect.deleteProperty(globalThis, 'window')
  }
}
