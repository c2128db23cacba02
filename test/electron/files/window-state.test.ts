import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cascaded, placeWindow, readWindowStates, writeWindowStates } from '../../../electron/files/window-state'
import { temporaryFolder } from './entries'

const DISPLAY = { x: 0, y: 24, width: 1920, height: 1056 }
const SECOND = { x: 1920, y: 0, width: 1280, height: 1024 }
const STATE = { x: 100, y: 80, width: 1400, height: 900, maximised: false }

describe('placeWindow', () => {
  it.each([
    ['nothing remembered', null, [DISPLAY], { width: 1280, height: 800, maximised: false }],
    ['as it was left', STATE, [DISPLAY], STATE],
    ['on the second display', { ...STATE, x: 2000 }, [DISPLAY, SECOND], { ...STATE, x: 2000, width: 1280 }],
    ['display gone', { ...STATE, x: 2000 }, [DISPLAY], { width: 1400, height: 900, maximised: false }],
    ['title bar above the screen', { ...STATE, y: -50 }, [DISPLAY], { width: 1400, height: 900, maximised: false }],
    ['a sliver left at the side', { ...STATE, x: 1850 }, [DISPLAY], { width: 1400, height: 900, maximised: false }],
    ['too small', { ...STATE, width: 130, height: 10 }, [DISPLAY], { ...STATE, width: 960, height: 600 }],
    [
      'larger than a small display',
      STATE,
      [{ ...DISPLAY, width: 800, height: 500 }],
      { ...STATE, width: 800, height: 500 },
    ],
    ['maximised', { ...STATE, maximised: true }, [DISPLAY], { ...STATE, maximised: true }],
  ])('%s', (_name, state, areas, placement) => {
    expect(placeWindow(state, areas)).toEqual(placement)
  })
})

describe('window.json', () => {
  it('comes back, and a damaged one counts as none', async () => {
    const folder = await temporaryFolder()
    expect(await readWindowStates(folder)).toEqual({ last: 1, windows: {} })
    const states = { last: 2, windows: { 1: STATE, 2: cascaded(STATE) } }
    await writeWindowStates(folder, states)
    expect(await readWindowStates(folder)).toEqual(states)
    await writeFile(join(folder, 'window.json'), '{"x":1}')
    expect(await readWindowStates(folder)).toEqual({ last: 1, windows: {} })
  })

  it('of the time of one window is that window', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'window.json'), JSON.stringify(STATE))
    expect(await readWindowStates(folder)).toEqual({ last: 1, windows: { 1: STATE } })
  })
})

it('opens a further window a little apart from the one before, not maximised', () => {
  expect(cascaded({ ...STATE, maximised: true })).toEqual({ ...STATE, x: 132, y: 112 })
})
