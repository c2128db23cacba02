import { describe, expect, it } from 'vitest'
import { placeBeside } from '../../../../../renderer/features/reader/popups/placement'

const window = { width: 1000, height: 800 }
const size = { width: 300, height: 200 }

describe('placeBeside', () => {
  it.each([
    ['below', { left: 100, top: 100, bottom: 120 }, { left: 100, top: 126 }],
    ['above near the bottom', { left: 100, top: 700, bottom: 720 }, { left: 100, top: 494 }],
    ['inside at the right', { left: 990, top: 100, bottom: 120 }, { left: 694, top: 126 }],
    ['inside for a passage out of view', { left: -50, top: -400, bottom: -380 }, { left: 6, top: 6 }],
  ])('stands %s', (_name, box, place) => expect(placeBeside(box, size, window)).toEqual(place))
})
