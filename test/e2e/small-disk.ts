import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of its own that can be filled. */
export interface SmallDisk {
  path: string
  /** Fills it but for so many bytes. */
  fill(left: number): void
  /** Fills it, and takes what anybody gives back, until the function is called that is returned. */
  keepFull(): () => void
  /** Makes room again. */
  clear(): void
  /** Makes it read-only, or writable again; nothing may be open for writing then. */
  setReadOnly(readOnly: boolean): void
  /** Takes it away, with all that is on it. */
  remove(): void
}

const MEBIBYTE = 1024 * 1024

/**
 * Mounts a tmpfs of 64 MiB, which only root may do, on Linux.
 * @returns null where none may be mounted
 */
export function mountSmallDisk(): SmallDisk | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || process.env.DUIBIAO_OWNER) return null
  const path = mkdtempSync(join(tmpdir(), 'duibiao 小盘 '))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', path], { stdio: 'ignore' })
  } catch {
    rmSync(path, { recursive: true })
    return null
  }
  const room = join(path, 'room')
  const free = (): number => {
    const { bavail, bsize } = statfsSync(path)
    return bavail * bsize
  }
  const fill = (left: number): void => {
    while (free() > left) appendFileSync(room, Buffer.alloc(Math.max(4096, Math.min(free() - left, MEBIBYTE))))
  }
  return {
    path,
    fill,
    keepFull: () => {
      const again = (): void => {
        try {
          fill(0)
        } catch (error) {
          // Somebody else took the room between the look and the write.
          if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
        }
      }
      again()
      const timer = setInterval(again, 5)
      return () => clearInterval(timer)
    },
    clear: () => rmSync(room, { force: true }),
    setReadOnly: (readOnly) => {
      execFileSync('mount', ['-o', `remount,${readOnly ? 'ro' : 'rw'}`, path])
    },
    remove: () => {
      execFileSync('umount', [path])
      rmSync(path, { recursive: true })
    },
  }
}
