import { describe, expect, it } from 'vitest'
import { sendEvent } from '../../../electron/ipc/events'

function target(destroyed = false) {
  const sent: unknown[] = []
  return {
    sent,
    isDestroyed: () => destroyed,
    send: (event: string, payload: unknown) => void sent.push([event, payload]),
  }
}

describe('sendEvent', () => {
  it('sends what the contract says', () => {
    const window = target()
    sendEvent(window, 'menu:command', { command: 'view.library' })
    expect(window.sent).toEqual([['menu:command', { command: 'view.library' }]])
  })

  it('throws on a payload that the contract does not know, and sends nothing', () => {
    const window = target()
    expect(() => sendEvent(window, 'menu:command', { command: 'rm -rf' })).toThrow()
    expect(window.sent).toEqual([])
  })

  it('leaves a window that is gone alone', () => {
    const window = target(true)
    sendEvent(window, 'journal:behind', { last: 3 })
    expect(window.sent).toEqual([])
  })
})
