import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { chooseInDialog, newFolder, newProfile, removeProfile, start } from '../e2e/driver'
import { median, type Row, row } from './row'

declare global {
  interface Window {
    Dexie: new (
      name: string,
    ) => {
      version(n: number): { stores(schema: Record<string, string>): void }
      table(name: string): { bulkAdd(rows: readonly object[]): Promise<unknown> }
      delete(): Promise<void>
    }
  }
}

const ROUNDS = 3
const MANY = 200

/** Many different files made of the seeds: each has a last line of its own, so that no two hashes are alike. */
function multiplied(seeds: string): Record<string, string> {
  const texts = readdirSync(seeds)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(seeds, name), 'utf8'))
  return Object.fromEntries(
    Array.from({ length: MANY }, (_, i) => [`${i}.txt`, `${texts[i % texts.length]}\n\n${i}`] as const),
  )
}

/** Milliseconds from the request to the last acknowledged file, in a real window with an empty project. */
async function importOnce(paths: readonly string[], expected: number): Promise<{ ms: number; opened: number }> {
  const profile = newProfile()
  try {
    const before = performance.now()
    const workbench = await start({ profile })
    await workbench.page.getByRole('main').first().waitFor()
    const opened = performance.now() - before
    await chooseInDialog(workbench.app, paths)
    const result = await workbench.page.evaluate(async () => {
      const begin = performance.now()
      const ended = new Promise<{ imported: number; ms: number }>((done) => {
        const bridge = window.duibiao
        if (!bridge) throw new Error('the window has no bridge')
        const stop = bridge.on('import:progress', (payload) => {
          const progress = payload as { state: string; imported: number }
          if (progress.state === 'running') return
          stop()
          done({ imported: progress.imported, ms: performance.now() - begin })
        })
      })
      await window.duibiao?.invoke('import:choose', { what: 'files' })
      return ended
    })
    await workbench.close()
    if (result.imported !== expected) throw new Error(`${result.imported} of ${expected} files were imported`)
    return { ms: result.ms, opened }
  } finally {
    removeProfile(profile)
  }
}

/** Milliseconds of a bare Dexie bulkAdd of the same texts in the same kind of window. */
async function bulkAdd(texts: readonly string[]): Promise<number> {
  const dexie = readFileSync(createRequire(import.meta.url).resolve('dexie/dist/dexie.min.js'), 'utf8')
  const profile = newProfile()
  try {
    const workbench = await start({ profile })
    await workbench.page.evaluate(dexie)
    const ms = await workbench.page.evaluate(async (rows) => {
      const db = new window.Dexie('bench')
      db.version(1).stores({ texts: '++id' })
      const begin = performance.now()
      await db.table('texts').bulkAdd(rows.map((text) => ({ text })))
      const spent = performance.now() - begin
      await db.delete()
      return spent
    }, texts)
    await workbench.close()
    return ms
  } finally {
    removeProfile(profile)
  }
}

/** Import from disk to searchable, statements extracted: the five seeds, and two hundred files made of them. */
export async function importRows(seeds: string): Promise<Row[]> {
  const five = readdirSync(seeds)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(seeds, name))
  const many = multiplied(seeds)
  const folder = newFolder(many)
  try {
    const few: number[] = []
    const lots: number[] = []
    const opens: number[] = []
    const bare: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const small = await importOnce(five, five.length)
      few.push(small.ms)
      opens.push(small.opened)
      lots.push((await importOnce([folder], MANY)).ms)
      bare.push(await bulkAdd(Object.values(many)))
    }
    return [
      row('import, five seeds', 'ms', few, { name: 'start of the app itself', figure: median(opens) }, { most: 1 }),
      row(
        `import, ${MANY} files`,
        'ms',
        lots,
        { name: 'bare Dexie bulkAdd of the texts', figure: median(bare) },
        { most: 15 },
      ),
    ]
  } finally {
    removeProfile(folder)
  }
}
