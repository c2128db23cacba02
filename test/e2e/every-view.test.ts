import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findings } from './axe'
import { newProfile, removeProfile, start, type Workbench } from './driver'
import { codeSentence, focusOn, goToLine, goToReport, importByKeys } from './keys'
import { pictureOnFailure, saved } from './steps'

/** The types of view that the features register: every one of them has to be looked at. */
const registered = (): string[] =>
  readdirSync('renderer/features').flatMap((name) => {
    const source = readFileSync(join('renderer/features', name, 'index.ts'), 'utf8')
    return [...source.matchAll(/type: '([\w-]+)',\s*titleKey: /g)].map(([, type = '']) => type)
  })

/** Runs a command from the palette by what it is called there. */
async function run(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: /命令/ }).waitFor()
  await page.keyboard.type(name)
  await page.getByRole('option', { name }).first().waitFor()
  await page.keyboard.press('Enter')
}

const inText = (page: Page) => goToReport(page, '000_')

/** How each view is opened, with something in it to look at. */
const WAYS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  importResult: async () => undefined,
  library: (page) => page.keyboard.press('Control+Shift+L'),
  reader: async (page) => {
    await inText(page)
    await codeSentence(page, '经济运行')
    await page.locator('.db-stripe').first().waitFor()
    await page.keyboard.press('b')
    await saved(page)
  },
  outline: (page) => page.keyboard.press('Control+Shift+O'),
  bookmarks: (page) => page.keyboard.press('Control+Alt+M'),
  codebook: (page) => page.keyboard.press('Control+Shift+B'),
  statements: (page) => page.keyboard.press('Control+Shift+E'),
  history: (page) => page.keyboard.press('Control+Shift+H'),
  quotes: (page) => page.keyboard.press('Control+Shift+Q'),
  memos: (page) => page.keyboard.press('Control+Shift+M'),
  codeCounts: (page) => page.keyboard.press('Control+Alt+T'),
  corrections: async (page) => {
    await inText(page)
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('x')
    await page.getByRole('textbox', { name: /原件上实际是/ }).waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('更')
    await page.keyboard.press('Enter')
    await saved(page)
    await page.keyboard.press('Control+Alt+X')
  },
  occurrences: async (page) => {
    await inText(page)
    await page.keyboard.press('s')
    await run(page, '在整个课题中更正选中的文字')
  },
  search: (page) => page.keyboard.press('Control+Shift+F'),
  autocode: (page) => page.keyboard.press('Control+Shift+A'),
  phrases: (page) => page.keyboard.press('Control+Alt+Shift+T'),
  parallel: async (page) => {
    await goToLine(page, '002_')
    await page.keyboard.press('Control+Alt+D')
    await page.getByRole('dialog').getByRole('option').first().waitFor()
    await focusOn(page, 'combobox')
    await page.keyboard.press('Enter')
  },
  passages: (page) => page.keyboard.press('Control+Alt+V'),
  compare: (page) => page.keyboard.press('Control+Shift+D'),
  ledger: async (page) => {
    await page.keyboard.press('Control+Shift+U')
    await page.getByRole('grid', { name: '目标与完成情况' }).getByRole('row').nth(3).waitFor()
  },
  briefing: (page) => page.keyboard.press('Control+Shift+Y'),
  audit: async (page) => {
    await page.keyboard.press('Control+Shift+J')
    await page.getByRole('listbox', { name: '数据核查' }).getByRole('option').first().waitFor()
  },
  projects: (page) => page.keyboard.press('Control+Alt+J'),
  exchange: (page) => page.keyboard.press('Control+Alt+Shift+Q'),
  merge: (page) => page.keyboard.press('Control+Alt+Shift+J'),
  agreement: (page) => page.keyboard.press('Control+Alt+Shift+A'),
  'statement-table': (page) => page.keyboard.press('Control+Alt+E'),
  matters: (page) => page.keyboard.press('Control+Alt+I'),
  indicators: (page) => page.keyboard.press('Control+Shift+I'),
  topics: (page) => page.keyboard.press('Control+Shift+T'),
  doubts: (page) => page.keyboard.press('Control+Shift+K'),
  settings: (page) => page.keyboard.press('Control+,'),
  licences: async (page) => {
    await page.keyboard.press('Control+Alt+Shift+H')
    await page.getByText(/^react \d/).waitFor()
  },
}

it('is told of every view that a feature registers', () => {
  expect(Object.keys(WAYS).sort()).toEqual(registered().sort())
})

describe.each(['light', 'dark'] as const)('every view in %s colours', (theme) => {
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

  it('has something to show', async () => {
    await importByKeys(bench.page)
  })

  it.each(Object.keys(WAYS))('%s has nothing that shuts someone out', async (type) => {
    const { page } = bench
    await WAYS[type]?.(page)
    await page.locator(`[data-view="${type}"]`).filter({ visible: true }).first().waitFor()
    // What it shows is read from the database.
    await page.locator(`[data-view="${type}"]`).filter({ visible: true, hasText: /\S/ }).first().waitFor()
    expect(await findings(page)).toEqual([])
  })

  it.each(['Control+/', 'F1'])('the sheet of keys, by %s, has nothing that shuts someone out', async (keys) => {
    const { page } = bench
    await page.keyboard.press(keys)
    await page.getByRole('dialog', { name: '快捷键一览' }).waitFor()
    await page.getByRole('searchbox', { name: '查找命令或按键' }).waitFor()
    expect(await findings(page)).toEqual([])
    await page.keyboard.type('撤销')
    await page.getByRole('dialog').getByRole('rowheader', { name: '撤销', exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: '快捷键一览' }).waitFor({ state: 'hidden' })
  })

  it('wrote no error to any console', () => {
    expect(bench.errors).toEqual([])
  })
})
