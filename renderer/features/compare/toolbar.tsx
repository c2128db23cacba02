import { Button, Checkbox, Dropdown, Input, Modal, Select } from 'antd'
import { ChevronDown, Copy, FilePlus2, Save, SquareSplitHorizontal, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button'
import { displayKeys, runCommand } from '../../workbench'
import type { ActiveComparison } from './active'
import styles from './compare.module.css'
import { hideEmpties, useEmptiesHidden } from './empties'
import type { WorkingComparison } from './use-comparison'

interface ToolbarProps {
  working: WorkingComparison
  actions: ActiveComparison
  /** True while there is a chart to export. */
  charted: boolean
  /** How many rows and columns of the comparison hold no number; null where it shows no numbers. */
  empty: { rows: number; columns: number } | null
}

function RemoveDialog({ working, onClose }: { working: WorkingComparison; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal
      open
      title={t('compare.saved.remove')}
      okText={t('compare.saved.remove')}
      okButtonProps={{ danger: true }}
      cancelText={t('compare.saved.cancel')}
      onCancel={onClose}
      onOk={async () => {
        await working.remove()
        onClose()
      }}
    >
      {t('compare.saved.removeAsk', { name: working.comparison.name })}
    </Modal>
  )
}

/** Name and list of comparisons, saving, and what can be taken out. */
export function Toolbar({ working, actions, charted, empty }: ToolbarProps) {
  const { t } = useTranslation()
  const [removing, setRemoving] = useState(false)
  const hidden = useEmptiesHidden()
  const some = empty !== null && (empty.rows > 0 || empty.columns > 0)
  const { comparison, saved, unsaved } = working
  const isSaved = saved.some(({ id }) => id === comparison.id)
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t('compare.title')}>
      <Input
        className={styles.name}
        aria-label={t('compare.saved.name')}
        value={comparison.name}
        maxLength={80}
        onChange={(event) => working.change({ name: event.target.value })}
      />
      <Button
        icon={<Save size={14} aria-hidden />}
        type={unsaved ? 'primary' : 'default'}
        disabled={!unsaved}
        onClick={() => void working.save()}
      >
        {t('compare.saved.save')}
      </Button>
      <IconButton icon={FilePlus2} label={t('compare.saved.new')} onClick={working.create} />
      <IconButton icon={Copy} label={t('compare.saved.duplicate')} onClick={actions.duplicate} />
      <IconButton icon={SquareSplitHorizontal} label={t('compare.saved.beside')} onClick={actions.beside} />
      <IconButton
        icon={Trash2}
        label={t('compare.saved.remove')}
        disabled={!isSaved}
        onClick={() => setRemoving(true)}
      />
      {saved.length > 0 && (
        <Select
          className={styles.saved ?? ''}
          aria-label={t('compare.saved.label')}
          placeholder={t('compare.saved.choose')}
          value={isSaved ? comparison.id : null}
          options={saved.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id: string | null) => {
            if (id !== null) working.open(id)
          }}
        />
      )}
      <span className={styles.gap} role="status">
        {unsaved ? t('compare.saved.unsaved') : ''}
      </span>
      {empty && (
        <Checkbox
          checked={hidden}
          onChange={(event) => hideEmpties(event.target.checked)}
          className={styles.hideEmpties ?? ''}
          title={
            some ? t('compare.empties.hidden', { rows: empty.rows, columns: empty.columns }) : t('compare.empties.none')
          }
        >
          {t('compare.empties.hide')}
        </Checkbox>
      )}
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'xlsx', label: t('compare.export.xlsx'), onClick: () => void actions.exportXlsx() },
            { key: 'csv', label: t('compare.export.csv'), onClick: () => void actions.exportCsv() },
            { key: 'png', label: t('compare.export.png'), disabled: !charted, onClick: () => void actions.exportPng() },
          ],
        }}
      >
        <Button>
          {t('compare.export.label')}
          <ChevronDown size={14} aria-hidden />
        </Button>
      </Dropdown>
      <Button title={displayKeys('Mod+P')} onClick={() => runCommand('briefing.fromComparison')}>
        {t('briefing.button')}
      </Button>
      {removing && <RemoveDialog working={working} onClose={() => setRemoving(false)} />}
    </div>
  )
}
