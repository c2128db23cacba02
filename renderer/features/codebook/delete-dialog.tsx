import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../storage'
import { deleteCode } from './actions'
import { codebookState, useCodebook } from './codebook-state'

/** Asks before a code that is in use goes, and says what goes with it. */
export function DeleteDialog() {
  const { t } = useTranslation()
  const session = useSession()
  const id = useCodebook((state) => state.deleting)
  const open = useCodebook((state) => state.open)
  const code = open?.codes.find((one) => one.id === id)
  const below = open?.codes.filter(({ parent }) => parent === id).length ?? 0
  const leave = () => codebookState.setState({ deleting: null })
  return (
    <Modal
      open={code !== undefined}
      title={t('codebook.delete.title', { name: code?.name ?? '' })}
      okText={t('codebook.delete.confirm')}
      okButtonProps={{ danger: true }}
      cancelText={t('codebook.delete.leave')}
      width={400}
      onCancel={leave}
      onOk={() => code && void deleteCode(session, code.id)}
    >
      <p>{t('codebook.delete.annotations', { number: (code && open?.counts.get(code.id)) ?? 0 })}</p>
      {below > 0 && <p>{t('codebook.delete.below', { number: below })}</p>}
      <p>{t('codebook.delete.undo')}</p>
    </Modal>
  )
}
