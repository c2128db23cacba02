import { expect, it } from 'vitest'
import { aboutDetail } from '../../../electron/main/about'

const infoOf = (electron: string) => ({
  version: '0.1.0',
  electron,
  chromium: '130',
  node: '20',
  platform: 'linux x64',
  packaged: true,
  system: { language: 'en' as const, dark: false },
  user: 'u',
})
const on = new Date('2026-11-23T00:00:00Z')

it('tells of an Electron whose support has ended, and of no other', () => {
  expect(aboutDetail('en', infoOf('33.2.1'), on)).toContain('Electron 33.2.1 is no longer supported')
  expect(aboutDetail('zh-CN', infoOf('33.2.1'), on)).toContain('已停止支持')
  expect(aboutDetail('en', infoOf('45.4.1'), on)).toMatch(/^Version 0\.1\.0\nElectron 45\.4\.1 [^\n]*$/)
})
