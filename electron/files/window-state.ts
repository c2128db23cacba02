import { join } from 'node:path'
import { z } from 'zod'
import { readJson, writeJson } from './json-file'

/** A rectangle on the desktop in device-independent pixels. */
export interface Area {
  x: number
  y: number
  width: number
  height: number
}

const WindowState = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  maximised: z.boolean(),
})
/** Where a window stood. */
export type WindowState = z.infer<typeof WindowState>

const WindowStates = z.object({
  /** Number of the window that was left last: the next start opens that one. */
  last: z.int().positive(),
  /** Where each stood, by its number. */
  windows: z.record(z.string().regex(/^[1-9]\d*$/), WindowState),
})
/** Where the windows stood; a window keeps its number, and with it its place and its layout. */
export type WindowStates = z.infer<typeof WindowStates>

const NOTHING: WindowStates = { last: 1, windows: {} }

/** Where a window opens: no position means the middle of the screen. */
export type Placement = Partial<Pick<Area, 'x' | 'y'>> & Pick<WindowState, 'width' | 'height' | 'maximised'>

/** The smallest size at which the workbench can be used, and the one it opens at first. */
export const SMALLEST = { width: 960, height: 600 } as const
export const FIRST = { width: 1280, height: 800 } as const

/** As much of a window's upper edge must lie on a display that it can be seen and dragged. */
const GRIP = { width: 120, height: 32 } as const

const path = (folder: string): string => join(folder, 'window.json')

/** The remembered states; a damaged file counts as none, it is written anew at close. One window had a file before. */
export async function readWindowStates(folder: string): Promise<WindowStates> {
  const file = await readJson(path(folder), z.union([WindowStates, WindowState]))
  if (file.state !== 'read') return NOTHING
  return 'windows' in file.value ? file.value : { last: 1, windows: { 1: file.value } }
}

/** Remembers the states. */
export const writeWindowStates = (folder: string, states: WindowStates): Promise<void> =>
  writeJson(path(folder), states)

/** How far a further window stands from the one that it was opened from, in device-independent pixels. */
const CASCADE = 32

/** Where a window that was never there opens: beside another one, with its size. */
export const cascaded = ({ x, y, width, height }: WindowState): WindowState => ({
  x: x + CASCADE,
  y: y + CASCADE,
  width,
  height,
  maximised: false,
})

/**
 * Where the window opens: as it was left, unless the display it stood on is gone or smaller now.
 * @param workAreas the usable areas of all displays, the main one first
 */
export function placeWindow(state: WindowState | null, workAreas: readonly Area[]): Placement {
  const main = workAreas[0]
  const wanted = state ?? { ...FIRST, maximised: false }
  const home = state && workAreas.find((area) => showsGrip(state, area))
  const room = home ?? main
  const size = {
    width: clamp(wanted.width, SMALLEST.width, room?.width ?? wanted.width),
    height: clamp(wanted.height, SMALLEST.height, room?.height ?? wanted.height),
  }
  const position = state && home ? { x: state.x, y: state.y } : {}
  return { ...position, ...size, maximised: wanted.maximised }
}

/** The largest room wins over the smallest size: on a small display the window fills it. */
const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high)

function showsGrip(state: WindowState, area: Area): boolean {
  const shown = Math.min(state.x + state.width, area.x + area.width) - Math.max(state.x, area.x)
  return shown >= GRIP.width && state.y >= area.y && state.y <= area.y + area.height - GRIP.height
}
