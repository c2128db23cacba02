import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { chooseInDialog, start } from '../e2e/driver'
import { audit, type Ledger, newLedger, note, projectFolder } from './ledger'
import { aim, begin, inWindow, startMachine } from './machine'
import { OLDER } from './page/older-version'
import type { Seen } from './page/protocol'
import type { Random } from './random'
import { writeTexts } from './texts'

const FILES = 60
/** A program that migrates is killed so many milliseconds after its start, at the latest. */
const LATEST = 2_500
const WORK = 1_500

/** A profile with a project of an older data version, and what was acknowledged in it. */
export interface Template {
  ledger: Ledger
  id: string
}

/** Makes a project, codes in it, and puts its database back to an older version. */
export async function makeTemplate(folder: string): Promise<Template> {
  const profile = join(folder, 'older')
  mkdirSync(profile)
  const ledger = newLedger(profile, join(folder, 'none'), join(folder, 'none'))
  const machine = await startMachine(profile)
  const { bench, told } = machine
  await inWindow(bench, 'soak.listen()')
  writeTexts(join(folder, 'older-texts'), 0, FILES)
  await chooseInDialog(bench.app, [join(folder, 'older-texts')])
  await inWindow(bench, 'soak.take().then(() => soak.rest(true))')
  void begin(machine, 'soak.code(1)')
  await after(WORK)
  await bench.close()
  note(ledger, told)
  const again = await startMachine(profile)
  await inWindow(again.bench, 'soak.rest(true).then(() => soak.makeOlder())')
  await again.bench.close()
  const [id = ''] = readdirSync(join(profile, 'projects'))
  const path = join(projectFolder(profile, id), 'project.json')
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), dataVersion: OLDER }))
  return { ledger, id }
}

/** Kills a program that has just begun to bring an older project up to date, and looks at what the next start makes of it. */
export async function killInMigration({ ledger, id }: Template, profile: string, random: Random): Promise<string[]> {
  cpSync(ledger.profile, profile, { recursive: true })
  const bench = await start({ profile, settings: {}, opens: false })
  const fire = await aim({ bench, told: [] }, random.weighed({ main: 1, everything: 1 }))
  await after(random.whole(0, LATEST))
  await fire()
  const again = await startMachine(profile)
  await inWindow(again.bench, 'soak.rest(true)')
  const seen = await inWindow<Seen>(again.bench, 'soak.look()')
  await again.bench.close()
  const failures = await audit({ ...ledger, profile }, id, seen)
  const { dataVersion } = JSON.parse(readFileSync(join(projectFolder(profile, id), 'project.json'), 'utf8'))
  if (dataVersion === OLDER) failures.push('still of the older version')
  if (failures.length === 0) rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  return failures
}
