import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { chooseInDialog, newFolder, newProfile, removeProfile, start, type Workbench } from './driver'
import { importSample, pictureOnFailure, readerText } from './steps'

/** A report that two passages of the rule stand in. */
const REPORT = `洛龙区2024年政府工作报告
——2024年2月1日在洛龙区第十六届人民代表大会第三次会议上
洛龙区人民政府区长 王某
各位代表：
现在，我代表区人民政府，向大会报告政府工作，请予审议，并请各位政协委员提出意见。
一、2023年工作回顾
地区生产总值增长6.1%，新建停车场12个，城镇新增就业5000人。${'我们坚持稳中求进，扎实推进各项工作。'.repeat(20)}
二、2024年工作安排
地区生产总值增长7%左右，再建停车场8个。${'我们要办好民生实事，持续改善人民生活。'.repeat(20)}
`

let profile: string
let bench: Workbench

beforeAll(async () => {
  profile = newProfile()
  bench = await start({ profile, settings: { author: '甲' }, size: { width: 1280, height: 800 } })
  await importSample(bench.page)
})
afterAll(async () => {
  await bench.close()
  removeProfile(profile)
})
pictureOnFailure(() => bench)

const list = (page: Page) => page.getByRole('grid', { name: '找到的文字' })
const counts = (page: Page) => page.getByText(/^选中 \d+，共/)
const keys = async (page: Page, ...pressed: string[]): Promise<void> => {
  for (const key of pressed) await page.keyboard.press(key)
}

it('finds a phrase, shows the passage and comes back, by keyboard alone', async () => {
  const { page } = bench
  await keys(page, 'Control+Shift+A')
  await page.getByRole('textbox', { name: '短语' }).waitFor()
  await page.keyboard.type('停车场')
  await keys(page, 'Enter')
  await counts(page).waitFor()
  await keys(page, 'Control+ArrowDown', 'j', 'j')
  const current = list(page).locator('[data-current="true"] mark')
  await expect.poll(() => current.textContent()).toBe('停车场')
  const at = await list(page).getAttribute('aria-activedescendant')
  await keys(page, 'Enter')
  await readerText(page).waitFor()
  await keys(page, 'Alt+ArrowLeft')
  await list(page).waitFor()
  expect(await list(page).getAttribute('aria-activedescendant')).toBe(at)
})

it('codes what is ticked in one step, which is taken back in one', async () => {
  const { page } = bench
  const all = Number(/共 (\d+) 处/.exec((await counts(page).textContent()) ?? '')?.[1])
  expect(all).toBeGreaterThan(3)
  await page.getByRole('combobox', { name: '给这些文字的编码' }).focus()
  await page.keyboard.type('停车')
  await page.getByText('新建编码“停车”').waitFor()
  await keys(page, 'Enter')
  await expect.poll(() => page.getByRole('button', { name: `编码 ${all} 处` }).isEnabled()).toBe(true)
  await keys(page, 'Escape', 'Control+ArrowDown', 'Space', 'Control+Shift+Enter')
  await page.getByText(/^已编码 \d+ 处/).waitFor()
  const left = new RegExp(`共 ${all} 处，其中 ${all - 1} 处`)
  await page.getByText(left).waitFor()
  await keys(page, 'Control+z')
  await page.getByText(`共 ${all} 处，其中 0 处`).waitFor()
  await keys(page, 'Control+Shift+z')
  await page.getByText(left).waitFor()
})

it('keeps a rule that codes what is imported later, also after a restart', async () => {
  await keys(bench.page, 'Control+s')
  await bench.page.getByRole('textbox', { name: '名称' }).fill('停车场规则')
  await keys(bench.page, 'Tab', 'Space', 'Enter')
  await bench.page.getByText('规则：停车场规则').waitFor()
  await bench.close()
  bench = await start({ profile })
  const { page, app } = bench
  const folder = newFolder({ '洛龙区2024.txt': REPORT })
  await chooseInDialog(app, [join(folder, '洛龙区2024.txt')])
  await keys(page, 'Control+o')
  const told = page.getByText(/^规则“停车场规则”在新导入的文件里编码了 2 处/)
  await told.waitFor()
  await page.getByRole('button', { name: '查看', exact: true }).click()
  await page.getByText('共 2 处，其中 2 处').waitFor()
  expect(bench.errors).toEqual([])
})
