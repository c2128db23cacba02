import { Modal } from 'antd'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { type ExtractedMatter, matterName } from '#shared/model/matter'
import { editMatter, type MatterRow, useSession } from '../../storage'
import { attempt } from '../places'
import { firstField, MatterForm } from '../statements'
import { currentRow } from './choosing'
import type { MattersController } from './controller'

/** Opens the form of the current matter. */
export function editCurrent(table: MattersController): void {
  const row = currentRow(table)
  if (row) table.store.setState({ editing: row })
}

/** The form of a matter, over the table. */
export function MatterEditor({ table }: { table: MattersController }) {
  const row = useStore(table.store, (state) => state.editing)
  return row && <Editor key={row.key} table={table} row={row} />
}

function Editor({ table, row }: { table: MattersController; row: MatterRow }) {
  const session = useSession()
  const known = useStore(table.store, (state) => state.known)
  const text = useStore(table.material.store, ({ of }) => of.get(row.report)?.text)
  useEffect(() => void table.material.need([row]), [table, row])
  const close = () => table.store.setState({ editing: null })
  const save = (changed: ExtractedMatter) => {
    close()
    void attempt(editMatter(session, row.report, row.key, changed))
  }
  if (text === undefined) return null
  return (
    <Modal open title={matterName(row.content)} footer={null} width={480} onCancel={close}>
      <div data-key-scope="form">
        <MatterForm
          matter={row.content}
          text={text}
          lists={(known?.byReport.get(row.report) ?? []).filter(({ content }) => content.type === 'list')}
          titleKey="matters.review.form.edit"
          focus={firstField(row.content.type)}
          onSave={save}
          onLeave={close}
        />
      </div>
    </Modal>
  )
}
