#!/usr/bin/env node
/**
 * The command line, from the source and without a build: it teaches this process to load TypeScript, then starts it.
 * (Plain JavaScript, since nothing can load TypeScript before that.)
 */
import { register } from 'tsx/esm/api'

register()
const { run } = await import('./cli.ts')
await run(process.argv.slice(2))
