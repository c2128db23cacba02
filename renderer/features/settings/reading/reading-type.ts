import type { CSSProperties } from 'react'
import { Settings } from '#shared/ipc/settings'

/** The settings of the reading text. */
export type ReadingType = Pick<
  Settings,
  'readingFont' | 'readingSize' | 'readingWidth' | 'readingLineHeight' | 'readingGround' | 'readingStripes'
>

/** What the sliders go through: least, most and step, in the unit of the setting. */
export const RANGES = {
  readingSize: { min: 12, max: 32, step: 1 },
  readingWidth: { min: 24, max: 80, step: 1 },
  readingLineHeight: { min: 1.2, max: 2.6, step: 0.1 },
} as const

/** How the text looks before anyone changed it. */
export function defaultReading(): ReadingType {
  const { readingFont, readingSize, readingWidth, readingLineHeight, readingGround, readingStripes } = Settings.parse(
    {},
  )
  return { readingFont, readingSize, readingWidth, readingLineHeight, readingGround, readingStripes }
}

/** A size some pixels larger or smaller, within what can be set. CSS pixels. */
export const steppedSize = (size: number, step: number): number =>
  Math.min(RANGES.readingSize.max, Math.max(RANGES.readingSize.min, size + step))

/**
 * The ground in force; null where the text stands on the ground of the window. A system that asks for more contrast
 * gets it wherever no other ground was chosen.
 */
export function groundOf(ground: Settings['readingGround'], moreContrast: boolean): Settings['readingGround'] | null {
  if (ground !== 'theme') return ground
  return moreContrast ? 'contrast' : null
}

/** The settings as variables of style sheets. */
export const readingStyle = (type: ReadingType): CSSProperties => ({
  ['--db-reading-font' as string]: type.readingFont === 'serif' ? 'var(--db-font-serif)' : 'var(--db-font-ui)',
  ['--db-reading-size' as string]: `${type.readingSize}px`,
  ['--db-reading-width' as string]: `${type.readingWidth}em`,
  ['--db-reading-line' as string]: String(type.readingLineHeight),
})
