import { resolve } from 'node:path'
import { build } from 'vite'

/** The script that gives a page `window.soak`. */
export async function pageScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: resolve('test/soak/page/entry.ts'), formats: ['iife'], name: 'soakPage' },
    },
  })
  const [first] = Array.isArray(built) ? built : [built]
  const chunk = first && 'output' in first ? first.output[0] : null
  if (chunk?.type !== 'chunk') throw new Error('no script was built')
  return chunk.code
}
