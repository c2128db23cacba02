import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { EVENT_CONTRACT } from '#shared/ipc/contract'
import { Settings } from '#shared/ipc/settings'
import { type MenuModel, menuTemplate } from '../../../electron/main/menu'

function model(change: Partial<MenuModel> = {}) {
  const commands: string[] = []
  const changes: Partial<Settings>[] = []
  const base: MenuModel = {
    language: 'en',
    settings: Settings.parse({}),
    platform: 'linux',
    packaged: false,
    command: (id) => commands.push(id),
    changeSettings: (settings) => changes.push(settings),
    about: () => undefined,
    copyDiagnostics: () => undefined,
    ...change,
  }
  return { model: base, commands, changes }
}

type Item = MenuItemConstructorOptions
const flat = (items: Item[]): Item[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
const click = (item: Item | undefined): void => {
  const run = item?.click as (() => void) | undefined
  run?.()
}

describe('menuTemplate', () => {
  it('is in the language of the interface, with no gap in either', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const labels = flat(menuTemplate(model({ language }).model)).map((item) => item.label ?? '')
      expect(labels.filter((label) => label.startsWith('menu.'))).toEqual([])
      expect(labels).toContain(language === 'en' ? 'Undo' : '撤销')
    }
  })

  it('sends commands that the contract takes, and leaves their keys to the window', () => {
    const { model: made, commands } = model()
    const items = flat(menuTemplate(made)).filter((item) => item.id)
    for (const item of items) click(item)
    expect(commands).toEqual(items.map((item) => item.id))
    expect(commands).toContain('edit.undo')
    for (const command of commands) expect(EVENT_CONTRACT['menu:command'].safeParse({ command }).success).toBe(true)
    for (const item of items) if (item.accelerator) expect(item.registerAccelerator).toBe(false)
  })

  it('has no developer tools in a packaged app', () => {
    const roles = (packaged: boolean) => flat(menuTemplate(model({ packaged }).model)).map((item) => item.role)
    expect(roles(false)).toContain('toggleDevTools')
    expect(roles(true)).not.toContain('toggleDevTools')
    expect(roles(true)).not.toContain('reload')
  })

  it('marks theme and language in force and changes them', () => {
    const { model: made, changes } = model({ settings: { ...Settings.parse({}), theme: 'dark', language: 'zh-CN' } })
    const items = flat(menuTemplate(made))
    expect(items.filter((item) => item.checked).map((item) => item.label)).toEqual(['Dark', '中文'])
    click(items.find((item) => item.label === 'Light'))
    click(items.find((item) => item.label === 'English'))
    expect(changes).toEqual([{ theme: 'light' }, { language: 'en' }])
  })
})
