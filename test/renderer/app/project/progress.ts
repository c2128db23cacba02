import type { ImportProgress } from '#shared/ipc/imports'

/** What main tells of a run that reads originals again. */
export const progress = (run: string, rest: Partial<ImportProgress> = {}): ImportProgress => ({
  run,
  mode: 'restore',
  state: 'running',
  total: 1,
  done: 0,
  imported: 0,
  duplicates: 0,
  failed: 0,
  bytes: 0,
  bytesTotal: 0,
  rate: 0,
  secondsLeft: null,
  current: '',
  part: null,
  resumed: false,
  lines: [],
  ...rest,
})
