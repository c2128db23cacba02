import { useEffect, useMemo } from 'react'
import { useSession } from '../../storage'
import { clientOf } from '../../workers/statements/client'
import { TableController } from './controller'

/** The table of a view: made with it, closed with it. While it is seen, the worker is kept. */
export function useTable(report: string | null, visible: boolean): TableController {
  const session = useSession()
  const { id } = session.project
  const table = useMemo(() => new TableController(clientOf(id), report), [id, report])
  useEffect(() => {
    void table.ask()
    return () => table.close()
  }, [table])
  useEffect(() => (visible ? clientOf(id).look() : undefined), [visible, id])
  return table
}
