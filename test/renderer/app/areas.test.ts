// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it } from 'vitest'
import { enterOpened, focusArea, focusInto, rememberFocus } from '../../../renderer/app/areas'

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

const view = (inside: string) =>
  `<main data-area="main"><button id="tab"></button><div data-view="library" data-view-key="" tabindex="-1">${inside}</div></main>`
const enter = () => enterOpened(document, 'library', '')
const draw = async (inside: string) => {
  const frame = document.querySelector('[data-view]')
  if (frame) frame.innerHTML = inside
  // Observers hear of it in the next microtask.
  await Promise.resolve()
}

it('goes by area into what a view is there for, not to its tab or its first button', () => {
  document.body.innerHTML = view('<button id="b"></button><div role="grid" tabindex="0" id="grid"></div>')
  focusArea(document, 1)
  expect(focused()).toBe('grid')
  document.getElementById('tab')?.focus()
  focusArea(document, 1)
  expect(focused()).toBe('grid')
})

it('waits in an opened view until what it is there for is drawn', async () => {
  document.body.innerHTML = view('')
  enter()
  expect(document.activeElement).toBe(document.querySelector('[data-view]'))
  await draw('<button id="b"></button>')
  expect(focused()).toBe('b')
  await draw(
    '<button id="b"></button><div role="grid"><button id="head"></button><span id="cell" tabindex="0"></span></div>',
  )
  expect(focused()).toBe('cell')
  await draw('<input id="other"><p data-focus-first tabindex="0" id="late"></p>')
  expect(document.activeElement).toBe(document.body)
})

it('waits for a view that is not in the page yet', async () => {
  document.body.innerHTML = '<button id="before"></button>'
  document.getElementById('before')?.focus()
  enter()
  expect(focused()).toBe('before')
  document.body.insertAdjacentHTML(
    'beforeend',
    view('<button id="b"></button><p data-focus-first tabindex="0" id="p"></p>'),
  )
  await Promise.resolve()
  expect(focused()).toBe('p')
})

it.each([
  ['moves the focus', () => document.getElementById('tab')?.focus(), 'tab'],
  [
    'presses a key',
    () => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true })),
    'b',
  ],
  ['presses the mouse', () => document.body.dispatchEvent(new Event('pointerdown', { bubbles: true })), 'b'],
])('leaves the focus where it is once the user %s', async (_what, act, where) => {
  document.body.innerHTML = view('<button id="b"></button>')
  enter()
  act()
  document
    .querySelector('[data-view]')
    ?.insertAdjacentHTML('beforeend', '<p data-focus-first tabindex="0" id="late"></p>')
  await Promise.resolve()
  expect(focused()).toBe(where)
})

it('leaves the focus to a view that took it itself', async () => {
  document.body.innerHTML = view('<input id="own">')
  document.getElementById('tab')?.focus()
  const frame = document.querySelector<HTMLElement>('[data-view]')
  frame?.remove()
  enter()
  if (frame) document.querySelector('main')?.append(frame)
  document.getElementById('own')?.focus()
  frame?.insertAdjacentHTML('beforeend', '<p data-focus-first tabindex="0" id="late"></p>')
  await Promise.resolve()
  expect(focused()).toBe('own')
})

it('brings the focus back to its area when what had it is taken out of the page', async () => {
  const main = document.querySelector('main')
  main?.insertAdjacentHTML('beforeend', '<button id="m2">2</button>')
  document.getElementById('m2')?.focus()
  document.body.insertAdjacentHTML('beforeend', '<div role="dialog" aria-modal="true"><button id="d1">1</button></div>')
  document.getElementById('d1')?.focus()
  document.querySelector('[role="dialog"]')?.remove()
  await expect.poll(focused).toBe('m2')
  document.getElementById('m2')?.remove()
  await expect.poll(focused).toBe('m1')
})

it('stays in a dialog when one above it closes', async () => {
  const dialog = (id: string) => `<div role="dialog" aria-modal="true"><button id="${id}">1</button></div>`
  document.body.insertAdjacentHTML('beforeend', dialog('d1') + dialog('d2'))
  document.getElementById('d2')?.focus()
  document.getElementById('d2')?.parentElement?.remove()
  await expect.poll(focused).toBe('d1')
})

it('lets go of the focus where the user clicks beside everything', async () => {
  document.getElementById('m1')?.focus()
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  document.querySelector('main')?.insertAdjacentHTML('beforeend', '<p>more</p>')
  await new Promise((done) => setTimeout(done))
  expect(focused()).toBe('')
})
