// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it } from 'vitest'
import { focusArea, rememberFocus } from '../../../renderer/app/areas'

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
