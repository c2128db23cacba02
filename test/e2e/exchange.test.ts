import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { findings } from './axe'
import { chooseInDialog, newFolder, newProfile, removeProfile, saveInDialog, start, type Workbench } from './driver'
import { codeSentence, goToReport, importByKeys, journalEntries } from './keys'
import { pictureOnFailure, saved } from './steps'

/** Annotations that the user's steps have left in a profile's journal. */
const coded = (profile: string) =>
  journalEntries(profile).flatMap(({ changes }) =>
    changes.flatMap(({ table, after }) => (table === 'annotations' && after ? [after] : [])),
  )

/** Passages that were coded, each with the hash of its file. */
const spans = (profile: string) =>
  coded(profile)
    .map((one) => one as { anchor: { quote: string }; source: string })
    .map(({ anchor, source }) => [source, anchor.quote])
    .sort()

/** Waits until the view's keys are heard: its buttons go and come with each work, and the focus with them. */
const heard = (page: Page) =>
  page.waitForFunction(() => document.activeElement?.closest('[data-key-scope="exchange"]')?.querySelector('button'))

/** Opens the view by its key. */
async function goToExchange(page: Page): Promise<void> {
  await page.keyboard.press('Control+Alt+Shift+q')
  await heard(page)
}

describe('a coded project', () => {
  const folder = newFolder({})
  const file = join(folder, '甲.qdpx')
  const page = join(folder, '甲.html')
  const profiles = [newProfile(), newProfile(), newProfile()] as const
  const size = { width: 1280, height: 800 }
  let bench: Workbench | undefined

  afterAll(async () => {
    await bench?.close()
    for (const profile of profiles) removeProfile(profile)
    removeProfile(folder)
  })
  pictureOnFailure(() => bench)

  it('goes out as REFI-QDA, and its report as a web page, by keys', async () => {
    bench = await start({ profile: profiles[0], settings: { author: '甲' }, size })
    await importByKeys(bench.page)
    await goToReport(bench.page, '000_')
    await codeSentence(bench.page, '经济运行')
    await codeSentence(bench.page, '民生', 8)
    await saved(bench.page)
    await goToExchange(bench.page)
    expect(await findings(bench.page)).toEqual([])
    await saveInDialog(bench.app, file)
    await bench.page.keyboard.press('1')
    await bench.page.getByText('已保存“甲.qdpx”').waitFor()
    expect(existsSync(file)).toBe(true)
    await heard(bench.page)
    await saveInDialog(bench.app, page)
    await bench.page.keyboard.press('5')
    await expect.poll(() => existsSync(page)).toBe(true)
    await bench.close()
    bench = undefined
  })

  it('comes into another project with the same files: codes and spans are there, in one step', async () => {
    bench = await start({ profile: profiles[1], settings: { author: '乙' }, size })
    await importByKeys(bench.page)
    await chooseInDialog(bench.app, [file])
    await goToExchange(bench.page)
    await bench.page.keyboard.press('7')
    const plan = bench.page.getByRole('region', { name: /甲\.qdpx/ })
    await plan.waitFor()
    const words = await plan.innerText()
    expect(words).toContain('新增 2 个')
    expect(words).toContain('新增 2 处')
    expect(await findings(bench.page)).toEqual([])
    await bench.page.keyboard.press('Control+Enter')
    await bench.page.getByText(/已从“甲\.qdpx”导入/).waitFor()
    await saved(bench.page)
    expect(spans(profiles[1])).toEqual(spans(profiles[0]))
    expect(spans(profiles[1])).toHaveLength(2)
    expect(journalEntries(profiles[1]).at(-1)).toMatchObject({ author: '乙', operation: { key: 'exchange.step' } })
    expect(bench.errors).toEqual([])
  })

  it('comes into an empty project with its texts: the same files, codes and spans', async () => {
    await bench?.close()
    bench = await start({ profile: profiles[2], settings: { author: '丙' }, size })
    await chooseInDialog(bench.app, [file])
    await goToExchange(bench.page)
    await bench.page.keyboard.press('7')
    await bench.page.getByRole('checkbox', { name: /一起导入/ }).waitFor()
    expect(await findings(bench.page)).toEqual([])
    await bench.page.keyboard.press('Control+Enter')
    await bench.page.getByText(/已从“甲\.qdpx”导入/).waitFor()
    await saved(bench.page)
    expect(spans(profiles[2])).toEqual(spans(profiles[0]))
    expect(bench.errors).toEqual([])
  })
})
