import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What takes a path, and how many of its arguments are paths. */
const ASKS: Readonly<Record<string, 1 | 2>> = {
  access: 1,
  appendFile: 1,
  chmod: 1,
  copyFile: 2,
  cp: 2,
  createReadStream: 1,
  createWriteStream: 1,
  exists: 1,
  link: 2,
  lstat: 1,
  mkdir: 1,
  mkdtemp: 1,
  open: 1,
  opendir: 1,
  readFile: 1,
  readdir: 1,
  readlink: 1,
  realpath: 1,
  rename: 2,
  rm: 1,
  rmdir: 1,
  stat: 1,
  statfs: 1,
  symlink: 2,
  truncate: 1,
  unlink: 1,
  utimes: 1,
  watch: 1,
  writeFile: 1,
}

/** Every path that the file system was asked for. */
export interface FileAccess {
  /** What was asked for since the last time. */
  taken(): string[]
  /** Gives the file system back. */
  stop(): void
}

/**
 * Listens to all that code of this process asks of the file system. Node's own functions are replaced, and with them
 * those that modules have imported already.
 */
export function watchFileAccess(): FileAccess {
  const paths = new Set<string>()
  const before: (() => void)[] = []
  const listen = (holder: object, name: string, count: number): void => {
    const original: unknown = Reflect.get(holder, name)
    if (typeof original !== 'function') return
    const heard = function (this: unknown, ...args: unknown[]): unknown {
      for (const path of args.slice(0, count)) note(path)
      return Reflect.apply(original, this, args)
    }
    Reflect.set(holder, name, Object.assign(heard, original))
    before.push(() => Reflect.set(holder, name, original))
  }
  const note = (path: unknown): void => {
    if (path instanceof URL) paths.add(fileURLToPath(path))
    else if (typeof path === 'string' || Buffer.isBuffer(path)) paths.add(resolve(path.toString()))
  }
  for (const [name, count] of Object.entries(ASKS)) {
    listen(fs.promises, name, count)
    listen(fs, name, count)
    listen(fs, `${name}Sync`, count)
  }
  syncBuiltinESMExports()
  return {
    taken: () => {
      const taken = [...paths]
      paths.clear()
      return taken
    },
    stop: () => {
      for (const restore of before) restore()
      syncBuiltinESMExports()
    },
  }
}
