import { describe, expect, it } from 'vitest'
import { lacking, placeBeside } from '../../../../../renderer/features/reader/popups/placement'

const window = { width: 1000, height: 800 }
const frame = { left: 300, right: 900 }
const size = { width: 300, height: 200 }

describe('lacking', () => {
  const tall = { width: 300, height: 600 }

  it.each([
    ['nothing where it fits below', { left: 400, top: 100, bottom: 120 }, size, 0],
    ['nothing where it fits above', { left: 400, top: 700, bottom: 720 }, tall, 0],
    ['what is missing below', { left: 400, top: 300, bottom: 320 }, tall, 132],
  ])('is %s', (_name, box, card, missing) => expect(lacking(box, card, window)).toBe(missing))
})

describe('placeBeside', () => {
  it.each([
    ['below', { left: 400, top: 100, bottom: 120 }, { left: 400, top: 126 }],
    ['above near the bottom', { left: 400, top: 700, bottom: 720 }, { left: 400, top: 494 }],
    ['inside at the right', { left: 990, top: 100, bottom: 120 }, { left: 594, top: 126 }],
    ['inside for a passage out of view', { left: -50, top: -400, bottom: -380 }, { left: 306, top: 6 }],
  ])('stands %s', (_name, box, place) => expect(placeBeside(box, size, window, frame)).toEqual(place))

  it('keeps to the part of the frame that is in the window', () => {
    const box = { left: 990, top: 100, bottom: 120 }
    expect(placeBeside(box, size, window, { left: 500, right: 1400 })).toEqual({ left: 694, top: 126 })
  })

  it('leaves a frame that is too narrow', () => {
    const box = { left: 990, top: 100, bottom: 120 }
    expect(placeBeside(box, size, window, { left: 0, right: 200 })).toEqual({ left: 694, top: 126 })
  })
})
