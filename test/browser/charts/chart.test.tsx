import { createRef } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { barPlan, Chart, type ChartHandle, heatGrid, linePlan, renderChartImage } from '../../../renderer/charts'
import type { ChartPlan } from '../../../renderer/charts/plan'
import type { MatrixCell } from '../../../shared/compare/matrix'
import { barPanels, linePanels } from '../../../shared/compare/series'
import { crowd, districts, misread, drawn as shapesOf, words } from '../../renderer/charts/material'
import '../../../renderer/ui/theme.css'

const bars = barPlan(barPanels(districts), districts.places, 'places', false, words)
const lines = linePlan(linePanels(districts), districts.places, { ...words, breakNote: ({ label }) => label.key })

const textsOf = (option: unknown): string[] =>
  shapesOf(option).flatMap(({ element }) => (element.type === 'text' ? [element.style.text] : []))

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

async function draw(plan: ChartPlan<MatrixCell>, describeCell: (cell: MatrixCell) => string[] = () => []) {
  const handle = createRef<ChartHandle>()
  const onOpen = vi.fn<(cell: MatrixCell) => void>()
  root.render(<Chart ref={handle} plan={plan} label="图表" describe={describeCell} onOpen={onOpen} />)
  const chart = await vi.waitUntil(() => handle.current?.instance() ?? null)
  return { handle, chart, onOpen }
}

/** Where the middle of a datum stands on the canvas. */
function pixelOf(chart: NonNullable<ReturnType<ChartHandle['instance']>>, series: number, slot: number, value: number) {
  const [x, y] = chart.convertToPixel({ seriesIndex: series }, [slot, value]) as [number, number]
  return { x, y }
}

function send(type: string, { x, y }: { x: number; y: number }, ctrlKey = false): void {
  const canvas = box.querySelector('canvas')
  const at = canvas?.getBoundingClientRect()
  if (!canvas || !at) throw new Error('nothing drawn')
  canvas.dispatchEvent(
    new MouseEvent(type, {
      ...{ clientX: at.left + x, clientY: at.top + y, ctrlKey },
      ...{ bubbles: true, cancelable: true, view: window },
    }),
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
  it('draws a picture off screen, of the size and the dots that are asked for', async () => {
    const { bytes } = renderChartImage(bars, { width: 900, height: 360, format: 'png', ratio: 2 })
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

  it('draws a picture in vectors, with the words as text', () => {
    const { bytes } = renderChartImage(bars, { width: 900, height: 360, format: 'svg', ratio: 1 })
    const page = new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'image/svg+xml')
    expect(page.documentElement.getAttribute('width')).toBe('900')
    expect(page.documentElement.textContent).toContain('瀍河')
  })

  it('follows the theme', async () => {
    const seen: string[] = []
    await draw({
      ...bars,
      draw: (at, palette) => {
        seen.push(palette.surface)
        return bars.draw(at, palette)
      },
    })
    document.documentElement.dataset.theme = 'dark'
    await vi.waitUntil(() => seen.at(-1) === '#1e2127')
    expect(seen[0]).toBe('#ffffff')
  })

  it('follows its size, and grows in height for more panels', async () => {
    const many = crowd(3, ['a', 'b', 'c', 'd', 'e', 'f'])
    const { chart } = await draw(barPlan(barPanels(many), many.places, 'places', false, words))
    expect(chart.getWidth()).toBe(900)
    expect(chart.getHeight()).toBeGreaterThan(700)
    box.style.width = '1280px'
    await vi.waitUntil(() => chart.getWidth() >= 1265)
  })

  it('is walked over by the arrows, says each mark, and opens it with Enter', async () => {
    const { onOpen } = await draw(bars, (cell) => [cell.place])
    const chart = box.querySelector<HTMLElement>('section[aria-label="图表"]')
    chart?.focus()
    const press = (key: string) => chart?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
    const said = () => box.querySelector('[aria-live]')?.textContent
    press('ArrowRight')
    await vi.waitUntil(() => said() === '≥8，410304')
    press('ArrowDown')
    await vi.waitUntil(() => said() === '4.3，410304')
    press('Enter')
    expect(onOpen.mock.calls[0]?.[0]).toMatchObject({ place: '410304', role: 'actual' })
  })

  it('holds a mark by Space and by a click with Ctrl, lets go by Esc, and opens nothing for it', async () => {
    const onHold = vi.fn<(cell: MatrixCell | null) => void>()
    const onOpen = vi.fn()
    const handle = createRef<ChartHandle>()
    const chart = <Chart ref={handle} plan={bars} label="图表" describe={() => []} onOpen={onOpen} onHold={onHold} />
    root.render(chart)
    const engine = await vi.waitUntil(() => handle.current?.instance() ?? null)
    const section = box.querySelector<HTMLElement>('section[aria-label="图表"]')
    const press = (key: string) => section?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
    press('ArrowRight')
    await vi.waitUntil(() => box.querySelector('[aria-live]')?.textContent?.startsWith('≥8'))
    press(' ')
    press('Escape')
    const { x, y } = pixelOf(engine, 1, 0, 2)
    for (const type of ['mousemove', 'mousedown', 'mouseup', 'click']) send(type, { x: x + 12, y }, true)
    expect(onHold.mock.calls.map(([cell]) => cell?.role ?? null)).toEqual(['target', null, 'actual'])
    expect(onOpen).not.toHaveBeenCalled()
  })

  it('draws the sign across a standing bar that is cut off, and opens that bar as any other', async () => {
    const matrix = misread(crowd(3, ['gdp']))
    const plan = barPlan(barPanels(matrix), matrix.places, 'places', false, words)
    box.style.width = '1400px'
    const { chart, onOpen } = await draw(plan)
    const { data } = (chart.getOption() as { series: { data: ({ mark?: number; value: number } | null)[] }[] })
      .series[1] ?? {
      data: [],
    }
    const slot = data.findIndex((datum) => plan.marks[datum?.mark ?? -1]?.text === '805')
    const edge = data[slot]?.value ?? 0
    expect(edge).toBeLessThan(20)
    const shown = chart
      .getZr()
      .storage.getDisplayList()
      .map(({ type, style }) => [type, (style as { stroke?: string }).stroke])
    expect(shown).toContainEqual(['path', '#ffffff'])
    const { x, y } = pixelOf(chart, 1, slot, edge / 2)
    click({ x: x + 20, y })
    expect(onOpen.mock.calls[0]?.[0]).toMatchObject({ role: 'actual', shown: { value: 805 } })
  })

  it('shows of a large grid what is in sight, and the rest when it is scrolled to', async () => {
    const values = Array.from({ length: 300 }, (_, row) => [row, -row])
    const rows = values.map((_, row) => `行${row}`)
    const format = String
    const plan = heatGrid({
      rows,
      columns: ['甲', '乙'],
      values,
      format,
      colour: 'diverging',
      label: '图',
      missing: '无',
    })
    let names: string[] = []
    const drawn = { ...plan, draw: spy }
    function spy(...at: Parameters<typeof plan.draw>) {
      const painted = plan.draw(...at)
      names = textsOf(painted.option)
      return painted
    }
    root.render(<Chart plan={drawn} label="图" describe={() => []} onOpen={() => undefined} />)
    await vi.waitUntil(() => names.includes('行0'))
    expect(names).not.toContain('行299')
    box.querySelector('section')?.scrollTo({ top: 1e6 })
    await vi.waitUntil(() => names.includes('行299'))
    expect(names).not.toContain('行0')
    // What is painted has not scrolled away.
    const top = (name: string) => box.querySelector(name)?.getBoundingClientRect().top
    expect(top('canvas')).toBe(top('section'))
  })

  it('draws another plan as if nothing had been drawn before', async () => {
    const grid = (count: number) => {
      const values = Array.from({ length: count }, (_, row) => [row, -row])
      const rows = values.map((_, row) => `行${row}`)
      const columns = ['甲', '乙']
      return heatGrid({ rows, columns, values, format: String, colour: 'diverging', label: '图', missing: '无' })
    }
    const shapes = (chart: NonNullable<ReturnType<ChartHandle['instance']>>) =>
      chart
        .getZr()
        .storage.getDisplayList(true)
        .map((one) => JSON.stringify([one.type, 'shape' in one ? one.shape : null, one.x, one.y]))
    const show = async (count: number) => {
      let painted = false
      const plan = grid(count)
      const draw: typeof plan.draw = (...at) => {
        painted = true
        return plan.draw(...at)
      }
      const handle = createRef<ChartHandle>()
      const told = { ...plan, draw }
      root.render(<Chart ref={handle} plan={told} label="图" describe={() => []} onOpen={() => undefined} />)
      return vi.waitUntil(() => (painted ? (handle.current?.instance() ?? null) : null))
    }
    const first = shapes(await show(7))
    await show(4)
    expect(shapes(await show(7))).toEqual(first)
  })

  it('frees what it drew', async () => {
    const { chart } = await draw(bars)
    root.unmount()
    await vi.waitUntil(() => chart.isDisposed())
    root = createRoot(box)
  })
})
