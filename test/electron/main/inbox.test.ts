import { describe, expect, it } from 'vitest'
import { Inbox } from '../../../electron/main/inbox'

describe('Inbox', () => {
  it('keeps paths until it is open, then passes them on as one import', () => {
    const delivered: string[][] = []
    const inbox = new Inbox((paths) => delivered.push(paths))
    inbox.add(['a'])
    inbox.add(['b'])
    expect(delivered).toEqual([])
    inbox.open()
    inbox.add(['c'])
    inbox.add([])
    expect(delivered).toEqual([['a', 'b'], ['c']])
  })

  it('delivers nothing twice when the window loads again', () => {
    const delivered: string[][] = []
    const inbox = new Inbox((paths) => delivered.push(paths))
    inbox.add(['a'])
    inbox.open()
    inbox.close()
    inbox.add(['b'])
    inbox.open()
    inbox.open()
    expect(delivered).toEqual([['a'], ['b']])
  })
})
