import { afterAll, beforeAll, expect } from 'vitest'
import { CLOSED, packetsSent } from '../../electron/launch/closed-network.mjs'

/*
 * After each file of end-to-end tests: nothing has tried to leave for the network meanwhile, as the kernel counts it.
 * (Before it ends, the run asks once more for all of them together.)
 */
if (process.env[CLOSED]) {
  let before = 0
  beforeAll(async () => {
    before = await packetsSent()
  })
  afterAll(async () => {
    expect((await packetsSent()) - before, 'packets that tried to leave for the network').toBe(0)
  })
}
