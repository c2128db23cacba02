import { afterEach, expect, it, vi } from 'vitest'
import { writeStorageOften } from '../../../electron/main/window-storage'

afterEach(() => {
  vi.useRealTimers()
})

it('has the storage of the windows written again and again', () => {
  vi.useFakeTimers()
  const flushStorageData = vi.fn()
  writeStorageOften({ flushStorageData })
  expect(flushStorageData).not.toHaveBeenCalled()
  vi.advanceTimersByTime(3000)
  expect(flushStorageData).toHaveBeenCalledTimes(3)
})
