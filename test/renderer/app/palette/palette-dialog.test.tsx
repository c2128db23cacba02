// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { PaletteDialog } from '../../../../renderer/app/palette/palette-dialog'
import { showPalette } from '../../../../renderer/app/palette/state'
import { registerCommands } from '../../../../renderer/workbench'
import { acting, draw, press, type } from '../harness'

const ran: string[] = []
let ends: (() => unknown)[] = []

beforeEach(async () => {
  ran.length = 0
  const remove = registerCommands([
    { id: 'a.one', titleKey: 'import.command.files', keys: ['Mod+O'], run: () => void ran.push('one') },
    { id: 'a.two', titleKey: 'import.command.folder', run: () => void ran.push('two') },
    { id: 'a.off', titleKey: 'settings.open', enabled: () => false, run: () => void ran.push('off') },
  ])
  const drawn = await draw(<PaletteDialog />)
  ends = [remove, drawn.remove]
})
afterEach(async () => {
  await acting(() => showPalette(false))
  for (const end of ends) await end()
})

const input = (): HTMLInputElement => {
  const found = document.querySelector<HTMLInputElement>('[role=combobox]')
  if (!found) throw new Error('the palette is closed')
  return found
}
const chosen = () => document.querySelector('[aria-selected=true]')?.textContent
const open = () => acting(() => showPalette(true))

it('takes the focus, filters, moves with arrows, runs with Enter and gives the focus back', async () => {
  const before = document.createElement('button')
  document.body.append(before)
  before.focus()
  await open()
  expect(document.activeElement).toBe(input())
  expect(document.querySelectorAll('[role=option]')).toHaveLength(3)
  await type(input(), '导入')
  expect(chosen()).toBe('导入文件…Ctrl+O')
  await press(input(), 'ArrowDown')
  expect(chosen()).toBe('导入文件夹…')
  await press(input(), 'Enter')
  expect(document.querySelector('[role=dialog]')).toBeNull()
  expect(document.activeElement).toBe(before)
  await vi.waitFor(() => expect(ran).toEqual(['two']))
  await open()
  expect(chosen()).toBe('导入文件夹…')
})

it('ignores keys of an input method, and closes with Escape', async () => {
  await open()
  await press(input(), 'Enter', { isComposing: true })
  expect(ran).toEqual([])
  await press(input(), 'Escape')
  expect(document.querySelector('[role=dialog]')).toBeNull()
})

it('does not run what makes no sense now', async () => {
  await open()
  await type(input(), 'settings')
  await press(input(), 'Enter')
  expect(document.querySelector('[role=dialog]')).not.toBeNull()
  expect(ran).toEqual([])
})
