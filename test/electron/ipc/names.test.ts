import { describe, expect, it } from 'vitest'
import { CHANNELS, EVENTS } from '#shared/ipc/channels'
import { DICTIONARIES } from '#shared/locales/translate'

it('has every channel and event under a name of its own', () => {
  expect(new Set<string>([...CHANNELS, ...EVENTS]).size).toBe(CHANNELS.length + EVENTS.length)
})

describe('the messages of main', () => {
  it('are in both languages, with the same keys', () => {
    const keys = (node: object, prefix = ''): string[] =>
      Object.entries(node).flatMap(([name, value]) =>
        typeof value === 'string' ? [prefix + name] : keys(value, `${prefix}${name}.`),
      )
    for (const namespace of ['errors', 'menu']) {
      const [zh, en] = [DICTIONARIES['zh-CN'][namespace], DICTIONARIES.en[namespace]]
      expect(keys(Object(zh)).sort()).toEqual(keys(Object(en)).sort())
    }
  })
})
