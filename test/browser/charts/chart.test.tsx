import { createRef } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  barOption,
  Chart,
  type ChartHandle,
  type ChartPalette,
  type ChartSize,
  lineOption,
} from '../../../renderer/charts'
import type { MatrixCell } from '../../../shared/compare/matrix'
import { barPanels, linePanels } from '../../../shared/compare/series'
import { crowd, districts, words } from '../../renderer/charts/material'
import '../../../renderer/ui/theme.css'

const codes = districts.places.map((place) => place.code)
const bars = (size: ChartSize, palette: ChartPalette) => barOption(barPanels(districts), codes, size, palette, words)
const lines = (size: ChartSize, palette: ChartPalette) =>
  lineOption(linePanels(districts), districts.places, size, palette, words)

let root: Root
let box: HTMLDivElement

beforeEach(() => {
  document.documentElement.dataset.theme = 'light'
  box = document.createElement('div')
  box.style.width = '900px'
  box.style.height = '360px'
  document.body.replaceChildren(box)
  root = createRoot(box)
})
afterEach(() => root.unmount())

async function draw(build: typeof bars, describeCell: (cell: MatrixCell) => string[] = () => []) {
  const handle = createRef<ChartHandle>()
  const onOpen = vi.fn<(cell: MatrixCell) => void>()
  root.render(<Chart ref={handle} build={build} label="图表" describe={describeCell} onOpen={onOpen} />)
  const chart = await vi.waitUntil(() => handle.current?.instance() ?? null)
  return { handle, chart, onOpen }
}

/** Where the middle of a datum stands on the canvas. */
function pixelOf(chart: NonNullable<ReturnType<ChartHandle['instance']>>, series: number, slot: number, value: number) {
  const [x, y] = chart.convertToPixel({ seriesIndex: series }, [slot, value]) as [number, number]
  return { x, y }
}

function send(type: string, { x, y }: { x: number; y: number }): void {
  const canvas = box.querySelector('canvas')
  const at = canvas?.getBoundingClientRect()
  if (!canvas || !at) throw new Error('nothing drawn')
  canvas.dispatchEvent(
    new MouseEvent(type, { clientX: at.left + x, clientY: at.top + y, bubbles: true, cancelable: true, view: window }),
  )
}

function click(point: { x: number; y: number }): void {
  for (const type of ['mousemove', 'mousedown', 'mouseup', 'click']) send(type, point)
}

/** How many different colours a picture has. */
async function colours(bytes: Uint8Array<ArrayBuffer>): Promise<number> {
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no 2d context')
  context.drawImage(bitmap, 0, 0)
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
  return new Set(new Uint32Array(data.buffer)).size
}

describe('Chart', () => {
  it('draws, and gives a picture of twice its size', async () => {
    const { handle } = await draw(bars)
    const bytes = handle.current?.png()
    if (!bytes) throw new Error('no picture')
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    expect([bitmap.width, bitmap.height]).toEqual([1800, 720])
    expect(await colours(bytes)).toBeGreaterThan(20)
  })

  it('hands back the cell of a clicked bar', async () => {
    const { chart, onOpen } = await draw(bars)
    // The result's bar is the right one of the pair, so the middle of the slot is moved to the right.
    const { x, y } = pixelOf(chart, 1, 0, 2)
    click({ x: x + 12, y })
    expect(onOpen).toHaveBeenCalledTimes(1)
    expect(onOpen.mock.calls[0]?.[0]).toMatchObject({ place: '410304', role: 'actual', year: '2022' })
    expect(onOpen.mock.calls[0]?.[0].chosen?.origin.quantity).toBe('4.3%')
  })

  it('hands back nothing for a click beside the marks', async () => {
    const { chart, onOpen } = await draw(bars)
    const { x } = pixelOf(chart, 1, 0, 2)
    click({ x: x + 12, y: 60 })
    expect(onOpen).not.toHaveBeenCalled()
  })

  it('hands back the cell of a clicked point of a line', async () => {
    const { chart, onOpen } = await draw(lines)
    const [x, y] = chart.convertToPixel({ seriesIndex: 1 }, ['2022', 8]) as [number, number]
    click({ x, y })
    expect(onOpen.mock.calls[0]?.[0]).toMatchObject({ place: '410304', role: 'target' })
  })

  it('shows what a report says as text, never as markup', async () => {
    const hostile = '<img src=x onerror="document.title=1"><b>粗</b>'
    const { chart } = await draw(bars, () => ['标题', hostile])
    const { x, y } = pixelOf(chart, 1, 0, 2)
    send('mousemove', { x: x + 12, y })
    await vi.waitUntil(() => box.textContent?.includes(hostile))
    expect(box.querySelector('img, b')).toBeNull()
  })

  it('is named for screen readers', async () => {
    await draw(bars)
    expect(box.querySelector('[role="img"]')?.getAttribute('aria-label')).toBe('图表')
  })

  it('follows the theme', async () => {
    const seen: string[] = []
    await draw((size, palette) => {
      seen.push(palette.surface)
      return bars(size, palette)
    })
    document.documentElement.dataset.theme = 'dark'
    await vi.waitUntil(() => seen.at(-1) === '#1e2127')
    expect(seen[0]).toBe('#ffffff')
  })

  it('follows its size, and grows in height for more panels', async () => {
    const many = crowd(3, ['a', 'b', 'c', 'd', 'e', 'f'])
    const { chart } = await draw((size, palette) =>
      barOption(
        barPanels(many),
        many.places.map((place) => place.code),
        size,
        palette,
        words,
      ),
    )
    expect(chart.getWidth()).toBe(900)
    expect(chart.getHeight()).toBeGreaterThan(700)
    box.style.width = '1280px'
    await vi.waitUntil(() => chart.getWidth() >= 1265)
  })

  it('frees what it drew', async () => {
    const { chart } = await draw(bars)
    root.unmount()
    await vi.waitUntil(() => chart.isDisposed())
    root = createRoot(box)
  })
})
