import { describe, expect, it } from 'vitest'
import { isTrustedSender, ownUrl } from '../../../electron/ipc/trusted-sender'

describe('isTrustedSender', () => {
  it.each(['app://duibiao/index.html', 'app://duibiao/', 'app://duibiao/index.html#/reader', 'app://duibiao/?a=1'])(
    'takes %s',
    (url) => {
      expect(isTrustedSender({ url, parent: null }, true)).toBe(true)
    },
  )

  it.each([
    'app://duibiao/importer.html',
    'app://duibiao.example/index.html',
    'app://duibiao:8080/index.html',
    'app://user@duibiao/index.html',
    'app://other/index.html',
    'https://duibiao/index.html',
    'http://localhost:5173/index.html',
    'file:///index.html',
    'about:blank',
    'data:text/html,app://duibiao/index.html',
    '',
    'index.html',
  ])('refuses %s', (url) => {
    expect(isTrustedSender({ url, parent: null }, true)).toBe(false)
  })

  it('refuses another window whatever address it gives itself', () => {
    expect(isTrustedSender({ url: 'app://duibiao/index.html', parent: null }, false)).toBe(false)
  })

  it('refuses a frame inside our page and a frame that is gone', () => {
    expect(isTrustedSender({ url: 'app://duibiao/index.html', parent: {} }, true)).toBe(false)
    expect(isTrustedSender(null, true)).toBe(false)
  })
})

describe('ownUrl', () => {
  it('tells our pages from others', () => {
    expect(ownUrl('app://duibiao/importer.html')?.pathname).toBe('/importer.html')
    expect(ownUrl('app://duibiao.evil/')).toBeNull()
  })
})
