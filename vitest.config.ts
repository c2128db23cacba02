import { existsSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'

const CHROMIUM = process.env.DUIBIAO_CHROMIUM ?? '/usr/bin/chromium'

const BROWSER_PACKAGES = [
  '@exodus/bytes/crc.js',
  '@exodus/bytes/multi-byte.js',
  '@exodus/bytes/single-byte.js',
  '@codemirror/commands',
  '@codemirror/state',
  '@codemirror/view',
  '@tanstack/react-virtual',
  'antd',
  'axe-core',
  'dexie',
  'dexie-react-hooks',
  'fast-check',
  'fflate',
  'i18next',
  'lucide-react',
  'parse5',
  'pdfjs-dist/legacy/build/pdf.mjs',
  'pdfjs-dist/legacy/build/pdf.worker.mjs',
  'react',
  'react-dom',
  'react-dom/client',
  'react-i18next',
  'react/jsx-dev-runtime',
  'saxes',
  'zod',
  'zustand',
  'zustand/vanilla',
]

/**
 * Three kinds of test. `unit` runs in Node; a file that needs a DOM says so in its first line. `browser` runs the
 * renderer's parts in Debian's Chromium. `e2e` drives the built app in a real Electron.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'test/browser/**', 'test/bench/node_modules/**'],
          testTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        // Named beforehand: a package that is only met while tests run is bundled then, and the page reloads under them.
        optimizeDeps: { include: BROWSER_PACKAGES },
        test: {
          name: 'browser',
          include: existsSync(CHROMIUM) ? ['test/browser/**/*.test.{ts,tsx}'] : [],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: CHROMIUM,
                args: [
                  '--no-sandbox',
                  '--disable-gpu',
                  '--disable-quic',
                  '--no-first-run',
                  '--disable-background-networking',
                  '--disable-component-update',
                  '--disable-sync',
                ],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          setupFiles: ['test/e2e/nothing-sent.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000, interval: 50 } },
        },
      },
    ],
  },
})
