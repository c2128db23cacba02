import { describe, expect, it } from 'vitest'
import {
  defaultReading,
  groundOf,
  readingStyle,
  steppedSize,
} from '../../../../renderer/features/settings/reading/reading-type'
import { Settings } from '../../../../shared/ipc/settings'

describe('the type of the reading text', () => {
  it('becomes variables with their units', () => {
    const style = readingStyle({ ...defaultReading(), readingFont: 'sans', readingSize: 20, readingWidth: 36 })
    expect(style).toEqual({
      '--db-reading-font': 'var(--db-font-ui)',
      '--db-reading-size': '20px',
      '--db-reading-width': '36em',
      '--db-reading-line': '1.9',
    })
  })

  it('never steps to a size that cannot be kept', () => {
    expect([steppedSize(17, 1), steppedSize(12, -1), steppedSize(32, 1)]).toEqual([18, 12, 32])
    expect(Settings.safeParse({ readingSize: steppedSize(32, 1) }).success).toBe(true)
  })

  it.each([
    ['theme', false, null],
    ['theme', true, 'contrast'],
    ['paper', true, 'paper'],
    ['contrast', false, 'contrast'],
  ] as const)('with %s chosen and more contrast asked for: %s, stands on %s', (chosen, more, ground) =>
    expect(groundOf(chosen, more)).toBe(ground),
  )
})
