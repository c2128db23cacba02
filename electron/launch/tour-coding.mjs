/** The names of what is waited for; everything goes by key. */
const NAMES = {
  'zh-CN': {
    phrase: '短语',
    extent: '标注的范围',
    sentence: '标注整句',
    hits: '找到的文字',
    codes: '给这些文字的编码',
    code: /^编码 \d+ 处$/,
    coded: /^已编码 \d+ 处/,
    quotes: '摘录表',
    shared: '共有的句子',
    steps: '各步操作',
    dismiss: '关闭通知',
  },
  en: {
    phrase: 'Phrase',
    extent: 'What is marked',
    sentence: 'Its sentence',
    hits: 'Hits',
    codes: 'Codes for these passages',
    code: /^Code \d+ passages$/,
    coded: /^Coded \d+ passages/,
    quotes: 'Quotes',
    shared: 'Shared sentences',
    steps: 'Steps',
    dismiss: 'Dismiss',
  },
}

/** What is looked for in all reports and coded at once. */
const PHRASE = '营商环境'

/** The code that it gets, of the sample codebook. */
const CODE = '政策举措'

/** What finds the report that is laid beside the one of the reader. */
const BESIDE = '瀍河 2022'

/** Sentences that are gone through side by side before the picture is taken. */
const STEPS = 4

/**
 * Goes on from a report that has been coded: codes a phrase in all reports, lists the quotes, reads two reports side by
 * side, and shows the history. Leaves pictures.
 * @param {import('playwright-core').Page} page with panels on both sides
 * @param {{ language: 'zh-CN' | 'en', picture: (name: string) => Promise<unknown>, goToReader: () => Promise<void> }} tools
 */
export async function tourCoding(page, { language, picture, goToReader }) {
  const names = NAMES[language]
  const take = async (name) => {
    await dismissAll(page, names)
    await picture(name)
  }
  // What is wide has the room of the panels.
  await page.keyboard.press('Control+Alt+B')
  await find(page, names)
  await take('autocode')
  await codeAll(page, names)
  await quotes(page, names)
  await take('quotes')
  await goToReader()
  await page.keyboard.press('Control+B')
  await sideBySide(page, names)
  await take('side-by-side')
  await page.keyboard.press('Control+B')
  await goToReader()
  await history(page, names)
  await take('history')
}

/** Closes the notices: they would stand over what is shown. */
async function dismissAll(page, names) {
  const buttons = page.getByRole('button', { name: names.dismiss })
  while ((await buttons.count()) > 0) await buttons.first().click()
}

/** Finds a phrase in all reports, and chooses the code that it is to get. */
async function find(page, names) {
  await page.keyboard.press('Control+Shift+A')
  const phrase = page.getByRole('textbox', { name: names.phrase })
  await phrase.waitFor()
  await page.getByRole('combobox', { name: names.extent }).click()
  await page.locator('.ant-select-item-option', { hasText: names.sentence }).click()
  await phrase.fill(PHRASE)
  await phrase.press('Enter')
  await page.getByRole('grid', { name: names.hits }).locator('mark').first().waitFor()
  const codes = page.getByRole('combobox', { name: names.codes })
  await codes.fill(CODE)
  await codes.press('Enter')
  await page.getByRole('button', { name: names.code, disabled: false }).waitFor()
  await page.keyboard.press('Escape')
}

async function codeAll(page, names) {
  await page.keyboard.press('Control+Shift+Enter')
  await page.getByText(names.coded).first().waitFor()
}

/** Every coded passage, with sections and pages looked up. */
async function quotes(page, names) {
  await page.keyboard.press('Control+Shift+Q')
  await page.getByRole('grid', { name: names.quotes }).getByRole('row').nth(8).waitFor()
}

/** The two reports, at a sentence that both have. */
async function sideBySide(page, names) {
  await page.keyboard.press('Control+Alt+D')
  const found = page.getByRole('dialog').getByRole('option')
  await found.first().waitFor()
  await page.keyboard.type(BESIDE)
  await page.waitForFunction(() => document.querySelectorAll('[role="dialog"] [role="option"]').length === 1)
  await page.keyboard.press('Enter')
  const list = page.getByRole('listbox', { name: names.shared })
  await list.getByRole('option').nth(STEPS).waitFor()
  for (let i = 0; i < STEPS; i++) await page.keyboard.press('n')
  await page.locator('.db-shared-current').nth(1).waitFor()
}

async function history(page, names) {
  await page.keyboard.press('Control+Shift+H')
  await page.getByRole('listbox', { name: names.steps }).getByRole('option').nth(5).waitFor()
}
