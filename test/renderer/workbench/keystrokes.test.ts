import { expect, it } from 'vitest'
import { displayKeys, parseKeys } from '../../../renderer/workbench'

it.each([
  ['Mod+Shift+P', { mod: true, alt: false, shift: true, key: 'P' }],
  ['Alt+ArrowLeft', { mod: false, alt: true, shift: false, key: 'ArrowLeft' }],
  ['F3', { mod: false, alt: false, shift: false, key: 'F3' }],
  ['a', { mod: false, alt: false, shift: false, key: 'A' }],
  ['Mod++', { mod: true, alt: false, shift: false, key: '+' }],
  ['?', { mod: false, alt: false, shift: false, key: '?' }],
])('reads %s', (keys, stroke) => expect(parseKeys(keys)).toEqual(stroke))

it.each([
  ['Mod+Shift+P', 'Ctrl+Shift+P'],
  ['Alt+ArrowLeft', 'Alt+←'],
  ['a', 'A'],
  ['Escape', 'Esc'],
  ['Mod+,', 'Ctrl+,'],
])('writes %s for people as %s', (keys, shown) => expect(displayKeys(keys)).toBe(shown))
