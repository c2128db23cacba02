// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it } from 'vitest'
import { listenToKeys } from '../../../renderer/app/keys'
import { type Command, registerCommands } from '../../../renderer/workbench'

let ran: string[]
let stop: (() => void)[]
const command = (id: string, keys: string[], rest: Partial<Command> = {}): Command => ({
  id,
  titleKey: id,
  keys,
  run: () => void ran.push(id),
  ...rest,
})

beforeEach(() => {
  ran = []
  document.body.innerHTML = `
    <main data-key-scope="outer"><div id="plain" tabindex="0"></div>
      <section data-key-scope="inner"><div id="deep" tabindex="0"></div><button id="button">x</button>
        <input id="text"><input id="check" type="checkbox"><div id="editor" contenteditable="true"></div>
        <div id="readonly" contenteditable="true" aria-readonly="true"></div></section></main>
    <div role="dialog" aria-modal="true" data-key-scope="dialog"><div id="modal" tabindex="0"></div></div>`
  stop = [
    listenToKeys(window),
    registerCommands([
      command('a.global', ['Mod+K']),
      command('a.undo', ['Mod+Z']),
      command('a.function', ['F6']),
      command('a.loose', ['x']),
      command('a.outer', ['j'], { scope: 'outer' }),
      command('a.inner', ['j'], { scope: 'inner' }),
      command('a.enter', ['Enter'], { scope: 'inner' }),
      command('a.sign', ['?'], { scope: 'inner' }),
      command('a.off', ['Mod+E'], { enabled: () => false }),
      command('a.digit', ['Alt+1']),
      command('a.dialog', ['d'], { scope: 'dialog' }),
      command('go.back', ['Alt+ArrowLeft']),
    ]),
  ]
})
afterEach(() => {
  for (const end of stop) end()
})

function press(id: string, key: string, init: KeyboardEventInit = {}): boolean {
  const target = document.getElementById(id)
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })
  target?.dispatchEvent(event)
  return event.defaultPrevented
}
const ctrl = { ctrlKey: true }

it.each([
  ['plain', 'k', ctrl, ['a.global']],
  ['text', 'k', ctrl, ['a.global']],
  ['text', 'F6', {}, ['a.function']],
  ['plain', 'x', {}, []],
  ['deep', 'j', {}, ['a.inner']],
  ['plain', 'j', {}, ['a.outer']],
  ['deep', 'J', { shiftKey: true }, []],
  ['text', 'j', {}, []],
  ['check', 'j', {}, ['a.inner']],
  ['editor', 'j', {}, []],
  ['readonly', 'j', {}, ['a.inner']],
  ['deep', '?', { shiftKey: true }, ['a.sign']],
  ['deep', 'Enter', {}, ['a.enter']],
  ['button', 'Enter', {}, []],
  ['plain', 'e', ctrl, []],
  ['plain', '¡', { altKey: true, code: 'Digit1' }, ['a.digit']],
  ['plain', 'z', ctrl, ['a.undo']],
  ['text', 'z', ctrl, []],
  ['modal', 'k', ctrl, []],
  ['modal', 'd', {}, ['a.dialog']],
  ['deep', 'j', { isComposing: true }, []],
] as const)('in %s %s with %j runs %j', (id, key, init, expected) => {
  expect(press(id, key, init)).toBe(expected.length > 0)
  expect(ran).toEqual(expected)
})

it('leaves alone what a part has handled itself', () => {
  document.getElementById('deep')?.addEventListener('keydown', (event) => event.preventDefault(), { once: true })
  press('deep', 'j')
  expect(ran).toEqual([])
})

it('goes back with the fourth mouse button', () => {
  document.body.dispatchEvent(new MouseEvent('mouseup', { button: 3, bubbles: true, cancelable: true }))
  document.body.dispatchEvent(new MouseEvent('mouseup', { button: 0, bubbles: true, cancelable: true }))
  expect(ran).toEqual(['go.back'])
})
