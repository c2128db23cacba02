import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './chips.module.css'
import type { LibraryLine } from './rows'
import { libraryState } from './state'

/** 已修复: the name in the text was misread; says what stands there, and opens the reasons. */
export function RepairedTag({ line, from }: { line: LibraryLine; from: string }) {
  const { t } = useTranslation()
  const label = t('library.repaired.tooltip', { name: from })
  return (
    <Tooltip title={label}>
      <button
        type="button"
        className={styles.repaired}
        tabIndex={-1}
        aria-label={`${t('library.repaired.tag')}: ${label}`}
        onClick={(event) => {
          event.stopPropagation()
          libraryState.setState({ selected: line.id, inspecting: true })
        }}
      >
        {t('library.repaired.tag')}
      </button>
    </Tooltip>
  )
}
