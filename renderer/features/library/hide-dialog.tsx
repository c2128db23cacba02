import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { hideSource, reasonOf, useSession } from '../../storage'
import { notify } from '../../workbench'
import type { LibraryLine } from './rows'
import { libraryState, useLibrary } from './state'

const close = () => libraryState.setState({ hiding: null })

/** Asks before a source is taken out of sight. */
export function HideDialog({ lines }: { lines: readonly LibraryLine[] }) {
  const { t } = useTranslation()
  const session = useSession()
  const hiding = useLibrary((state) => state.hiding)
  const line = lines.find((candidate) => candidate.id === hiding)
  const hide = async () => {
    close()
    if (!line) return
    try {
      await hideSource(session, line.source.hash)
    } catch (error) {
      notify('error', reasonOf(error, 'project.write.failed'))
    }
  }
  return (
    <Modal
      open={line !== undefined}
      width={440}
      title={t('library.hide.title')}
      okText={t('library.hide.confirm')}
      okButtonProps={{ autoFocus: true, size: 'middle' }}
      cancelText={t('library.hide.cancel')}
      cancelButtonProps={{ size: 'middle' }}
      onOk={hide}
      onCancel={close}
    >
      <p>
        {t('library.hide.what', {
          name: line?.source.name ?? '',
          reports: line?.reports.length ?? 0,
          annotations: line?.annotations ?? 0,
        })}
      </p>
      <p>{t('library.hide.kept')}</p>
    </Modal>
  )
}
