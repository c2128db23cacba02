import { Button } from 'antd'
import { FileSpreadsheet, FileText, Printer } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../storage'
import { Splitter } from '../../ui/splitter'
import { type Command, displayKeys, registerCommands, runCommand } from '../../workbench'
import styles from './briefing.module.css'
import { exportKeys, paperCommands } from './commands'
import { type PaperType, useBusy } from './exports'
import type { MadePaper } from './papers'
import { Preview } from './preview'

const ICONS = { docx: FileText, pdf: Printer, xlsx: FileSpreadsheet } as const
const TYPES: readonly PaperType[] = ['docx', 'pdf', 'xlsx']
const FORM = { min: 280, max: 640, first: 424 }

/** Word, PDF, Excel: what the paper can be taken out as. */
function ExportButtons({ paper }: { paper: MadePaper | null }) {
  const { t } = useTranslation()
  const busy = useBusy()
  return TYPES.map((type) => {
    const Icon = ICONS[type]
    return (
      <Button
        key={type}
        size="small"
        icon={<Icon size={14} aria-hidden />}
        loading={busy === type}
        disabled={paper === null || (type === 'xlsx' && paper.sheets === null)}
        title={displayKeys(exportKeys(type))}
        onClick={() => runCommand(`briefing.${type}`)}
      >
        {t(`briefing.export.${type}`)}
      </Button>
    )
  })
}

interface PaneProps {
  /** What the paper is made of, to be changed. */
  form: ReactNode
  paper: MadePaper | null
  /** What stands in place of the preview where there is no paper; null while it is made. */
  instead: ReactNode | null
  visible: boolean
  /** More commands of this kind of paper. */
  commands: readonly Command[]
}

/** What a paper is made of at the left, the paper at the right. */
export function Pane({ form, paper, instead, visible, commands }: PaneProps) {
  const { t } = useTranslation()
  const { project } = useSession()
  const preview = useRef<HTMLElement>(null)
  const [width, setWidth] = useState(FORM.first)
  useEffect(() => {
    if (!visible) return
    return registerCommands([...paperCommands(project.id, paper, () => preview.current?.focus()), ...commands])
  }, [visible, project.id, paper, commands])
  return (
    <div className={styles.body}>
      <section className={styles.form} style={{ width }} aria-label={t('briefing.form')}>
        {form}
      </section>
      <Splitter label={t('briefing.form')} pane="left" size={width} min={FORM.min} max={FORM.max} onResize={setWidth} />
      <section className={styles.previewSide} aria-label={t('briefing.preview.label')}>
        <div className={styles.exports} role="toolbar" aria-label={t('briefing.export.label')}>
          <ExportButtons paper={paper} />
        </div>
        {paper ? (
          <Preview document={paper.document} areaRef={preview} />
        ) : (
          <section ref={preview} className={styles.empty} aria-busy={instead === null} tabIndex={-1}>
            {instead}
          </section>
        )}
      </section>
    </div>
  )
}
