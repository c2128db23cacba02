import { EditorView } from '@codemirror/view'
import { afterEach, describe, expect, it } from 'vitest'
import { alignSections, type Counterpart, counterpartOf } from '#shared/compare/alignment'
import type { Side } from '../../../renderer/features/parallel/keys'
import { depthAtTop, LEAD, ScrollLink, scrollTopFor } from '../../../renderer/features/parallel/scroll-link'
import { clear, painted, surface, type Written, written } from './surfaces'

const CITY: Written[] = [
  { title: '做强先进制造业', topic: 'industry', paragraphs: 20 },
  { title: '全面推进乡村振兴', topic: 'countryside', paragraphs: 12 },
  { title: '城市更新行动', topic: 'city', paragraphs: 8 },
  { title: '兜牢民生底线', topic: 'livelihood', paragraphs: 16 },
]
const DISTRICT: Written[] = [
  { title: '建设和美乡村', topic: 'countryside', paragraphs: 6 },
  { title: '壮大工业经济', topic: 'industry', paragraphs: 9 },
  { title: '增进民生福祉', topic: 'livelihood', paragraphs: 30 },
]

const links: ScrollLink[] = []
afterEach(() => {
  for (const link of links.splice(0)) link.end()
  clear()
})

async function open() {
  const [a, b] = [written(CITY), written(DISTRICT)]
  const [left, right] = [surface(a.text), surface(b.text)]
  const alignment = alignSections(a.report, b.report)
  const told: { side: Side; at: Counterpart }[] = []
  const link = new ScrollLink({ left, right, spans: { left: a.report, right: b.report }, alignment }, (side, at) =>
    told.push({ side, at }),
  )
  links.push(link)
  link.set(true)
  await painted()
  const sectionOf = (which: typeof a, index: number) => which.report.sections[index]?.start ?? 0
  return { a, b, left, right, link, alignment, told, sectionOf }
}

/** Turns the wheel over a text by so many pixels, as its user would. */
async function wheel(view: EditorView, pixels: number): Promise<void> {
  view.contentDOM.dispatchEvent(new WheelEvent('wheel', { deltaY: pixels, bubbles: true }))
  view.scrollDOM.scrollTop += pixels
  await painted()
}

/** Scrolls a text to an offset, as a key of its user would. */
async function jump(view: EditorView, offset: number): Promise<void> {
  view.contentDOM.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }))
  view.dispatch({ effects: EditorView.scrollIntoView(offset, { y: 'start', yMargin: LEAD }) })
  await painted(8)
}

describe('a text and its depth', () => {
  it('is scrolled to where its depth is read', async () => {
    const view = surface(written(CITY).text)
    await painted()
    for (const top of [0, 40, 333, 900, 1500]) {
      view.scrollDOM.scrollTop = top
      await painted()
      expect(Math.abs(scrollTopFor(view, depthAtTop(view)) - view.scrollDOM.scrollTop)).toBeLessThanOrEqual(27)
      if (top > 40) expect(scrollTopFor(view, depthAtTop(view))).toBeCloseTo(view.scrollDOM.scrollTop, 0)
    }
  })
})

describe('two texts that are scrolled together', () => {
  it('come to the counterpart of a section, whatever the order', async () => {
    const { a, b, left, right, sectionOf } = await open()
    const stands = (section: number): void => {
      const depth = depthAtTop(right)
      expect(depth).toBeGreaterThanOrEqual(sectionOf(b, section))
      expect(depth).toBeLessThan(sectionOf(b, section) + 40)
    }
    await jump(left, sectionOf(a, 3))
    stands(2)
    await jump(left, sectionOf(a, 1))
    stands(0)
    await jump(left, sectionOf(a, 0))
    stands(1)
  })

  it('stand at the same relative depth, frame by frame, and nothing moves the one that leads', async () => {
    const { left, right, alignment } = await open()
    let last = -1
    for (let step = 0; step < 40; step++) {
      left.contentDOM.dispatchEvent(new WheelEvent('wheel', { deltaY: 20, bubbles: true }))
      left.scrollDOM.scrollTop += 20
      const set = left.scrollDOM.scrollTop
      await painted(1)
      expect(left.scrollDOM.scrollTop).toBe(set)
      const wanted = counterpartOf(alignment, 'a', depthAtTop(left)).offset
      if (wanted !== null && wanted > 100) expect(Math.abs(depthAtTop(right) - wanted)).toBeLessThan(25)
      const top = left.scrollDOM.scrollTop
      expect(top).toBeGreaterThan(last)
      last = top
    }
    await painted(6)
    expect(left.scrollDOM.scrollTop).toBe(last)
  })

  it('rest when nobody scrolls', async () => {
    const { left, right } = await open()
    await wheel(left, 700)
    await painted(4)
    const before = [left.scrollDOM.scrollTop, right.scrollDOM.scrollTop]
    await painted(12)
    expect([left.scrollDOM.scrollTop, right.scrollDOM.scrollTop]).toEqual(before)
  })

  it('change the lead with the hand that scrolls', async () => {
    const { a, b, left, right, link, sectionOf } = await open()
    await jump(right, sectionOf(b, 1))
    expect(link.leader).toBe('right')
    expect(depthAtTop(left)).toBeGreaterThanOrEqual(sectionOf(a, 0) - 1)
    expect(depthAtTop(left)).toBeLessThan(sectionOf(a, 1))
  })

  it('leave the other one where it is in a section that it lacks, and say so', async () => {
    const { a, left, right, told, sectionOf } = await open()
    await jump(left, sectionOf(a, 2))
    const stood = right.scrollDOM.scrollTop
    await wheel(left, 40)
    await painted(4)
    expect(right.scrollDOM.scrollTop).toBe(stood)
    expect(told.at(-1)).toMatchObject({ side: 'left', at: { from: 2, to: null, offset: null } })
  })

  it('go apart when the link is off', async () => {
    const { left, right, link } = await open()
    link.set(false)
    const stood = right.scrollDOM.scrollTop
    await wheel(left, 600)
    await painted(4)
    expect(right.scrollDOM.scrollTop).toBe(stood)
  })

  it('keep the distance at which a passage was brought beside another one, until the section ends', async () => {
    const { b, left, right, link, alignment, sectionOf } = await open()
    await wheel(left, 300)
    await painted(4)
    link.moveBoth(() => right.dispatch({ effects: EditorView.scrollIntoView(sectionOf(b, 1) + 700, { y: 'start' }) }))
    await painted(8)
    const moved = right.scrollDOM.scrollTop
    await wheel(left, 30)
    await painted(4)
    expect(Math.abs(right.scrollDOM.scrollTop - moved)).toBeLessThan(40)
    const apart = (): number => {
      const offset = counterpartOf(alignment, 'a', depthAtTop(left)).offset ?? 0
      return Math.abs(right.scrollDOM.scrollTop - scrollTopFor(right, offset))
    }
    expect(apart()).toBeGreaterThan(60)
  })

  it('say where they stand when both were moved', async () => {
    const { a, b, left, right, link, told, sectionOf } = await open()
    link.moveBoth(() => {
      left.dispatch({ effects: EditorView.scrollIntoView(sectionOf(a, 3), { y: 'start', yMargin: LEAD }) })
      right.dispatch({ effects: EditorView.scrollIntoView(sectionOf(b, 0), { y: 'start', yMargin: LEAD }) })
    })
    await painted(8)
    expect(told.at(-1)).toMatchObject({ side: 'left', at: { from: 3, to: 2 } })
    expect(depthAtTop(right)).toBeLessThan(60)
  })
})
