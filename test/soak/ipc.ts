import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { availableParallelism, constants, setPriority, tmpdir } from 'node:os'
import { CHANNELS, type Channel } from '#shared/ipc/channels'
import { fuzzChannels } from '../electron/ipc/fuzz/fuzz'
import type { SoakRow } from './row'

/** Payloads for each channel. */
const PAYLOADS = 10_000
/** Folders in memory, where the system has them: what is tried here is not the disk. */
const MEMORY = '/dev/shm'

export interface IpcOptions {
  seed: number
  /** Told of each channel that is done. */
  told?: (line: string) => void
}

/**
 * Sends random and hostile payloads to every channel, over the real handlers and real folders: each is answered by the
 * contract, none goes where nobody sent it. Each channel is tried in a process of its own, which listens to what it asks
 * of the file system, and which leaves the way to everything else: it needs only what the kills leave of the machine.
 */
export async function ipcRows({ seed, told = () => undefined }: IpcOptions): Promise<SoakRow[]> {
  const rows: SoakRow[] = []
  const left = CHANNELS.values()
  const lane = async (): Promise<void> => {
    for (const channel of left) {
      const row = await rowOf(channel, seed)
      told(`${row.name}: ${row.rounds} payloads, ${row.note}, ${row.failures.length} failures`)
      rows.push(row)
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, availableParallelism() - 1) }, lane))
  return rows.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** A channel in a process of its own. */
function rowOf(channel: Channel, seed: number): Promise<SoakRow> {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, [channel, String(seed)])
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW)
    let row: SoakRow | null = null
    child.on('message', (message) => {
      row = message as SoakRow
    })
    child.on('error', reject)
    child.on('exit', (code) => {
      const died = { name: `ipc ${channel}`, rounds: 0, failures: [`its process ended with ${code}`], seed, note: '' }
      resolve(row ?? died)
    })
  })
}

async function fuzz(channel: Channel, seed: number): Promise<SoakRow> {
  const disk = existsSync(MEMORY) ? MEMORY : tmpdir()
  const [fuzzed] = await fuzzChannels({ payloads: PAYLOADS, seed, channels: [channel], disk })
  if (!fuzzed) throw new Error(`no channel ${channel}`)
  const { sent, taken, failures } = fuzzed
  return {
    name: `ipc ${channel}`,
    rounds: sent,
    failures: taken === 0 ? [...failures, 'nothing was taken'] : failures.slice(0, 20),
    seed,
    note: `${taken} were fitting`,
  }
}

if (process.argv[1] === import.meta.filename && process.send) {
  const [name, seed] = process.argv.slice(2)
  const channel = CHANNELS.find((known) => known === name)
  if (!channel) throw new Error(`no channel ${name}`)
  process.send(await fuzz(channel, Number(seed)))
  process.disconnect()
}
