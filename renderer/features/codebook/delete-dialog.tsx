import { Modal, Radio } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { withBelow } from '#shared/coding/code-tree'
import type { Code } from '#shared/model/code'
import { annotationFacts, type CodeRemoval, removeCodes, useLive } from '../../storage'
import { attempt } from '../places'
import { selectNext } from './actions'
import { CodeSelect } from './code-select'
import type { OpenCodebook } from './codebook-state'
import styles from './dialogs.module.css'
import { FIRST_FIELD, focusFirstField } from './first-field'

interface DeleteDialogProps {
  codes: readonly Code[]
  open: OpenCodebook
  onLeave: () => void
}

type Spans = 'uncode' | 'drop' | 'give'

/** Asks before codes that are in use go: what becomes of their annotations, and of the codes below. */
export function DeleteDialog({ codes, open, onLeave }: DeleteDialogProps) {
  const { t } = useTranslation()
  const [spans, setSpans] = useState<Spans>('uncode')
  const [children, setChildren] = useState<CodeRemoval['children']>('up')
  const [to, setTo] = useState<string | null>(null)
  const ids = useMemo(() => codes.map(({ id }) => id), [codes])
  const below = useMemo(() => withBelow(open.codes, ids), [open.codes, ids])
  const gone = useMemo(() => (children === 'remove' ? below : new Set(ids)), [children, below, ids])
  const carried = useLive(
    async (db) => {
      let number = 0
      for (const fact of (await annotationFacts(db)).facts.values()) if (fact.codes.some((id) => gone.has(id))) number++
      return number
    },
    [gone],
  )
  const name = codes[0]?.name ?? ''
  const confirm = async () => {
    if (spans === 'give' && to === null) return
    onLeave()
    selectNext(gone)
    const removal: CodeRemoval = {
      spans: spans === 'give' && to !== null ? { to } : spans === 'drop' ? 'drop' : 'uncode',
      children,
    }
    await attempt(removeCodes(open.session, ids, removal))
  }
  return (
    <Modal
      open
      title={
        codes.length === 1
          ? t('codebook.delete.title', { name })
          : t('codebook.delete.titleMany', { count: codes.length })
      }
      okText={t('codebook.delete.confirm')}
      okButtonProps={{ danger: true, disabled: spans === 'give' && to === null }}
      cancelText={t('codebook.delete.leave')}
      width={460}
      onCancel={onLeave}
      afterOpenChange={focusFirstField}
      onOk={() => void confirm()}
    >
      <div className={styles.form}>
        <p className={styles.text} role="status">
          {t('codebook.delete.annotations', { number: carried ?? 0 })}
        </p>
        <Radio.Group
          className={`${styles.choices} ${FIRST_FIELD}`}
          aria-label={t('codebook.delete.spans')}
          value={spans}
          onChange={(event) => setSpans(event.target.value)}
          options={(['uncode', 'drop', 'give'] as const).map((value) => ({
            value,
            label: t(`codebook.delete.${value}`),
          }))}
        />
        {spans === 'give' && (
          <CodeSelect
            autoFocus
            label={t('codebook.delete.to')}
            codes={open.codes}
            without={gone}
            value={to !== null && gone.has(to) ? null : to}
            onChange={setTo}
          />
        )}
        {below.size > ids.length && (
          <>
            <p className={styles.text}>{t('codebook.delete.below', { number: below.size - ids.length })}</p>
            <Radio.Group
              className={styles.choices ?? ''}
              aria-label={t('codebook.delete.children')}
              value={children}
              onChange={(event) => setChildren(event.target.value)}
              options={(['up', 'remove'] as const).map((value) => ({ value, label: t(`codebook.delete.${value}`) }))}
            />
          </>
        )}
        <p className={styles.quiet}>{t('codebook.delete.undo')}</p>
      </div>
    </Modal>
  )
}
