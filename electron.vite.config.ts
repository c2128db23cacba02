import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { shippedPackages } from './electron/launch/licences.mjs'

const at = (path: string) => resolve(import.meta.dirname, path)

/** One bundle for the oldest runtime that we start on: Electron 33 (Chromium 130, Node 20.18). */
const CHROMIUM = 'chrome130'
const NODE = 'node20.18'

/**
 * Puts the tables of Chinese encodings that PDF files refer to beside the pages, as `pdf/cmaps/<name>.bcmap`; in
 * development Vite's server answers for them. The import worker fetches those that a file names.
 */
function pdfTables(): Plugin {
  const folder = at('node_modules/pdfjs-dist/cmaps')
  const names = readdirSync(folder).filter((name) => name.endsWith('.bcmap'))
  return {
    name: 'pdf-tables',
    configureServer: ({ middlewares }) => {
      middlewares.use('/pdf/cmaps', (request, answer, next) => {
        const name = names.find((known) => request.url === `/${known}`)
        if (name === undefined) return next()
        answer.setHeader('Content-Type', 'application/octet-stream')
        answer.end(readFileSync(resolve(folder, name)))
      })
    },
    generateBundle() {
      for (const name of names)
        this.emitFile({ type: 'asset', fileName: `pdf/cmaps/${name}`, source: readFileSync(resolve(folder, name)) })
    },
  }
}

/** Puts the licences of all that the program is bundled from beside the pages, as `licences.json`. */
function licences(): Plugin {
  const source = async () => JSON.stringify(await shippedPackages(import.meta.dirname))
  return {
    name: 'licences',
    configureServer: ({ middlewares }) => {
      middlewares.use('/licences.json', (_request, answer, next) => {
        source().then((text) => answer.setHeader('Content-Type', 'application/json').end(text), next)
      })
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'licences.json', source: await source() })
    },
  }
}

/**
 * What a window and its workers load is kept small: V8 keeps the text of their code, two bytes a character, in each of
 * them, and goes through it at every start. Functions keep their names: a user sends us the stack of an error.
 */
const SMALL = { minify: { mangle: { keepNames: true }, compress: { keepNames: { function: true, class: true } } } }

/**
 * Packages that only the import worker loads. In development Vite does not see them beforehand: met while a file is
 * read they would be bundled then, and the importer would be reloaded under its first file.
 */
const WORKER_PACKAGES = [
  '@exodus/bytes/crc.js',
  '@exodus/bytes/multi-byte.js',
  '@exodus/bytes/single-byte.js',
  'dexie',
  'fflate',
  'parse5',
  'pdfjs-dist/legacy/build/pdf.mjs',
  'pdfjs-dist/legacy/build/pdf.worker.mjs',
  'saxes',
  'zod',
]

export default defineConfig({
  main: {
    // Its build for Node declares a `require`, as electron-vite does in every module: two of them are a syntax error.
    resolve: { alias: { fflate: at('node_modules/fflate/esm/browser.js') } },
    build: {
      outDir: 'out/main',
      target: NODE,
      // Bundled, so that the packaged app carries no node_modules.
      externalizeDeps: false,
      rollupOptions: {
        // The worker of the command line is a program of its own.
        input: { index: at('electron/main/index.ts'), worker: at('electron/cli/analysis-worker.ts') },
        external: ['electron'],
        output: { format: 'es' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: NODE,
      externalizeDeps: false,
      rollupOptions: {
        input: { index: at('electron/preload/index.ts') },
        external: ['electron'],
        // A sandboxed preload can only be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react(), pdfTables(), licences()],
    worker: { format: 'es', rollupOptions: { output: SMALL } },
    optimizeDeps: { include: WORKER_PACKAGES },
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      target: CHROMIUM,
      chunkSizeWarningLimit: 4096,
      // No inlined assets: the content security policy allows no data: scripts, and files cache better.
      assetsInlineLimit: 0,
      rollupOptions: {
        input: { index: at('renderer/index.html'), importer: at('renderer/importer.html') },
        output: SMALL,
      },
    },
  },
})
