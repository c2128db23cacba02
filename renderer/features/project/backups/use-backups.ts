import { useEffect, useState } from 'react'
import type { Output } from '#shared/ipc/contract'
import { listen, request } from '../../../bridge'
import { notify } from '../../../workbench'

export type BackupState = Output<'backup:state'>
export type ListedBackup = Output<'backup:list'>[number]

/** How backups stand, followed; null until it is known. */
export function useBackupState(): BackupState | null {
  const [state, setState] = useState<BackupState | null>(null)
  useEffect(() => {
    let gone = false
    void request('backup:state', null).then((answer) => {
      if (gone) return
      if (answer.ok) setState(answer.value)
      else notify('error', answer.error)
    })
    const stop = listen('backup:changed', setState)
    return () => {
      gone = true
      stop()
    }
  }, [])
  return state
}

/** What the folder of backups holds; null until it is known. It is read again when another one was written. */
export function useBackupList(state: BackupState | null): ListedBackup[] | null {
  const [list, setList] = useState<ListedBackup[] | null>(null)
  const folder = state?.folder ?? null
  const newest = state?.last?.file ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: a backup that was just written is one more in the folder
  useEffect(() => {
    if (folder === null) return setList(null)
    let gone = false
    void request('backup:list', null).then((answer) => {
      if (gone) return
      setList(answer.ok ? answer.value : [])
      if (!answer.ok) notify('error', answer.error)
    })
    return () => {
      gone = true
    }
  }, [folder, newest])
  return list
}
