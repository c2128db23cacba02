import { useEffect, useState } from 'react'
import type { Output } from '#shared/ipc/contract'
import { listen, request } from '../../../bridge'
import { notify } from '../../../workbench'

export type ProjectList = Output<'project:list'>
export type ListedProject = ProjectList['projects'][number]

/** The projects of the profile, followed; null until they are there. */
export function useProjects(): ProjectList | null {
  const [list, setList] = useState<ProjectList | null>(null)
  useEffect(() => {
    let gone = false
    const read = async () => {
      const answer = await request('project:list', null)
      if (gone) return
      if (answer.ok) setList(answer.value)
      else notify('error', answer.error)
    }
    void read()
    const stop = listen('project:listChanged', () => void read())
    return () => {
      gone = true
      stop()
    }
  }, [])
  return list
}
