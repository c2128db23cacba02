import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findings } from './axe'
import { newProfile, removeProfile, start, type Workbench } from './driver'
import { activity, clickWords, importSample, openReport, pictureOnFailure, readerText, statementRows } from './steps'

describe.each(['light', 'dark'] as const)('the window in %s colours', (theme) => {
  let profile: string
  let bench: Workbench

  beforeAll(async () => {
    profile = newProfile()
    bench = await start({ profile, settings: { theme }, size: { width: 1280, height: 800 } })
  })
  afterAll(async () => {
    await bench.close()
    removeProfile(profile)
  })

  pictureOnFailure(() => bench)

  /** The views in the order in which a user comes to them; each step leaves the window as the next one needs it. */
  const VIEWS: readonly [string, (page: Page) => Promise<void>][] = [
    ['the empty library', async () => undefined],
    ['the import result', importSample],
    [
      'the library with what was detected',
      async (page) => {
        await page.keyboard.press('Control+Shift+L')
        await page.getByRole('grid', { name: '资料库' }).getByText('000_').click()
        await page.keyboard.press('i')
        await page.getByRole('complementary', { name: '识别详情' }).getByText('来源信息').waitFor()
      },
    ],
    [
      'the bar for marked lines',
      async (page) => {
        await page.keyboard.press('i')
        await page.keyboard.press('Control+a')
        await page.getByText('已选 5 行').waitFor()
      },
    ],
    [
      'the form for many reports',
      async (page) => {
        await page.keyboard.press('e')
        await page.getByRole('dialog', { name: '编辑 5 行' }).waitFor()
      },
    ],
    [
      'the list of doubts',
      async (page) => {
        await page.keyboard.press('Escape')
        await page.getByRole('dialog', { name: '编辑 5 行' }).waitFor({ state: 'hidden' })
        await page.keyboard.press('Control+Shift+K')
        await page.getByRole('listbox', { name: '待核对' }).waitFor()
      },
    ],
    [
      'the topics',
      async (page) => {
        await page.keyboard.press('Control+Shift+T')
        await page.getByRole('listbox', { name: '章节主题' }).waitFor()
      },
    ],
    [
      'the grid of places and years',
      async (page) => {
        await page.keyboard.press('Control+Shift+L')
        await page.keyboard.press('Escape')
        await page.getByText('地区×年度').click()
        await page.getByRole('button', { name: '全文 西工区 2020' }).waitFor()
        await page.getByText('列表', { exact: true }).click()
      },
    ],
    ['the reader', (page) => openReport(page, '000_')],
    [
      'the codebook',
      async (page) => {
        await page.keyboard.press('Control+Shift+B')
        await page.getByRole('button', { name: '采用示例编码表' }).click()
        await page.getByRole('treeitem').first().waitFor()
      },
    ],
    [
      'highlights that overlap',
      async (page) => {
        const stripes = page.locator('.db-stripe')
        for (const [key, count] of [
          ['1', 1],
          ['2', 2],
          ['3', 3],
        ] as const) {
          await clickWords(page, '工业增加值同比增长')
          if (count === 1) await page.keyboard.press('s')
          else for (let i = 0; i < 5 - count; i++) await page.keyboard.press('Shift+ArrowRight')
          await page.keyboard.press(key)
          await expect.poll(() => stripes.count()).toBe(count)
        }
      },
    ],
    [
      'the card of an annotation',
      async (page) => {
        await clickWords(page, '工业增加值同比增长')
        await page.keyboard.press('Enter')
        await page.getByRole('button', { name: '改范围' }).waitFor()
      },
    ],
    [
      'the memo',
      async (page) => {
        await page.keyboard.press('Escape')
        await page.keyboard.press('m')
        await page.getByRole('textbox', { name: '备忘' }).waitFor()
      },
    ],
    [
      'the choice of codes',
      async (page) => {
        await page.keyboard.press('Escape')
        await page.keyboard.press('c')
        await page.getByRole('combobox', { name: '选择编码' }).waitFor()
      },
    ],
    [
      'finding in the text',
      async (page) => {
        await page.keyboard.press('Escape')
        await readerText(page).focus()
        await page.keyboard.press('Control+f')
        await page.keyboard.type('增长')
        await page.locator('.db-hit').first().waitFor()
      },
    ],
    [
      'the outline',
      async (page) => {
        await page.keyboard.press('Escape')
        await page.keyboard.press('Control+Shift+O')
        await page.getByRole('treeitem', { name: /持续增进民生福祉/ }).waitFor()
      },
    ],
    [
      'the review of statements',
      async (page) => {
        await page.keyboard.press('Control+Shift+E')
        await statementRows(page).first().click()
        await page.keyboard.press('a')
        await page.keyboard.press('r')
        await page.getByRole('button', { name: '已排除 1' }).waitFor()
      },
    ],
    [
      'the form of a statement',
      async (page) => {
        await page.keyboard.press('e')
        await page.getByRole('textbox', { name: '口径' }).waitFor()
      },
    ],
    [
      'the comparison with its bars',
      async (page) => {
        await page.keyboard.press('Escape')
        await activity(page, '对比').click()
        await page.getByRole('grid', { name: /^对比表/ }).waitFor()
        await page.locator('canvas[data-zr-dom-id]').first().waitFor()
      },
    ],
    ['the notes of the comparison', (page) => page.getByText(/^说明 \d+ 条/).click()],
    [
      'a cell with several statements',
      async (page) => {
        await page.getByRole('radiogroup', { name: '数据类型' }).getByText('总量').click()
        await page.locator('[data-cell] button').first().click()
        await page.getByRole('dialog', { name: '详情与取舍' }).waitFor()
      },
    ],
    [
      'the choice of indicators',
      async (page) => {
        await page.keyboard.press('Escape')
        await page.getByRole('combobox', { name: '指标' }).click()
      },
    ],
    [
      'the ways to export',
      async (page) => {
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: '导出' }).click()
        await page.getByRole('menuitem', { name: /XLSX/ }).waitFor()
      },
    ],
    [
      'the history',
      async (page) => {
        await page.keyboard.press('Escape')
        await page.keyboard.press('Control+Shift+H')
        await page.getByRole('button', { name: '撤销' }).waitFor()
      },
    ],
    [
      'the command palette',
      async (page) => {
        await page.keyboard.press('Control+k')
        await page.keyboard.type('export')
        await page.getByRole('option').first().waitFor()
      },
    ],
    [
      'the settings',
      async (page) => {
        await page.keyboard.press('Escape')
        await page.keyboard.press('Control+,')
        await page.getByRole('heading', { name: '快捷键' }).waitFor()
      },
    ],
    [
      'the table of statements',
      async (page) => {
        await page.keyboard.press('Control+Alt+E')
        await page.getByRole('button', { name: '存疑优先' }).waitFor()
      },
    ],
    [
      'the indicators',
      async (page) => {
        await page.keyboard.press('Control+Shift+I')
        await page.getByRole('button', { name: '新建指标' }).click()
        await page.getByRole('form', { name: '指标' }).getByRole('textbox', { name: '别名' }).fill('经济总量')
        await page.getByText('“经济总量”现在归').waitFor()
      },
    ],
    [
      'the phrases that are no indicator yet',
      async (page) => {
        await page.getByText('未归类的说法').click()
        // The outline of the reader is a tree too.
        await page.getByRole('main').getByRole('tree').getByRole('treeitem').first().click()
        await page.keyboard.press(' ')
        await page.getByText('已选', { exact: false }).first().waitFor()
      },
    ],
  ]

  it.each(VIEWS)('%s has nothing that shuts someone out', async (_, show) => {
    await show(bench.page)
    expect(await findings(bench.page)).toEqual([])
  })
})
