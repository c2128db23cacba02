// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadPreferences } from '../../../../renderer/bridge'
import { SettingsView } from '../../../../renderer/features/settings/settings-view'
import { LanguageStatus, ThemeStatus } from '../../../../renderer/features/settings/status'
import { registerCommands } from '../../../../renderer/workbench'
import { acting, click, draw, type FakeMain, fakeMain, type as typeInto } from '../../app/harness'

const SETTINGS = {
  language: 'system',
  theme: 'system',
  author: '',
  readingFont: 'serif',
  readingSize: 17,
  readingWidth: 42,
  readingLineHeight: 1.9,
  readingGround: 'theme',
  readingStripes: 'codes',
}
const INFO = {
  version: '1.2.3',
  electron: '33.2.1',
  chromium: '130.0',
  node: '20.18.1',
  platform: 'linux x64',
  packaged: true,
  system: { language: 'zh-CN', dark: false },
  user: 'li',
}
let main: FakeMain
let ends: (() => unknown)[]

beforeEach(async () => {
  main = fakeMain({
    'app:info': () => ({ ok: true, value: INFO }),
    'settings:read': () => ({ ok: true, value: SETTINGS }),
    'settings:write': (settings) => ({ ok: true, value: settings }),
  })
  await loadPreferences()
  opened = 0
  const remove = registerCommands([
    {
      id: 'app.shortcuts',
      titleKey: 'shortcuts.open',
      keys: ['Mod+/'],
      run: () => {
        opened += 1
      },
    },
  ])
  const drawn = await draw(
    <>
      <SettingsView />
      <LanguageStatus />
      <ThemeStatus />
    </>,
  )
  ends = [drawn.remove, remove]
})
afterEach(async () => {
  for (const end of ends) await end()
})
let opened = 0
const written = () => main.askedOn('settings:write')

it('changes the theme with one click and the other language from the status bar', async () => {
  await click(
    [...document.querySelectorAll('input[type=radio]')].find((radio) => radio.closest('label')?.textContent === '深色'),
  )
  expect(written()).toEqual([{ ...SETTINGS, theme: 'dark' }])
  await click([...document.querySelectorAll('button')].find((button) => button.textContent?.startsWith('中文')))
  expect(written()).toEqual([
    { ...SETTINGS, theme: 'dark' },
    { ...SETTINGS, theme: 'dark', language: 'en' },
  ])
})

it('writes the name when the field is left, not with each letter', async () => {
  const field = document.querySelector<HTMLInputElement>('input[aria-label="署名"]')
  if (!field) throw new Error('no field')
  expect(field.placeholder).toBe('li')
  await typeInto(field, ' 王五 ')
  expect(written()).toEqual([])
  await acting(() => field.dispatchEvent(new FocusEvent('focusout', { bubbles: true })))
  expect(written()).toEqual([{ ...SETTINGS, author: '王五' }])
})

it('leads to the sheet of keys, and says what the program is', async () => {
  await click(
    [...document.querySelectorAll('button')].find((button) => button.textContent?.startsWith('查看全部快捷键')),
  )
  expect(opened).toBe(1)
  expect(document.querySelector('dl')?.textContent).toContain('1.2.3')
  expect(document.querySelector('dl')?.textContent).toContain('Apache-2.0')
})
