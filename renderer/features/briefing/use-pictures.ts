import { useEffect, useMemo, useState } from 'react'
import { buildMatrix } from '#shared/compare/matrix'
import type { DocumentPicture } from '#shared/exchange/document/document'
import type { BriefingChart } from '#shared/model/briefing-draft'
import type { ReportCells } from '#shared/model/cell'
import type { Comparison } from '#shared/model/comparison'
import { renderChartImage } from '../../charts'
import { listSeriesBreaks, useLive } from '../../storage'
import { chartOf, chartWords, type Words } from '../compare'
import { useDictionary } from '../indicators'

/** Dots per CSS pixel: some 270 to the inch at the width of a page. */
const RATIO = 2

/** A chart of a briefing, or why there is none. */
export interface Picture {
  view: BriefingChart['view']
  picture: DocumentPicture | null
  /** Why it can't be drawn, in words. */
  why: string
}

const NO_BREAKS: readonly never[] = []

/**
 * Draws the charts of a briefing, one after another so that the window stays at hand.
 * @returns null while they are drawn
 */
export function usePictures(
  records: readonly ReportCells[],
  comparison: Comparison,
  charts: readonly BriefingChart[],
  words: Words,
  wanted: boolean,
): readonly Picture[] | null {
  const dictionary = useDictionary()
  const breaks = useLive(listSeriesBreaks, []) ?? NO_BREAKS
  const [drawn, setDrawn] = useState<readonly Picture[] | null>(null)
  const job = useMemo(() => {
    const draw = ({ view, width, height }: BriefingChart, number: number): Picture => {
      const matrix = buildMatrix(records, { ...comparison, role: view === 'dumbbell' ? 'both' : comparison.role })
      const spoken = chartWords(words, comparison.name)
      const found = chartOf(view, {
        matrix,
        places: matrix.places,
        settings: comparison.chart,
        breaks,
        directionOf: ({ indicator }) => dictionary.byId(indicator)?.direction ?? 'none',
        words: spoken,
      })
      if (!found.plan) return { view, picture: null, why: words.phrase(found.why) }
      const image = renderChartImage(found.plan, { width, height, format: 'png', ratio: RATIO, theme: 'light' })
      const name = words.t(`charts.view.${view}`)
      const caption = words.t('briefing.chart.caption', { number, name: comparison.name, view: name })
      const alternative = words.t('briefing.chart.alternative', { view: name, name: comparison.name })
      const picture = { type: 'picture', ...image, caption, alternative, notes: found.plan.notes } as const
      return { view, picture, why: '' }
    }
    return { charts, draw }
  }, [records, comparison, charts, breaks, dictionary, words])
  useEffect(() => {
    if (!wanted) return
    let going = true
    const run = async (): Promise<void> => {
      const pictures: Picture[] = []
      for (const chart of job.charts) {
        await new Promise((done) => setTimeout(done))
        if (!going) return
        const number = pictures.filter(({ picture }) => picture !== null).length + 1
        pictures.push(job.draw(chart, number))
      }
      setDrawn(pictures)
    }
    void run()
    return () => {
      going = false
    }
  }, [job, wanted])
  // What was drawn before stays in sight until the new ones are there.
  return drawn
}
