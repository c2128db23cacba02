import { Checkbox, Modal } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Code } from '#shared/model/code'
import { mergeCodes } from '../../storage'
import { attempt } from '../places'
import { CodeSelect } from './code-select'
import { type OpenCodebook, selectCode } from './codebook-state'
import styles from './dialogs.module.css'
import { focusFirstField } from './first-field'

interface MergeDialogProps {
  /** Codes that go into another. */
  codes: readonly Code[]
  open: OpenCodebook
  onLeave: () => void
}

/** Merges codes into another; of several that are marked, one of them may be it. */
export function MergeDialog({ codes, open, onLeave }: MergeDialogProps) {
  const { t } = useTranslation()
  const [first] = codes
  const [into, setInto] = useState<string | null>(codes.length > 1 ? (first?.id ?? null) : null)
  const [join, setJoin] = useState(true)
  const without = useMemo(() => new Set(codes.length === 1 && first ? [first.id] : []), [codes.length, first])
  const gone = codes.filter(({ id }) => id !== into)
  const confirm = async () => {
    if (into === null || gone.length === 0) return
    onLeave()
    const merged = await attempt(
      mergeCodes(
        open.session,
        gone.map(({ id }) => id),
        into,
        join,
      ),
    )
    if (merged) selectCode(into)
  }
  const names = gone.map(({ name }) => t('codebook.merge.name', { name })).join(t('codebook.merge.and'))
  return (
    <Modal
      open
      title={t('codebook.merge.title')}
      okText={t('codebook.merge.confirm')}
      okButtonProps={{ disabled: into === null }}
      cancelText={t('codebook.delete.leave')}
      width={460}
      onCancel={onLeave}
      afterOpenChange={focusFirstField}
      onOk={() => void confirm()}
    >
      <div className={styles.form}>
        <p className={styles.text}>{t('codebook.merge.what', { names })}</p>
        <CodeSelect
          autoFocus
          label={t('codebook.merge.into')}
          codes={open.codes}
          without={without}
          value={into}
          onChange={setInto}
        />
        <Checkbox checked={join} onChange={(event) => setJoin(event.target.checked)}>
          {t('codebook.merge.join')}
        </Checkbox>
        <p className={styles.quiet}>{t('codebook.merge.rest')}</p>
      </div>
    </Modal>
  )
}
