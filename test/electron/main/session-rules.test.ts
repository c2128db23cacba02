import { describe, expect, it } from 'vitest'
import { contentPolicy } from '../../../electron/main/content-policy'
import { isAllowedRequest, isGranted } from '../../../electron/main/session-rules'
import { offlineSwitches } from '../../../electron/main/switches'

const DEV = 'http://localhost:5173'

describe('isGranted', () => {
  it.each([
    ['persistent-storage', 'app://duibiao/', true],
    ['persistent-storage', 'app://duibiao/index.html', true],
    ['persistent-storage', 'https://example.com/', false],
    ['persistent-storage', '', false],
    ['notifications', 'app://duibiao/', false],
    ['clipboard-read', 'app://duibiao/', false],
    ['media', 'app://duibiao/', false],
  ])('%s for %s: %s', (permission, origin, granted) => {
    expect(isGranted(permission, origin)).toBe(granted)
  })
})

describe('isAllowedRequest', () => {
  it.each([
    ['app://duibiao/assets/a.js', null, true],
    ['devtools://devtools/bundled/inspector.html', null, true],
    ['data:image/png;base64,AA==', null, true],
    ['blob:app://duibiao/1234', null, true],
    ['blob:https://example.com/1234', null, false],
    ['https://example.com/', null, false],
    ['http://localhost:5173/a.ts', null, false],
    ['ws://localhost:5173/', null, false],
    ['file:///etc/passwd', null, false],
    ['app://other/', null, false],
    ['not a url', null, false],
    ['http://localhost:5173/a.ts', DEV, true],
    ['ws://localhost:5173/?token=x', DEV, true],
    ['ws://duibiao/', DEV, false],
    ['http://localhost:5174/', DEV, false],
    ['http://localhost.example.com:5173/', DEV, false],
    ['https://example.com/', DEV, false],
  ])('%s (development: %s): %s', (url, devServer, allowed) => {
    expect(isAllowedRequest(url, devServer)).toBe(allowed)
  })
})

describe('contentPolicy', () => {
  it('lets nothing in from elsewhere and evaluates nothing', () => {
    const policy = contentPolicy(null)
    expect(policy).toContain("default-src 'none'; script-src 'self'; worker-src 'self'")
    expect(policy).toContain("connect-src 'self';")
    expect(policy).not.toMatch(/unsafe-eval|https?:|wss?:|\*/)
    expect(policy.match(/'unsafe-inline'/g)).toHaveLength(1)
  })

  it('lets the socket of the Vite server through in development only', () => {
    expect(contentPolicy(DEV)).toContain("connect-src 'self' ws://localhost:5173 ws://duibiao;")
  })
})

describe('offlineSwitches', () => {
  it('resolves no name, in development only the own machine', () => {
    const rules = (development: boolean) =>
      offlineSwitches(development).find(([name]) => name === 'host-resolver-rules')?.[1]
    expect(rules(false)).toBe('MAP * ~NOTFOUND')
    expect(rules(true)).toContain('EXCLUDE localhost')
  })
})
