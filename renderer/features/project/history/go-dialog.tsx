import { Button, Modal, Progress } from 'antd'
import i18next from 'i18next'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { message } from '#shared/model/identity'
import {
  type HistoryMove,
  reasonOf,
  type Session,
  UndoConflictError,
  useSession,
  type WalkProgress,
} from '../../../storage'
import { notify } from '../../../workbench'
import styles from './history.module.css'

/** Says what came of it: where it stopped, or which step stood in the way. */
async function walk(
  session: Session,
  sequence: number,
  told: (progress: WalkProgress) => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    const { reached, steps } = await session.goTo(sequence, told, signal)
    notify(reached ? 'success' : 'info', message(`history.go.${reached ? 'reached' : 'stopped'}`, { count: steps }))
  } catch (error) {
    if (error instanceof UndoConflictError && error.operation) {
      const { key, params } = error.operation
      notify('error', message('history.go.conflict', { operation: i18next.t(key, params) }))
    } else notify('error', reasonOf(error, 'project.write.failed'))
  }
}

interface GoDialogProps {
  sequence: number
  /** What is on the way; asked for once, when the dialog opens. */
  moves: readonly HistoryMove[]
  onClose: () => void
}

/** Asks before the project goes to another point of its history, then shows how far it is and can stop it. */
export function GoDialog({ sequence, moves, onClose }: GoDialogProps) {
  const { t } = useTranslation()
  const session = useSession()
  const [progress, setProgress] = useState<WalkProgress | null>(null)
  const stop = useRef(new AbortController())
  const button = useRef<HTMLButtonElement>(null)
  const undone = moves.filter(({ type }) => type === 'undo').length
  const again = moves.length - undone
  const go = () => {
    setProgress({ done: 0, total: moves.length })
    void walk(session, sequence, setProgress, stop.current.signal).then(onClose)
  }
  const leave = () => (progress ? stop.current.abort() : onClose())
  return (
    <Modal
      open
      title={t('history.go.title')}
      width={420}
      mask={{ closable: false }}
      // Later the dialog would take the focus from it.
      afterOpenChange={(open) => open && button.current?.focus()}
      onCancel={leave}
      footer={[
        <Button key="leave" onClick={leave}>
          {t(progress ? 'history.go.stop' : 'history.go.leave')}
        </Button>,
        <Button key="go" type="primary" ref={button} disabled={progress !== null} onClick={go}>
          {t('history.go.confirm')}
        </Button>,
      ]}
    >
      {undone > 0 && <p>{t('history.go.undo', { count: undone })}</p>}
      {again > 0 && <p>{t('history.go.redo', { count: again })}</p>}
      <p className={styles.quiet}>{t('history.go.keeps')}</p>
      {progress && (
        <Progress
          percent={Math.round((100 * progress.done) / Math.max(1, progress.total))}
          format={() => `${progress.done}/${progress.total}`}
          aria-label={t('history.go.title')}
        />
      )}
    </Modal>
  )
}
