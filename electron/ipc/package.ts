import { basename } from 'node:path'
import { PACKAGE_EXTENSION } from '#shared/model/package'
import type { Feeder } from '../files/feeder'
import type { Checks } from '../files/package/checks'
import { fileNameOf } from '../files/package/file-name'
import type { OpenedPackages } from '../files/package/opened'
import type { SavingPackages } from '../files/package/saving'
import type { Handlers } from './handle'

export interface PackageNeeds {
  saving: Pick<SavingPackages, 'begin' | 'member' | 'finish' | 'cancel'>
  opened: Pick<OpenedPackages, 'open' | 'adopt' | 'journal' | 'keep' | 'close'>
  feeder: Pick<Feeder, 'enqueue'>
  checks: Checks
  /** Asks the user where to save, in the window that asked; null when the dialog was left. */
  chooseSavePath(name: string, type: typeof PACKAGE_EXTENSION, asking: unknown): Promise<string | null>
  /** Asks the user which package to open, in the window that asked; null when the dialog was left. */
  chooseOpenPath(type: typeof PACKAGE_EXTENSION, asking: unknown): Promise<string | null>
  /** Notes which window asked for a run. */
  askedFor(run: string, asking: unknown): void
  projectChanged(): void
  listChanged(): void
}

type PackageChannel = Extract<keyof Handlers, `package:${string}`>

/** Handlers of `package:*`. A token is good only for the window that got it. */
export const packageHandlers = (needs: PackageNeeds): Pick<Handlers, PackageChannel> => {
  const { saving, opened } = needs
  return {
    'package:begin': async ({ name }, asking) => {
      const path = await needs.chooseSavePath(`${fileNameOf(name)}.${PACKAGE_EXTENSION}`, PACKAGE_EXTENSION, asking)
      return path === null ? null : { token: await saving.begin(path, asking), file: basename(path) }
    },
    'package:member': async ({ token, path, bytes }, asking) => {
      await saving.member(token, asking, path, bytes)
      return null
    },
    'package:finish': ({ token, last, partial }, asking) => saving.finish(token, asking, last, partial),
    'package:cancel': async ({ token }, asking) => {
      await saving.cancel(token, asking)
      return null
    },
    'package:open': async (_input, asking) => {
      const path = await needs.chooseOpenPath(PACKAGE_EXTENSION, asking)
      return path === null ? null : needs.checks.run(asking, (signal) => opened.open(path, asking, signal))
    },
    'package:stop': (_input, asking) => {
      needs.checks.stop(asking)
      return null
    },
    'package:adopt': async ({ token, name }, asking) => {
      const id = await needs.checks.run(asking, (signal) => opened.adopt(token, asking, name, signal))
      needs.listChanged()
      needs.projectChanged()
      return { id }
    },
    'package:journal': ({ token, after, limit }, asking) => opened.journal(token, asking, after, limit),
    'package:import': async ({ token, hashes }, asking) => {
      const kept = await opened.keep(token, asking, hashes)
      const run = needs.feeder.enqueue({ mode: 'import', paths: [], kept })
      needs.askedFor(run, asking)
      return { run }
    },
    'package:close': async ({ token }, asking) => {
      await opened.close(token, asking)
      return null
    },
  }
}
