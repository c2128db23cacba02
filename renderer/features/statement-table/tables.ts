import { useEffect, useMemo } from 'react'
import { useSession } from '../../storage'
import { clientOf } from '../../workers/statements/client'
import { TableController } from './controller'

let active: TableController | null = null

/** The table in front, null where there is none. */
export const activeTable = (): TableController | null => active

/** The table of a view: made with it, closed with it. While it is in front, commands act on it. */
export function useTable(report: string | null, visible: boolean): TableController {
  const session = useSession()
  const { id } = session.project
  const table = useMemo(() => new TableController(clientOf(id), report), [id, report])
  useEffect(() => {
    void table.ask()
    return () => table.close()
  }, [table])
  useEffect(() => {
    if (!visible) return
    const stop = clientOf(id).look()
    active = table
    return () => {
      stop()
      if (active === table) active = null
    }
  }, [visible, table, id])
  return table
}
