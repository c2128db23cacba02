// @vitest-environment jsdom
import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { Settings } from '#shared/ipc/settings'
import { translate } from '#shared/locales/translate'
import { menuTemplate } from '../../../../electron/main/menu'
import { APP_COMMANDS } from '../../../../renderer/app/commands'
import { FEATURES } from '../../../../renderer/app/features'
import { undoCommands } from '../../../../renderer/features/project/undo-commands'
import { sheetGroups } from '../../../../renderer/features/shortcuts/groups'
import { OTHER_KEYS } from '../../../../renderer/features/shortcuts/other-keys'
import type { Command } from '../../../../renderer/workbench'

const nothing = async () => null
const COMMANDS: readonly Command[] = [
  ...APP_COMMANDS,
  ...FEATURES.flatMap((feature) => feature.commands),
  ...undoCommands({ undo: nothing, redo: nothing, flush: async () => undefined }),
]
const lines = (query = '') => sheetGroups(COMMANDS, query).flatMap((group) => group.lines)

describe('every action', () => {
  it('has a key of its own, or is run from the palette, which has one', () => {
    const mute = COMMANDS.filter(({ keys = [], palette }) => keys.length === 0 && palette === false)
    expect(mute.map(({ id }) => id)).toEqual([])
    expect(COMMANDS.find(({ id }) => id === 'app.palette')?.keys).toContain('Mod+K')
  })

  it('is on the sheet, under a heading and a name in both languages', () => {
    expect(new Set(lines().map(({ id }) => id))).toEqual(
      new Set([...COMMANDS.map(({ id }) => id), ...OTHER_KEYS.flatMap(({ keys }) => keys.map((key) => key.titleKey))]),
    )
    const said = [...sheetGroups(COMMANDS), ...lines()].map(({ titleKey }) => titleKey)
    for (const language of ['zh-CN', 'en'] as const)
      expect(said.filter((key) => translate(language, key) === key)).toEqual([])
  })

  it('shares its keys with no other in the same place, and none that work everywhere hides those of a view', () => {
    const taken = COMMANDS.flatMap(({ id, keys = [], scope = 'everywhere' }) => keys.map((key) => ({ id, key, scope })))
    const double = taken.filter(({ id, key, scope }) =>
      taken.some((other) => other.id !== id && other.key === key && other.scope === scope),
    )
    expect(double).toEqual([])
  })

  it('has in the menu the key that it has in the window', () => {
    type Item = MenuItemConstructorOptions
    const flat = (items: Item[]): Item[] =>
      items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
    const ignore = () => undefined
    const menu = flat(
      menuTemplate({
        ...{ language: 'en', settings: Settings.parse({}), platform: 'linux', packaged: true },
        ...{ command: ignore, changeSettings: ignore, about: ignore, copyDiagnostics: ignore },
      }),
    ).filter(({ id }) => id !== undefined)
    const keysOf = (accelerator: unknown) =>
      String(accelerator)
        .replace('CmdOrCtrl', 'Mod')
        .replace(/(Left|Right|Up|Down)$/, 'Arrow$1')
    expect(menu.length).toBeGreaterThan(10)
    for (const { id, accelerator } of menu) {
      const command = COMMANDS.find((one) => one.id === id)
      expect(command, `the command ${id} of the menu`).toBeDefined()
      if (accelerator !== undefined) expect(command?.keys).toContain(keysOf(accelerator))
    }
  })
})

describe('the sheet', () => {
  it('has what works everywhere first, then the views, then the keys that are no commands', () => {
    const ids = sheetGroups(COMMANDS).map(({ id }) => id)
    expect(ids.slice(0, 2)).toEqual(['window', 'views'])
    expect(ids.slice(-OTHER_KEYS.length)).toEqual(OTHER_KEYS.map(({ id }) => id))
    expect(ids.indexOf('in reader')).toBeGreaterThan(ids.indexOf('import'))
  })

  it.each([
    ['撤销', 'edit.undo'],
    ['undo', 'edit.undo'],
    ['ctrl+z', 'edit.undo'],
    ['ctrl shift n', 'window.new'],
  ])('finds “%s”', (query, id) => {
    expect(lines(query).map((line) => line.id)).toContain(id)
    expect(lines(query).length).toBeLessThan(lines().length / 2)
  })

  it('says of a command without keys that the palette has it', () => {
    const silent: Command = { id: 'x.y', titleKey: 'app.command.reload', run: () => undefined }
    expect(sheetGroups([silent])[0]).toMatchObject({ id: 'more', lines: [{ id: 'x.y', byPalette: true }] })
    expect(sheetGroups([{ ...silent, palette: false }])[0]?.id).toBe('lists')
  })
})
