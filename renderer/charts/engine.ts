import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TitleComponent, TooltipComponent } from 'echarts/components'
import { type ECharts, init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers'

// Only what our charts use, so that the bundle stays small.
use([
  AriaComponent,
  BarChart,
  CanvasRenderer,
  CustomChart,
  GridComponent,
  LabelLayout,
  LegendComponent,
  LineChart,
  ScatterChart,
  SVGRenderer,
  TitleComponent,
  TooltipComponent,
])

/** A chart on a canvas inside an element. */
export const createChart = (element: HTMLElement, size: { width: number; height: number }): ECharts =>
  init(element, null, { renderer: 'canvas', ...size })

/** A chart that no element shows, for a picture as SVG. */
export const createSvg = (width: number, height: number): ECharts =>
  init(null, null, { renderer: 'svg', ssr: true, width, height })

/** A chart that no page shows, for a picture of so many dots per CSS pixel. */
export const createPicture = (width: number, height: number, devicePixelRatio: number): ECharts =>
  init(document.createElement('div'), null, { renderer: 'canvas', width, height, devicePixelRatio })
