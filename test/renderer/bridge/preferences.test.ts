// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { changeSettings, currentAuthor, loadPreferences, preferences } from '../../../renderer/bridge'
import { fakeMain } from '../app/harness'

const INFO = {
  version: '1.2.3',
  electron: '33',
  chromium: '130',
  node: '20',
  platform: 'linux',
  packaged: false,
  system: { language: 'en', dark: true },
  user: 'li',
}
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

it('reads them from main, follows changes, and takes back what main could not keep', async () => {
  const main = fakeMain({
    'app:info': () => ({ ok: true, value: INFO }),
    'settings:read': () => ({ ok: true, value: SETTINGS }),
    'settings:write': (settings) => ({ ok: true, value: settings }),
  })
  expect(await loadPreferences()).toEqual({ ok: true, value: null })
  expect(preferences().system).toEqual({ language: 'en', dark: true })
  expect(currentAuthor()).toBe('li')

  expect((await changeSettings({ author: '王' })).ok).toBe(true)
  expect(main.askedOn('settings:write')).toEqual([{ ...SETTINGS, author: '王' }])
  expect(currentAuthor()).toBe('王')

  main.emit('system:changed', { language: 'zh-CN', dark: false })
  expect(preferences().system.language).toBe('zh-CN')

  main.answers['settings:write'] = () => ({ ok: false, error: { key: 'errors.save.noSpace', params: {} } })
  expect((await changeSettings({ author: '张' })).ok).toBe(false)
  expect(currentAuthor()).toBe('王')
})
