import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { KeptFile } from '../../../electron/files/import-run'
import { hashOf } from '../../../electron/files/read-file'
import { temporaryFolder } from './entries'
import { FeederBench, FILES_A_LANE } from './fake-importer'

let bench: FeederBench
let profile: string

beforeEach(async () => {
  profile = await temporaryFolder()
  bench = await FeederBench.open(profile)
})
afterEach(() => bench.close())

const originals = async () => (await readdir(join(bench.project.folder, 'originals'))).sort()
const REFUSED = { status: 'failed', reason: { key: 'errors.file.binary', params: {} } } as const
const bytesOf = (text: string) => new TextEncoder().encode(text)

/** Texts as they are kept before their run begins. */
async function keep(...texts: string[]): Promise<KeptFile[]> {
  const kept: KeptFile[] = []
  for (const text of texts) {
    const hash = await hashOf(bytesOf(text))
    await bench.project.originals.keep(hash, bytesOf(text), text)
    kept.push({ hash, name: `${text}.txt`, folder: '' })
  }
  return kept
}

it('keeps those that were imported and takes those away that failed', async () => {
  const kept = await keep('甲', '乙', '丙')
  bench.onRequest = (request, link) =>
    request.name === '乙.txt' ? bench.answered(request, link, REFUSED) : bench.imported(request, link)
  const end = await bench.run({ mode: 'import', paths: [], kept })
  expect(end).toMatchObject({ imported: 2, failed: 1 })
  expect(await originals()).toEqual([kept[0]?.hash, kept[2]?.hash].sort())
})

it('takes those away that a cancelled run had not come to', async () => {
  const kept = await keep(...Array.from({ length: FILES_A_LANE + 2 }, (_, n) => `第${n}篇`))
  const held: (() => void)[] = []
  bench.onRequest = (request, link) => held.push(() => bench.imported(request, link))
  const run = bench.feeder.enqueue({ mode: 'import', paths: [], kept })
  const waiting = await keep('在后面等着')
  const behind = bench.feeder.enqueue({ mode: 'import', paths: [], kept: waiting })
  await bench.until(() => held.length === FILES_A_LANE)
  bench.feeder.cancel(behind)
  await bench.ended(behind)
  expect(await originals()).toHaveLength(kept.length)
  bench.feeder.cancel(run)
  for (const release of held) release()
  expect(await bench.ended(run)).toMatchObject({ state: 'cancelled', imported: FILES_A_LANE })
  expect(await originals()).toHaveLength(FILES_A_LANE)
})

it('leaves what an import that waits behind it needs, or an earlier one brought', async () => {
  const path = join(await temporaryFolder(), '丙.txt')
  await writeFile(path, '丙')
  await bench.run({ mode: 'import', paths: [path] })
  bench.onRequest = (request, link) =>
    request.folder === '再' ? bench.imported(request, link) : bench.answered(request, link, REFUSED)
  const first = await keep('甲', '丙')
  const second = (await keep('甲')).map((one) => ({ ...one, folder: '再' }))
  bench.feeder.enqueue({ mode: 'import', paths: [], kept: first })
  const end = await bench.ended(bench.feeder.enqueue({ mode: 'import', paths: [], kept: second }))
  expect(end).toMatchObject({ imported: 1, failed: 0 })
  expect(await originals()).toEqual(first.map(({ hash }) => hash).sort())
})
