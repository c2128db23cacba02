/**
 * Runs a command in a network of its own that leads nowhere, and counts what tries to leave it: the proof from outside
 * the app that nothing does. The command sees a machine that is connected (an interface, addresses, a way out for both
 * versions of IP, a name server behind it), so nothing stays silent for want of a network; every packet on that way is
 * counted by the kernel and ends there. What goes to this machine itself goes on working. Linux only.
 *
 * Run by itself, inside the namespaces that `inClosedNetwork` makes: sets the network up, runs the command that its
 * arguments name, and ends with the command's code, or 1 where a packet left.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { command } from './command.mjs'
import { isProgram } from './project.mjs'
import { run, Stop, say } from './say.mjs'

const HERE = fileURLToPath(import.meta.url)

/** Set for the command, to the number of packets that had left when it began: none. */
export const CLOSED = 'DUIBIAO_CLOSED_NETWORK'

/** Addresses that are kept for documentation: nobody has them. */
const NAME_SERVER = '192.0.2.53'
const INTERFACE = 'eth0'
const PEER = 'peer0'

/**
 * A pair of interfaces, since every kernel has them; packets into one come out of the other, which nobody reads. Without
 * link-local addresses and neighbours to ask for, the kernel itself sends nothing.
 */
const SET_UP = [
  'link set lo up',
  `link add ${INTERFACE} type veth peer name ${PEER}`,
  ...[PEER, INTERFACE].flatMap((name) => [
    `link set ${name} addrgenmode none`,
    `link set ${name} arp off`,
    `link set ${name} up`,
  ]),
  `addr add 198.51.100.2/24 dev ${INTERFACE}`,
  `route add default dev ${INTERFACE}`,
]

/** Left out where the kernel has no IPv6: nothing can leave by it then. */
const SET_UP_6 = [`-6 addr add 2001:db8::2/64 dev ${INTERFACE} nodad`, `-6 route add default dev ${INTERFACE}`]

/**
 * A command in a closed network.
 * @returns {[string, string[]]} command and arguments
 */
export function inClosedNetwork(program, args, uid = process.getuid?.()) {
  // An ordinary user becomes no root in it: Chromium would leave its own sandbox out.
  const own = uid === 0 ? [] : ['--user', '--map-current-user', '--keep-caps']
  return ['unshare', [...own, '--net', '--mount', process.execPath, HERE, program, ...args]]
}

/** Why no closed network can be made here, or null where one can. */
export async function whyNoClosedNetwork() {
  if (process.platform !== 'linux') return `there is none on ${process.platform}`
  const [program, args] = inClosedNetwork('true', [])
  const { code, output } = await command(program, args, { capture: true })
  return code === 0 ? null : (output.trim().split('\n').at(-1) ?? `${program} ended with code ${code}`)
}

/** How many packets have left this process's network, or tried to: those to the machine itself are not counted. */
export async function packetsSent() {
  return packetsIn(await readFile('/proc/self/net/dev', 'utf8'))
}

/**
 * Packets that were sent, dropped or broken on their way out, over all interfaces but the machine's own.
 * @param {string} table `/proc/net/dev`
 */
export function packetsIn(table) {
  let packets = 0
  for (const line of table.split('\n').slice(2)) {
    const [name, counts] = line.split(':')
    if (counts === undefined || name.trim() === 'lo') continue
    // Eight columns of what was received; then bytes, packets, errors and drops of what was sent.
    const [sent, broken, dropped] = counts.trim().split(/\s+/).slice(9, 12).map(Number)
    packets += sent + broken + dropped
  }
  return packets
}

async function ip(words) {
  const { code, output } = await command('ip', words.split(' '), { capture: true })
  if (code === 127) throw new Stop('there is no program "ip" (Debian: apt-get install iproute2)')
  if (code !== 0) throw new Stop(`ip ${words}: ${output.trim()}`)
}

/** A name server that is reached by the way out alone: the machine's own may be on the machine itself. */
async function nameServer(folder) {
  const file = join(folder, 'resolv.conf')
  await writeFile(file, `nameserver ${NAME_SERVER}\n`)
  const { code, output } = await command('mount', ['--bind', file, '/etc/resolv.conf'], { capture: true })
  if (code !== 0) throw new Stop(`the name server cannot be replaced: ${output.trim()}`)
}

/** The rights to set the network up are not the command's. */
function withoutRights(words) {
  if (process.getuid?.() === 0) return words
  return ['setpriv', '--ambient-caps=-all', '--inh-caps=-all', ...words]
}

if (isProgram(import.meta.url))
  await run(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'duibiao-network-'))
    try {
      for (const words of SET_UP) await ip(words)
      if (await readFile('/proc/net/if_inet6').catch(() => null)) for (const words of SET_UP_6) await ip(words)
      await nameServer(folder)
      const [program, ...args] = withoutRights(process.argv.slice(2))
      const { code } = await command(program, args, { env: { ...process.env, [CLOSED]: '1' } })
      const packets = await packetsSent()
      if (packets > 0) say(`duibiao: ${packets} packets tried to leave for the network`)
      return packets > 0 ? 1 : code
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
