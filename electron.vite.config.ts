import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

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
    build: {
      outDir: 'out/main',
      target: NODE,
      // Bundled, so that the packaged app carries no node_modules.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: at('electron/main/index.ts') },
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
    plugins: [react(), pdfTables()],
    worker: { format: 'es' },
    optimizeDeps: { include: WORKER_PACKAGES },
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      target: CHROMIUM,
      chunkSizeWarningLimit: 4096,
      // No inlined assets: the content security policy allows no data: scripts, and files cache better.
      assetsInlineLimit: 0,
      rollupOptions: { input: { index: at('renderer/index.html'), importer: at('renderer/importer.html') } },
    },
  },
})
