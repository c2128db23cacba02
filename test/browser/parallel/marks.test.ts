import { afterEach, describe, expect, it } from 'vitest'
import { type SharedMark, setPointed, setShared, sharedMarks } from '../../../renderer/features/parallel/marks'
import '../../../renderer/features/parallel/marks.css'
import '../../../renderer/ui/theme.css'
import { clear, painted, surface } from './surfaces'

afterEach(clear)

const TEXT = '新建改造农村公路320公里以上。加快建设先进制造业基地。\n其他的话。'
const span = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })
const MARKS: SharedMark[] = [
  {
    pair: 4,
    kind: 'numbers',
    ...span('新建改造农村公路320公里以上。'),
    common: [span('新建改造农村公路'), span('公里以上')],
  },
  { pair: 7, kind: 'same', ...span('加快建设先进制造业基地。'), common: [span('加快建设先进制造业基地')] },
  { pair: 9, kind: 'near', start: 30, end: 900, common: [] },
]

async function open() {
  const told: string[] = []
  const view = surface(
    TEXT,
    sharedMarks({ onPoint: (pair) => told.push(`at ${pair}`), onChoose: (pair) => told.push(`chose ${pair}`) }),
  )
  view.dispatch({ effects: setShared.of(MARKS) })
  await painted()
  const words = (selector: string): string =>
    [...view.contentDOM.querySelectorAll(selector)].map(({ textContent }) => textContent).join('|')
  const element = (selector: string): HTMLElement => {
    const found = view.contentDOM.querySelector<HTMLElement>(selector)
    if (!found) throw new Error(`no ${selector}`)
    return found
  }
  return { view, told, words, element }
}

describe('shared sentences in a text', () => {
  it('are marked by class, what both have inside them, and none outside the text', async () => {
    const { words } = await open()
    expect(words('.db-shared-numbers')).toBe('新建改造农村公路320公里以上。')
    expect(words('.db-shared-numbers .db-shared-common')).toBe('新建改造农村公路|公里以上')
    expect(words('.db-shared-same')).toBe('加快建设先进制造业基地。')
    expect(words('.db-shared-near')).toBe('')
  })

  it('have a ground, which what differs has not', async () => {
    document.documentElement.dataset.theme = 'light'
    const { element } = await open()
    const ground = (selector: string): string => getComputedStyle(element(selector)).backgroundColor
    expect(ground('.db-shared-numbers .db-shared-common')).not.toBe('rgba(0, 0, 0, 0)')
    expect(ground('.db-shared-numbers')).toBe('rgba(0, 0, 0, 0)')
  })

  it('tell of the pointer and of a click, but not of a selection', async () => {
    const { view, told, element } = await open()
    // The mouse of the test before may have told something of its own.
    told.length = 0
    element('.db-shared-same').dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))
    view.contentDOM.dispatchEvent(new MouseEvent('mouseleave'))
    element('.db-shared-numbers .db-shared-common').dispatchEvent(new MouseEvent('click', { bubbles: true }))
    view.dispatch({ selection: { anchor: 0, head: 5 } })
    element('.db-shared-same').dispatchEvent(new MouseEvent('click', { bubbles: true }))
    expect(told).toEqual(['at 7', 'at null', 'chose 4'])
  })

  it('flash anew each time another one is gone to', async () => {
    const { view, words, element } = await open()
    view.dispatch({ effects: setPointed.of({ current: 4, hover: 7 }) })
    expect(words('.db-shared-current').replaceAll('|', '')).toBe('新建改造农村公路320公里以上。')
    expect(words('.db-shared-hover').replaceAll('|', '')).toBe('加快建设先进制造业基地。')
    const first = element('.db-shared-current').className
    view.dispatch({ effects: setPointed.of({ current: 7, hover: null }) })
    expect(words('.db-shared-current').replaceAll('|', '')).toBe('加快建设先进制造业基地。')
    expect(element('.db-shared-current').className).not.toBe(first)
    expect(words('.db-shared-hover')).toBe('')
  })

  it('move along when the text is corrected', async () => {
    const { view, words } = await open()
    view.dispatch({ changes: { from: 0, insert: '漏字，' } })
    expect(words('.db-shared-same')).toBe('加快建设先进制造业基地。')
  })
})
