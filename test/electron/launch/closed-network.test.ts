import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { inClosedNetwork, packetsIn, whyNoClosedNetwork } from '../../../electron/launch/closed-network.mjs'

const why = await whyNoClosedNetwork()
if (why) console.warn(`duibiao: no closed network here (${why}); its tests are skipped`)

/** Runs a program for Node in a closed network. */
function run(program: string) {
  const [command, args] = inClosedNetwork(process.execPath, ['-e', program])
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  return { status, out: stdout.trim(), err: stderr.trim() }
}

describe.runIf(why === null)('a closed network', () => {
  it.each([
    ['a datagram', "const s = require('dgram').createSocket('udp4'); s.send('x', 9, '192.0.2.7', () => s.close())"],
    [
      'one of IPv6',
      "const s = require('dgram').createSocket('udp6'); s.send('x', 9, '2001:db8:1::7', () => s.close())",
    ],
    ['a connection', "const s = require('net').connect(443, '192.0.2.7'); setTimeout(() => s.destroy(), 100)"],
    ['a look-up of a name', "require('dns').resolve4('a.example', () => 0); setTimeout(() => process.exit(), 100)"],
  ])('sees %s', (_name, program) => {
    const { status, err } = run(program)
    expect(err).toMatch(/^duibiao: [1-9]\d* packets tried to leave for the network$/)
    expect(status).toBe(1)
  })

  it('lets what stays on the machine go on, and hands on how the command ended', () => {
    const program = `
      require('http').createServer((_, answer) => answer.end('here')).listen(0, '127.0.0.1', async function () {
        const answer = await fetch('http://127.0.0.1:' + this.address().port)
        console.log(await answer.text(), process.env.DUIBIAO_CLOSED_NETWORK)
        process.exit(7)
      })`
    expect(run(program)).toEqual({ status: 7, out: 'here 1', err: '' })
  })

  it('looks like a network to the command, and gives it no rights over it', () => {
    const { out } = run(`
      const { eth0 } = require('os').networkInterfaces()
      console.log(eth0.map(({ family }) => family).sort().join(), process.getuid() === ${process.getuid?.()})`)
    expect(out).toMatch(/^IPv4(,IPv6)? true$/)
  })
})

describe('the count', () => {
  it('is of all that was sent, broken or dropped on its way out, but not to the machine itself', () => {
    const table = `Inter-|   Receive                                                |  Transmit
 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
    lo:    9999      99    0    0    0     0          0         0     9999      99    1    1    0     0       0          0
  eth0:       7       7    7    7    7     7          7         7      106       2    3    4    5     5       5          5
 peer0:     106       2    0    0    0     0          0         0        0       0    0    0    0     0       0          0
`
    expect(packetsIn(table)).toBe(9)
  })
})
