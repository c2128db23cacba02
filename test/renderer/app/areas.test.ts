// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it } from 'vitest'
import { focusArea, focusInto, rememberFocus } from '../../../renderer/app/areas'

let stop: () => void
beforeEach(() => {
  document.body.innerHTML = `
    <nav data-area="activities"><button id="a1">1</button><button id="a2">2</button></nav>
    <main data-area="main"><input id="m1"></main>
    <aside data-area="right"><p>nothing to focus</p></aside>
    <footer data-area="status"><button disabled>off</button><button id="s1">1</button></footer>`
  stop = rememberFocus(document)
})
afterEach(() => stop())

const focused = () => document.activeElement?.id

it('goes round the areas that can take the focus, and comes back to where it was in each', () => {
  document.getElementById('a2')?.focus()
  const visited: (string | undefined)[] = []
  for (let i = 0; i < 3; i += 1) {
    expect(focusArea(document, 1)).toBe(true)
    visited.push(focused())
  }
  expect(visited).toEqual(['m1', 's1', 'a2'])
  focusArea(document, -1)
  expect(focused()).toBe('s1')
})

it('starts at the first area, backwards at the last', () => {
  focusArea(document, 1)
  expect(focused()).toBe('a1')
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  focusArea(document, -1)
  expect(focused()).toBe('s1')
})

it('says when nothing can take it', () => {
  document.body.innerHTML = '<main data-area="main"></main>'
  expect(focusArea(document, 1)).toBe(false)
})

it('comes back to where the focus was in a view, and takes the edge of an area last', () => {
  document.body.innerHTML = `<main data-area="main"><div data-view="reader"><button id="r1"></button><button id="r2"></button></div></main>
    <aside data-area="right"><div role="separator" tabindex="0" id="edge"></div><button id="tab"></button></aside>`
  document.getElementById('r2')?.focus()
  document.getElementById('tab')?.focus()
  const reader = document.querySelector<HTMLElement>('[data-view]')
  expect(reader && focusInto(reader)).toBe(true)
  expect(focused()).toBe('r2')
  document.getElementById('tab')?.remove()
  const right = document.querySelector<HTMLElement>('aside')
  expect(right && focusInto(right)).toBe(false)
})

it('goes into the right area at its first tab', () => {
  document.body.innerHTML = `<aside data-area="right"><div role="separator" tabindex="0"></div><button id="tab"></button></aside>`
  focusArea(document, 1)
  expect(focused()).toBe('tab')
})
