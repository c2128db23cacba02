import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string) => resolve(import.meta.dirname, path)

/** One bundle for the oldest runtime that we start on: Electron 33 (Chromium 130, Node 20.18). */
const CHROMIUM = 'chrome130'
const NODE = 'node20.18'

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
    plugins: [react()],
    worker: { format: 'es' },
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
