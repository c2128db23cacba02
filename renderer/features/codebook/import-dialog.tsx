import { useVirtualizer } from '@tanstack/react-virtual'
import { Checkbox, Modal } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlannedCode } from '#shared/coding/codebook-import'
import type { ReadCodebook } from '#shared/exchange/codebook-csv'
import { planCodes, useLive, useSession } from '../../storage'
import styles from './dialogs.module.css'
import { importRead } from './files'
import { FIRST_FIELD, focusFirstField } from './first-field'

/** Height of a line in pixels. */
const LINE = 26

interface ImportDialogProps {
  file: string
  read: ReadCodebook
  onLeave: () => void
}

const STATUSES = ['new', 'changed', 'same', 'fault'] as const
const NONE: readonly PlannedCode[] = []

/** Shows what a table of codes would change, line by line, before anything is. */
export function ImportDialog({ file, read, onLeave }: ImportDialogProps) {
  const { t } = useTranslation()
  const { author } = useSession()
  const planned = useLive((db) => planCodes(db, author, read.codes), [read, author]) ?? NONE
  const [hideSame, setHideSame] = useState(false)
  const lines = useMemo(() => {
    const faults = read.faults.map(
      ({ line, fault }): PlannedCode => ({
        line,
        fault,
        path: [],
        status: 'fault',
        code: null,
        fields: [],
        memo: null,
      }),
    )
    return [...planned, ...faults].sort((a, b) => a.line - b.line)
  }, [planned, read.faults])
  const count = (status: PlannedCode['status']) => lines.filter((line) => line.status === status).length
  const ready = count('new') + count('changed') > 0
  // What the file would change is known after the dialog has opened; a disabled button takes no focus.
  useEffect(() => focusFirstField(ready), [ready])
  return (
    <Modal
      open
      title={t('codebook.import.title', { file })}
      okText={t('codebook.import.confirm')}
      okButtonProps={{ disabled: !ready, className: FIRST_FIELD }}
      cancelText={t('codebook.delete.leave')}
      width={680}
      onCancel={onLeave}
      afterOpenChange={focusFirstField}
      onOk={() => void importRead()}
    >
      <div className={styles.form}>
        <p className={styles.text} role="status">
          {STATUSES.map((status) => t(`codebook.import.count.${status}`, { count: count(status) })).join(' · ')}
        </p>
        <Checkbox checked={hideSame} onChange={(event) => setHideSame(event.target.checked)}>
          {t('codebook.import.hideSame')}
        </Checkbox>
        <Plan lines={hideSame ? lines.filter(({ status }) => status !== 'same') : lines} />
        <p className={styles.quiet}>{t('codebook.import.rest')}</p>
      </div>
    </Modal>
  )
}

/** What would become of each line. */
function Plan({ lines }: { lines: readonly PlannedCode[] }) {
  const { t } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => LINE,
    overscan: 8,
    initialRect: { width: 600, height: 240 },
  })
  const what = ({ fault, fields }: PlannedCode): string =>
    fault
      ? t(fault.key, fault.params)
      : fields.map((field) => t(`codebook.csv.column.${field}`)).join(t('codebook.merge.and'))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section ref={frame} tabIndex={0} className={styles.lines} aria-label={t('codebook.import.lines')}>
      <ul className={styles.list} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const line = lines[index]
          if (!line) return null
          return (
            <li
              key={index}
              className={styles.planned}
              data-status={line.status}
              style={{ height: LINE, transform: `translateY(${start}px)` }}
            >
              <span className="db-figures">{line.line}</span>
              <span className={styles.status}>{t(`codebook.import.status.${line.status}`)}</span>
              <span className={styles.path}>{line.path.join(' › ')}</span>
              <span className={styles.quiet}>{what(line)}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
