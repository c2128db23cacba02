import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { chooseInDialog, saveInDialog } from '../e2e/driver'
import { audit, type Ledger, newLedger, note } from './ledger'
import { aim, begin, inWindow, type Machine, revive, startMachine, type Target } from './machine'
import { killInMigration, makeTemplate } from './migration'
import type { Seen } from './page/protocol'
import { type Random, randomOf } from './random'
import type { SoakRow } from './row'
import { writeTexts } from './texts'

/** How often each is met. */
const ACTIVITIES = { import: 4, code: 4, bulk: 3, package: 2, backup: 2, copy: 1, importAndCode: 3, migration: 1 }
type Activity = keyof typeof ACTIVITIES
const TARGETS: Record<Target, number> = { main: 3, everything: 3, renderer: 3, importer: 0 }
/** There is an importer only where something is imported. */
const TARGETS_IN_IMPORT: Record<Target, number> = { ...TARGETS, importer: 4 }

const isImport = (activity: Activity): boolean => activity === 'import' || activity === 'importAndCode'

/** A kill comes so many milliseconds after the activity began, at the latest: an import or a package takes its time. */
const LATEST = 1_200
const LATEST_OF_LONG = 2_500
/** Files of an import, and how many files a project has before no more are imported. */
const FILES = 24
const MOST_FILES = 700

export interface FaultOptions {
  seed: number
  kills: number
  /** When it ends even with fewer kills, in milliseconds of the clock. */
  until?: number
  /** Told after each kill. */
  told?: (line: string) => void
}

/** A soak under way: one profile over all kills, so that damage would add up. */
interface Soak {
  folder: string
  ledger: Ledger
  machine: Machine
  random: Random
}

/** Sets dialogs and files up for an activity. @returns the calls in the window that make it */
async function prepared(
  { machine, folder, ledger, random }: Soak,
  activity: Activity,
  round: number,
): Promise<string[]> {
  const { app } = machine.bench
  const texts = async (): Promise<string> => {
    const from = join(folder, 'texts', String(round))
    if (ledger.imported.size < MOST_FILES) writeTexts(from, round, FILES)
    else mkdirSync(from, { recursive: true })
    await chooseInDialog(app, [from])
    return 'soak.take()'
  }
  const coding = (call: 'code' | 'bulk') => `soak.${call}(${random.whole(0, 1e9)})`
  switch (activity) {
    case 'import':
      return [await texts()]
    case 'importAndCode':
      return [await texts(), coding('code')]
    case 'code':
    case 'bulk':
      return [coding(activity)]
    case 'package':
      await saveInDialog(app, join(ledger.packages, `${round % 3}.duibiao`))
      return ['soak.pack()', ...(random.chance(0.5) ? [coding('code')] : [])]
    case 'backup':
      await chooseInDialog(app, [ledger.backups])
      return ['soak.backup()', ...(random.chance(0.5) ? [coding('code')] : [])]
    case 'copy':
      return ['soak.copy()']
    case 'migration':
      return []
  }
}

/** Looks at all of it once it is at rest. */
async function check(soak: Soak, resume: boolean): Promise<string[]> {
  const { bench, told } = soak.machine
  await inWindow(bench, `soak.rest(${resume})`)
  const failures = note(soak.ledger, told.splice(0))
  const seen = await inWindow<Seen>(bench, 'soak.look()')
  const id = await inWindow<string>(
    bench,
    "window.duibiao.invoke('project:open', null).then(({ value }) => value.project.id)",
  )
  failures.push(...(await audit(soak.ledger, id, seen)))
  if (seen.projects.length > 2) {
    await inWindow(bench, 'soak.clear()')
    soak.ledger.made = soak.ledger.made.filter(({ kind }) => kind !== 'copy')
  }
  return failures
}

/** One kill, and a look at what it left. */
async function kill(soak: Soak, activity: Activity, target: Target, round: number): Promise<string[]> {
  const { machine, random, ledger } = soak
  const latest = isImport(activity) || activity === 'package' || activity === 'backup' ? LATEST_OF_LONG : LATEST
  const [delay, resume] = [random.whole(0, latest), random.chance(0.7)]
  const calls = await prepared(soak, activity, round)
  const fire = await aim(machine, target)
  const begun = calls.map((call) => begin(machine, call))
  await after(delay)
  await fire()
  if (target === 'importer') {
    // The program goes on by itself.
    await inWindow(machine.bench, 'soak.stop()')
    await Promise.all(begun)
    return check(soak, resume)
  }
  if (target === 'renderer') await revive(machine)
  else {
    await Promise.all(begun)
    // What the end itself made fail is no failure.
    note(ledger, machine.told.splice(0))
    soak.machine = await startMachine(ledger.profile)
  }
  const failures = await check(soak, resume)
  await inWindow(soak.machine.bench, 'soak.listen()')
  return failures
}

/** Kills the program at random moments of random work, and looks each time whether all that counted is there. */
export async function killRows({
  seed,
  kills,
  until = Number.POSITIVE_INFINITY,
  told = () => undefined,
}: FaultOptions): Promise<SoakRow> {
  const random = randomOf(seed)
  const folder = mkdtempSync(join(tmpdir(), 'duibiao 浸泡 '))
  const [profile, packages, backups] = ['profile', 'packages', 'backups'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  for (const one of [profile, packages, backups]) mkdirSync(one)
  const failures: string[] = []
  const counts = new Map<string, number>()
  const template = await makeTemplate(folder)
  const soak: Soak = {
    folder,
    random,
    ledger: newLedger(profile, packages, backups),
    machine: await startMachine(profile),
  }
  await inWindow(soak.machine.bench, 'soak.listen()')
  let round = 0
  try {
    for (; round < kills && Date.now() < until; round++) {
      const activity = round === 0 ? 'import' : random.weighed(ACTIVITIES)
      const target = random.weighed(isImport(activity) ? TARGETS_IN_IMPORT : TARGETS)
      const found =
        activity === 'migration'
          ? await killInMigration(template, join(folder, `older-${round}`), random)
          : await kill(soak, activity, target, round)
      const name = activity === 'migration' ? activity : `${activity}/${target}`
      counts.set(name, (counts.get(name) ?? 0) + 1)
      failures.push(...found.map((failure) => `kill ${round + 1}, ${name}: ${failure}`))
      told(
        `${new Date().toTimeString().slice(0, 8)} kill ${round + 1} of ${kills}, ${name}: ${found.length === 0 ? 'whole' : found.join('; ')}`,
      )
    }
    await soak.machine.bench.close()
  } catch (error) {
    failures.push(`kill ${round + 1}: ${error instanceof Error ? error.stack : String(error)}`)
    await soak.machine.bench.kill()
  }
  if (failures.length === 0) rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  const { entries, imported, made } = soak.ledger
  const note = `${entries.size} steps, ${imported.size} files, ${made.length} packages and backups acknowledged; ${[...counts].map(([name, count]) => `${name} ${count}`).join(', ')}`
  return {
    name: 'kill -9',
    rounds: round,
    failures,
    seed,
    note: failures.length === 0 ? note : `${note}; left in ${folder}`,
  }
}
