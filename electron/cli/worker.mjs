/** Starts the analysis worker from its TypeScript source, as `duibiao.mjs` does for the main thread. */
import { register } from 'tsx/esm/api'

register()
await import('./analysis-worker.ts')
