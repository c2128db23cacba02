// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import type { MenuItemConstructorOptions } from 'electron'
import { afterAll, describe, expect, it } from 'vitest'
import { Settings } from '#shared/ipc/settings'
import { translate } from '#shared/locales/translate'
import { menuTemplate } from '../../../../electron/main/menu'
import { APP_COMMANDS } from '../../../../renderer/app/commands'
import { FEATURES } from '../../../../renderer/app/features'
import { doubtCommands } from '../../../../renderer/features/doubts/commands'
import { selectionCommands } from '../../../../renderer/features/library/commands'
import { checkCommands } from '../../../../renderer/features/project/check/check-commands'
import { packageCommands } from '../../../../renderer/features/project/packages/commands'
import { undoCommands } from '../../../../renderer/features/project/undo-commands'
import { joined, sheetGroups } from '../../../../renderer/features/shortcuts/groups'
import { OTHER_KEYS } from '../../../../renderer/features/shortcuts/other-keys'
import { tableCommands } from '../../../../renderer/features/statement-table/commands'
import { TableController } from '../../../../renderer/features/statement-table/controller'
import type { Command } from '../../../../renderer/workbench'
import { StatementsClient } from '../../../../renderer/workers/statements/client'
import { MemoryJournal, newProject, open } from '../../storage/fixture'

const journal = new MemoryJournal()
const { session } = await open(newProject(), journal)
const ignored = () => undefined
const silent = { postMessage: ignored, terminate: ignored, addEventListener: ignored }
const table = new TableController(new StatementsClient('p', () => silent), null)
afterAll(() => session.close())

/** Every command: those that are always there, and those that a view brings while it is shown. */
const COMMANDS: readonly Command[] = [
  ...APP_COMMANDS,
  ...FEATURES.flatMap((feature) => feature.commands),
  ...undoCommands(session),
  ...packageCommands(session),
  ...checkCommands(session),
  ...selectionCommands({ current: null, targets: [], lines: () => [], any: false, whole: true }),
  ...doubtCommands({ session, current: null, targets: [], ids: [], edit: () => undefined }),
  ...tableCommands(session, table),
]
const lines = (query = '') => sheetGroups(COMMANDS, query).flatMap((group) => group.lines)

describe('every action', () => {
  it('has a key of its own', () => {
    expect(COMMANDS.filter(({ keys = [] }) => keys.length === 0).map(({ id }) => id)).toEqual([])
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

  it('shares its keys in one place only with what gives way to it: the first that makes sense is run', () => {
    const taken = COMMANDS.flatMap((command) => (command.keys ?? []).map((key) => ({ key, command })))
    const always = taken.filter(({ key, command }, at) =>
      taken.slice(at + 1).some((later) => {
        if (later.key !== key || later.command.scope !== command.scope) return false
        // Everywhere there is no telling which of two makes sense; in a view its state tells.
        return command.enabled === undefined || command.scope === undefined
      }),
    )
    expect(always.map(({ key, command }) => `${key}: ${command.id}`)).toEqual([])
  })

  it('has in the menu the key that it has in the window', () => {
    type Item = MenuItemConstructorOptions
    const flat = (items: Item[]): Item[] =>
      items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
    const menu = flat(
      menuTemplate({
        ...{ language: 'en', settings: Settings.parse({}), platform: 'linux', packaged: true },
        ...{ command: ignored, changeSettings: ignored, about: ignored, copyDiagnostics: ignored },
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

  it('tells digits that do the same in one line', () => {
    const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => ({
      id: `x.${digit}`,
      titleKey: 'app.command.reload',
      keys: [String(digit)],
      byPalette: false,
    }))
    expect(joined(digits).map(({ keys }) => keys)).toEqual([['1–9']])
    expect(joined(digits.filter(({ id }) => id !== 'x.4')).map(({ keys }) => keys)).toEqual([['1–3'], ['5–9']])
  })

  it('says of a command without keys that the palette has it', () => {
    const silent: Command = { id: 'x.y', titleKey: 'app.command.reload', run: () => undefined }
    expect(sheetGroups([silent])[0]).toMatchObject({ id: 'more', lines: [{ id: 'x.y', byPalette: true }] })
    expect(sheetGroups([{ ...silent, palette: false }])[0]?.id).toBe('lists')
  })
})
