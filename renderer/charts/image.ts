import { createPicture, createSvg } from './engine'
import { wrap } from './measure'
import { type ChartPalette, paletteFor } from './palette'
import { type ChartPlan, type Drawn, wholeFrame } from './plan'
import { shapeSeries, textAt } from './shapes'

/** What a picture of a chart is to be. */
export interface ImageWish {
  /** CSS pixels. A chart that needs more height than this gets it, or its rows could not be read. */
  width: number
  height: number
  format: 'png' | 'svg'
  /** Dots per CSS pixel of a PNG: 2 for screens, 3 for print. */
  ratio: number
  /** Light unless it is meant for a dark ground. */
  theme?: 'light' | 'dark'
}

/** A picture, with the size that it came out at, in CSS pixels. */
export interface ChartImage {
  bytes: Uint8Array<ArrayBuffer>
  width: number
  height: number
}

/** No canvas holds more dots on a side. */
const MOST_DOTS = 16_000

/** Bytes of a `data:` URL; fetching one is what the content security policy refuses. */
function dataUrlBytes(url: string): Uint8Array<ArrayBuffer> {
  const text = atob(url.slice(url.indexOf(',') + 1))
  return Uint8Array.from(text, (char) => char.charCodeAt(0))
}

/** Draws all of a chart at a width: charts that show what is in sight are asked again at the height they need. */
function drawWhole<T>(plan: ChartPlan<T>, width: number, height: number, palette: ChartPalette): Drawn {
  const first = plan.draw(wholeFrame(width, height), palette)
  const needed = { width: Math.max(width, first.width), height: Math.max(height, first.height) }
  if (!first.windowed || (needed.width === width && needed.height === height)) return { ...first, ...needed }
  return { ...plan.draw(wholeFrame(needed.width, needed.height), palette), ...needed }
}

const NOTE = { size: 12, line: 18, side: 8, most: 4 }

/** A drawing with the footnotes of its chart below it, which on screen stand beside it. */
function withNotes(drawn: Drawn, notes: readonly string[], palette: ChartPalette): Drawn {
  const { option, width, height } = drawn
  const lines = notes.flatMap((note) => wrap(note, NOTE.size, width - 2 * NOTE.side, NOTE.most))
  if (lines.length === 0) return drawn
  const shapes = lines.map((line, index) => ({
    element: textAt(NOTE.side, height + (index + 0.5) * NOTE.line, line, { color: palette.muted, font: palette.font }),
  }))
  const series = Array.isArray(option.series) ? option.series : []
  return {
    ...drawn,
    height: height + lines.length * NOTE.line + NOTE.side,
    option: { ...option, series: [...series, shapeSeries(shapes)] },
  }
}

/**
 * Draws a chart off screen, its footnotes below it.
 * @param plan what a builder gave
 * @throws Error where the page can make no canvas
 */
export function renderChartImage<T>(plan: ChartPlan<T>, wish: ImageWish): ChartImage {
  const palette = paletteFor(wish.theme ?? 'light')
  const whole = drawWhole(plan, wish.width, wish.height, palette)
  const { option, width, height } = withNotes(whole, plan.notes, palette)
  const still = { ...option, tooltip: { show: false } }
  if (wish.format === 'svg') {
    const chart = createSvg(width, height)
    chart.setOption(still)
    const text = chart.renderToSVGString()
    chart.dispose()
    return { bytes: new Uint8Array(new TextEncoder().encode(text)), width, height }
  }
  const ratio = Math.min(wish.ratio, MOST_DOTS / Math.max(width, height))
  const chart = createPicture(width, height, ratio)
  chart.setOption(still)
  const url = chart.getDataURL({ type: 'png', pixelRatio: ratio, backgroundColor: palette.surface })
  chart.dispose()
  return { bytes: dataUrlBytes(url), width, height }
}
