import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How much of a report an imported text is, in characters: many small files rather than a few large ones. */
const HEAD = 400
const FIGURES = [1_500, 2_300] as const

const SEEDS = readdirSync('seeds')
  .filter((name) => name.endsWith('.txt'))
  .sort()

/** Fills a folder with files that no other round has: the begin of a sample report and a line of their own. */
export function writeTexts(folder: string, round: number, count: number): void {
  mkdirSync(folder, { recursive: true })
  for (let at = 0; at < count; at++) {
    const text = readFileSync(join('seeds', SEEDS[(round + at) % SEEDS.length] ?? ''), 'utf8')
    const part = `${text.slice(0, HEAD)}${text.slice(...FIGURES)}`
    writeFileSync(join(folder, `${round}-${at}.txt`), `${part}\n第${round}轮第${at}份\n`)
  }
}
