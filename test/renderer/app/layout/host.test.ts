// @vitest-environment jsdom
import { createDockview, type DockviewApi } from 'dockview-react'
import { Library } from 'lucide-react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createHost, hasOwnTitle } from '../../../../renderer/app/layout/host'
import { recallLayout, rememberLayout } from '../../../../renderer/app/layout/memory'
import { closeSide, resizeSide, restoreSides, savedSides } from '../../../../renderer/app/layout/sides'
import type { ViewDefinition } from '../../../../renderer/workbench'
import { attachHost, closeView, currentLocation, goBack, openView, setViewTitle } from '../../../../renderer/workbench'
import '../harness'

vi.mock('../../../../renderer/app/features', () => {
  const view = (type: string, area: ViewDefinition['area']): ViewDefinition => ({
    type,
    titleKey: type,
    icon: Library,
    area,
    component: () => null,
  })
  const views = [
    view('library', 'main'),
    view('reader', 'main'),
    { ...view('importResult', 'main'), transient: true },
    view('outline', 'left'),
    view('codebook', 'left'),
    view('statements', 'right'),
  ]
  return { FEATURES: [{ id: 'test', views, activities: [], commands: [] }] }
})

const at = (type: string, key = '', params = {}) => ({ type, key, params })
let api: DockviewApi
let ends: (() => void)[]

function dock(): void {
  const element = document.createElement('div')
  document.body.append(element)
  api = createDockview(element, {
    createComponent: () => ({ element: document.createElement('div'), init: () => undefined }),
  })
  api.layout(1000, 600)
  const { host, dispose } = createHost(api)
  ends = [attachHost(host), dispose, () => api.dispose()]
}
beforeEach(() => {
  localStorage.clear()
  restoreSides()
  dock()
})
afterEach(() => {
  for (const end of ends) end()
})
const panels = () => api.panels.map(({ id }) => id)

it('opens a view once and gives it new parameters the next time, as a new object each time', () => {
  const location = at('reader', 'h', { start: 1 })
  openView(location)
  const first: unknown = api.activePanel?.params?.params
  openView(at('library'))
  openView(location)
  expect(panels()).toEqual(['reader:h', 'library:'])
  expect(api.activePanel?.id).toBe('reader:h')
  expect(api.activePanel?.params?.params).toEqual({ start: 1 })
  expect(api.activePanel?.params?.params).not.toBe(first)
})

it('opens beside: a group at the right, which the next one joins', () => {
  openView(at('library'))
  openView(at('reader', 'a'), { beside: true })
  expect(api.groups).toHaveLength(2)
  api.getPanel('library:')?.api.setActive()
  openView(at('reader', 'b'), { beside: true })
  expect(api.groups).toHaveLength(2)
  expect(api.getPanel('reader:b')?.group).toBe(api.getPanel('reader:a')?.group)
})

it('counts a clicked tab as a step, its own showing as none', () => {
  openView(at('library'))
  openView(at('reader', 'a'))
  expect(currentLocation()).toEqual(at('reader', 'a'))
  api.getPanel('library:')?.api.setActive()
  expect(currentLocation()).toEqual(at('library'))
  goBack()
  expect(api.activePanel?.id).toBe('reader:a')
  expect(currentLocation()).toEqual(at('reader', 'a'))
})

it('opens a closed view again on the way back', () => {
  openView(at('reader', 'x'))
  openView(at('library'))
  closeView('reader', 'x')
  expect(panels()).toEqual(['library:'])
  goBack()
  expect(api.activePanel?.id).toBe('reader:x')
})

it('shows side views in their area and opens the companions of the first reader only', () => {
  openView(at('codebook'))
  expect(savedSides().left).toMatchObject({ open: true, active: 'codebook' })
  openView(at('reader', 'a'))
  expect(savedSides().left.active).toBe('codebook')
  expect(savedSides().right).toMatchObject({ open: true, active: 'statements' })
  closeSide('right')
  openView(at('reader', 'b'))
  expect(savedSides().right.open).toBe(false)
  closeView('codebook', '')
  expect(savedSides().left.open).toBe(false)
})

it('names a tab', () => {
  openView(at('reader', 'a'))
  expect(hasOwnTitle('reader:a')).toBe(false)
  setViewTitle('reader', 'a', '西工 2020')
  expect(api.getPanel('reader:a')?.title).toBe('西工 2020')
  expect(hasOwnTitle('reader:a')).toBe(true)
})

it('says that it does not know a view, and opens nothing', () => {
  openView(at('satellite'))
  expect(panels()).toEqual([])
})

it('brings the layout of a project back, and of this project only', () => {
  openView(at('library'))
  openView(at('importResult'))
  openView(at('reader', 'h', { report: null }), { beside: true })
  resizeSide('left', 333)
  rememberLayout('p1', api)
  for (const end of ends) end()
  restoreSides()
  dock()
  expect(recallLayout('p2', api)).toBe(false)
  expect(recallLayout('p1', api)).toBe(true)
  expect(panels().sort()).toEqual(['library:', 'reader:h'])
  expect(api.groups).toHaveLength(2)
  expect(api.getPanel('reader:h')?.params).toEqual(at('reader', 'h', { report: null }))
  expect(savedSides().left.size).toBe(333)
})

it.each([
  ['no JSON', () => '{'],
  ['another version', (stored: string) => stored.replace('"version":1', '"version":7')],
  ['a view that is gone', (stored: string) => stored.replaceAll('"type":"library"', '"type":"satellite"')],
  ['a broken grid', (stored: string) => stored.replace(/"grid":\{.*?"orientation"/, '"grid":{"orientation"')],
  ['a size out of bounds', (stored: string) => stored.replace('"size":260', '"size":-4')],
])('falls back to the default layout for %s', (_what, spoil) => {
  openView(at('library'))
  rememberLayout('p1', api)
  const stored = localStorage.getItem('duibiao.layout.p1') ?? ''
  const spoilt = spoil(stored)
  expect(spoilt).not.toBe(stored)
  localStorage.setItem('duibiao.layout.p1', spoilt)
  for (const end of ends) end()
  dock()
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  expect(recallLayout('p1', api)).toBe(false)
  warn.mockRestore()
  expect(panels()).toEqual([])
  expect(savedSides().left.size).toBe(260)
})
