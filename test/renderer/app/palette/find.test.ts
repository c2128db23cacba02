import { expect, it } from 'vitest'
import { findCommands } from '../../../../renderer/app/palette/find'
import type { Command } from '../../../../renderer/workbench'

const command = (id: string, titleKey: string, rest: Partial<Command> = {}): Command => ({
  id,
  titleKey,
  run: () => undefined,
  ...rest,
})
const COMMANDS = [
  command('go.back', 'app.command.back'),
  command('import.files', 'import.command.files'),
  command('import.folder', 'import.command.folder'),
  command('view.settings', 'settings.open'),
  command('reader.caret', 'app.command.forward', { palette: false }),
]
const ids = (query: string, recent: string[] = []) => findCommands(COMMANDS, query, recent).map(({ id }) => id)

it('shows all with nothing typed, but those kept out', () =>
  expect(ids('')).toEqual(['go.back', 'import.files', 'import.folder', 'view.settings']))
it('puts those used last first', () =>
  expect(ids('', ['view.settings', 'import.folder'])).toEqual([
    'view.settings',
    'import.folder',
    'go.back',
    'import.files',
  ]))
it('finds by Chinese', () => expect(ids('导入')).toEqual(['import.files', 'import.folder']))
it('finds by English in any language of the window', () => expect(ids('settings')).toEqual(['view.settings']))
it('finds by several words in any order', () => expect(ids('folder import')).toEqual(['import.folder']))
it('finds by letters that lie apart', () => expect(ids('imfld')).toContain('import.folder'))
it('finds nothing for what is in none', () => expect(ids('卫星')).toEqual([]))
