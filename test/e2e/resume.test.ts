import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportProgress, InterruptedImport } from '../../shared/ipc/imports'
import type { Result } from '../../shared/ipc/result'
import { chooseInDialog, newFolder, newProfile, removeProfile, start, type Workbench } from './driver'
import { pictureOnFailure } from './steps'

declare global {
  interface Window {
    runEvents?: ImportProgress[]
  }
}

const FILES = 300

const report = (index: number): string =>
  `洛阳市西工区政府工作报告\n——2023年1月5日在西工区第十七届人民代表大会第${index}次会议上\n\n各位代表：\n\n一、2022年工作回顾\n2022年，地区生产总值完成${300 + index}.5亿元，增长${(index % 70) / 10}%；一般公共预算收入${index + 10}亿元。\n\n二、2023年工作安排\n2023年，地区生产总值增长6.5%。\n`.repeat(
    8,
  )

const projectFolder = (profile: string): string =>
  join(profile, 'projects', readdirSync(join(profile, 'projects'))[0] ?? '')
const imported = (profile: string): string[] =>
  readFileSync(join(projectFolder(profile), 'journal.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => JSON.parse(line).changes.map((change: { key: string }) => change.key))

/** Asks main as the window does. */
const ask = async <T>({ page }: Workbench, channel: string, payload: unknown = null): Promise<T> => {
  const result = await page.evaluate(([name, input]) => window.duibiao?.invoke(name as 'import:resume', input), [
    channel,
    payload,
  ] as const)
  const { ok, ...rest } = result as Result<T> & { ok: true }
  expect(ok, JSON.stringify(rest)).toBe(true)
  return rest.value
}

/** Hears of imports from now on. */
const listen = ({ page }: Workbench): Promise<void> =>
  page.evaluate(() => {
    const listening = window.runEvents !== undefined
    window.runEvents = []
    if (!listening) window.duibiao?.on('import:progress', (event) => window.runEvents?.push(event as ImportProgress))
  })
const events = ({ page }: Workbench): Promise<ImportProgress[]> => page.evaluate(() => window.runEvents ?? [])
const last = async (bench: Workbench) => (await events(bench)).at(-1)

/** Counts of the database's tables. */
const counts = (bench: Workbench, project: string): Promise<number[]> =>
  bench.page.evaluate(async (name) => {
    const db = await new Promise<IDBDatabase>((done, failed) => {
      const opening = indexedDB.open(name)
      opening.onsuccess = () => done(opening.result)
      opening.onerror = () => failed(opening.error)
    })
    const tables = ['sources', 'readings', 'texts', 'reports']
    const sums = await Promise.all(
      tables.map(
        (table) =>
          new Promise<number>((done) => {
            const counting = db.transaction(table).objectStore(table).count()
            counting.onsuccess = () => done(counting.result)
          }),
      ),
    )
    db.close()
    return sums
  }, project)

describe('an import', () => {
  let profile: string
  let folder: string
  let bench: Workbench

  beforeAll(async () => {
    profile = newProfile()
    folder = newFolder(Object.fromEntries(Array.from({ length: FILES }, (_, at) => [`区县/${at}.txt`, report(at)])))
    bench = await start({ profile, settings: {}, size: { width: 1280, height: 800 } })
  })
  afterAll(async () => {
    await bench.close()
    removeProfile(profile)
    rmSync(folder, { recursive: true })
  })
  pictureOnFailure(() => bench)

  const databaseOf = async () => `project-${readdirSync(join(profile, 'projects'))[0]}`

  it('goes on after kill -9 in the middle, and has everything once', async () => {
    await listen(bench)
    await chooseInDialog(bench.app, [folder])
    await ask(bench, 'import:choose', { what: 'folder' })
    await expect.poll(async () => (await last(bench))?.done ?? 0).toBeGreaterThan(20)
    expect((await last(bench))?.state).toBe('running')
    await bench.kill()
    const before = imported(profile).length
    expect(before).toBeLessThan(FILES)

    bench = await start({ profile, size: { width: 1280, height: 800 } })
    const interrupted = await ask<InterruptedImport | null>(bench, 'import:interrupted')
    expect(interrupted).toMatchObject({ total: FILES })
    expect(interrupted?.done).toBeGreaterThan(0)
    await listen(bench)
    await ask(bench, 'import:resume')
    await expect.poll(async () => (await last(bench))?.state, { timeout: 90_000 }).toBe('finished')
    expect(await last(bench)).toMatchObject({
      total: FILES,
      done: FILES,
      imported: FILES,
      duplicates: 0,
      failed: 0,
      resumed: true,
    })
    const names = (await events(bench)).flatMap(({ lines }) => lines.map(({ name }) => name))
    expect(new Set(names).size).toBe(FILES)
    await expect.poll(() => imported(profile).length).toBe(FILES)
    expect(new Set(imported(profile)).size).toBe(FILES)
    expect(readdirSync(join(projectFolder(profile), 'originals'))).toHaveLength(FILES)
    expect(readdirSync(join(projectFolder(profile), 'imports'))).toEqual([])
    expect((await counts(bench, await databaseOf())).slice(0, 3)).toEqual([FILES, FILES, FILES])
    expect(await ask(bench, 'import:interrupted')).toBeNull()
    expect(bench.errors).toEqual([])
  })

  it('of a zip takes each member for a file', async () => {
    const text = (index: number) => new TextEncoder().encode(report(1000 + index))
    const inner = zipSync({ '3.txt': text(3) })
    const zip = newFolder({ 'a.zip': zipSync({ '孟津/1.txt': text(1), '2.txt': text(2), 'b.zip': inner }) })
    await listen(bench)
    await chooseInDialog(bench.app, [join(zip, 'a.zip')])
    await ask(bench, 'import:choose', { what: 'files' })
    await expect.poll(async () => (await last(bench))?.state).toBe('finished')
    expect(await last(bench)).toMatchObject({ total: 3, imported: 3, failed: 0 })
    const lines = (await events(bench)).flatMap((event) => event.lines.map(({ name }) => name))
    expect(lines.sort()).toEqual(['a.zip/2.txt', 'a.zip/b.zip/3.txt', 'a.zip/孟津/1.txt'])
    rmSync(zip, { recursive: true })
  })
})
