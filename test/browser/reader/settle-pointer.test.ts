import { afterEach, expect, it, vi } from 'vitest'
import '../../../renderer/ui/theme.css'
import { clear, painted, surface } from './surface'

afterEach(() => {
  vi.restoreAllMocks()
  clear()
})

it('asks for one frame more when there is nothing else to do, however many changes came before', async () => {
  const view = surface('完成固定资产投资一百六十亿元，\n增长8%以上。')
  await painted()
  // What the making of the surface asked for.
  await new Promise((done) => requestIdleCallback(() => requestAnimationFrame(done)))
  await painted()
  const idle = vi.spyOn(window, 'requestIdleCallback').mockReturnValue(0)
  const frame = vi.spyOn(window, 'requestAnimationFrame')
  for (const anchor of [1, 2, 3]) view.dispatch({ selection: { anchor } })
  expect(idle).toHaveBeenCalledOnce()
  frame.mockClear()
  idle.mock.calls[0]?.[0]({ didTimeout: false, timeRemaining: () => 50 })
  expect(frame).toHaveBeenCalledOnce()
  await painted()
  view.dispatch({ selection: { anchor: 4 } })
  expect(idle).toHaveBeenCalledTimes(2)
  idle.mock.calls[1]?.[0]({ didTimeout: false, timeRemaining: () => 50 })
  await painted()
})
