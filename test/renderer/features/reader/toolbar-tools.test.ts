import { describe, expect, it } from 'vitest'
import { shareTools, TOOLS } from '../../../../renderer/features/reader/toolbar-tools'

const ids = (tools: readonly { command: string }[]) => tools.map(({ command }) => command)

describe('the tools of the reader', () => {
  it('are all in a wide bar', () => expect(shareTools(TOOLS, 900)).toEqual({ shown: TOOLS, hidden: [] }))

  it.each([300, 420, 500, 560])('are all to be had at %i pixels, find and typography in the bar', (width) => {
    const { shown, hidden } = shareTools(TOOLS, width)
    expect(ids([...shown, ...hidden]).sort()).toEqual(ids(TOOLS).sort())
    expect(ids(shown)).toEqual(expect.arrayContaining(['reader.find', 'reader.typography']))
    expect(hidden.length).toBeGreaterThan(0)
  })
})
