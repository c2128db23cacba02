import { beforeEach, expect, it, vi } from 'vitest'

const at = (type: string, key = '', params = {}) => ({ type, key, params })

/** The store lives as long as the module, so each test takes a new one. */
async function fresh() {
  vi.resetModules()
  const navigation = await import('../../../renderer/workbench/navigation')
  const shown: string[] = []
  navigation.attachHost({
    show: ({ type, key }, { beside }) => void shown.push(`${type}:${key}${beside ? ' beside' : ''}`),
    close: (type, key) => void shown.push(`close ${type}:${key}`),
    setTitle: (type, key, title) => void shown.push(`${type}:${key} = ${title}`),
  })
  return { ...navigation, shown }
}
let n: Awaited<ReturnType<typeof fresh>>
beforeEach(async () => {
  n = await fresh()
})

it('goes back and forward through the places visited', () => {
  expect(n.goBack()).toBe(false)
  n.openView(at('compare', 'c'))
  n.openView(at('reader', 'h', { start: 5 }))
  expect(n.goBack()).toBe(true)
  expect(n.currentLocation()).toEqual(at('compare', 'c'))
  expect(n.goBack()).toBe(false)
  expect(n.goForward()).toBe(true)
  expect(n.currentLocation()).toEqual(at('reader', 'h', { start: 5 }))
  expect(n.goForward()).toBe(false)
  expect(n.shown).toEqual(['compare:c', 'reader:h', 'compare:c', 'reader:h'])
})

it('forgets what lay ahead when another place is opened', () => {
  for (const key of ['a', 'b']) n.openView(at('reader', key))
  n.goBack()
  n.openView(at('reader', 'c'))
  expect(n.goForward()).toBe(false)
  n.goBack()
  expect(n.currentLocation()?.key).toBe('a')
})

it('makes no step of the same place opened again, but shows it again', () => {
  n.openView(at('reader', 'a', { start: 1 }))
  n.openView(at('reader', 'a', { start: 1 }))
  expect(n.shown).toEqual(['reader:a', 'reader:a'])
  expect(n.goBack()).toBe(false)
})

it('notes a scroll position without a step, and a clicked tab as one', () => {
  n.openView(at('reader', 'a'))
  n.noteLocation(at('reader', 'a', { start: 9 }))
  expect(n.goBack()).toBe(false)
  n.noteLocation(at('library'))
  expect(n.goBack()).toBe(true)
  expect(n.currentLocation()).toEqual(at('reader', 'a', { start: 9 }))
})

it('keeps the last two hundred places', () => {
  for (let i = 0; i <= 250; i += 1) n.openView(at('reader', String(i)))
  let steps = 0
  while (n.goBack()) steps += 1
  expect(steps).toBe(200)
  expect(n.currentLocation()?.key).toBe('50')
})

it('tells the host to close, to rename and to show beside', () => {
  n.openView(at('reader', 'a'), { beside: true })
  n.setViewTitle('reader', 'a', '西工 2020')
  n.closeView('reader', 'a')
  expect(n.shown).toEqual(['reader:a beside', 'reader:a = 西工 2020', 'close reader:a'])
})

it('comes back to the line that was left, where a view tells it', () => {
  let line = 0
  const stop = n.tellPosition('reader', 'a', () => ({ start: line }))
  n.openView(at('reader', 'a', { statement: 's' }))
  line = 40
  n.openView(at('compare', 'c'))
  n.goBack()
  expect(n.currentLocation()).toEqual(at('reader', 'a', { start: 40 }))
  line = 70
  n.goForward()
  n.goBack()
  expect(n.currentLocation()).toEqual(at('reader', 'a', { start: 70 }))
  stop()
  line = 90
  n.noteLocation(at('library'))
  n.goBack()
  expect(n.currentLocation()).toEqual(at('reader', 'a', { start: 70 }))
})

it('knows a view that was gone to from one that a layout brought back', () => {
  n.noteLocation(at('reader', 'a'))
  expect(n.takeAsked('reader', 'a')).toBe(false)
  n.openView(at('reader', 'a'))
  expect([n.takeAsked('reader', 'a'), n.takeAsked('reader', 'a')]).toEqual([true, false])
  n.openView(at('library'))
  n.goBack()
  expect(n.takeAsked('reader', 'a')).toBe(true)
})
