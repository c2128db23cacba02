import { Button } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenReader, Popup } from '../active'
import { writeMemo } from '../coding'

interface Props {
  reader: OpenReader
  popup: Extract<Popup, { type: 'memo' }>
  onDone: () => void
}

/** Writes the memo of an annotation; Ctrl+Enter saves, Escape leaves. */
export function MemoForm({ reader, popup, onDone }: Props) {
  const { t } = useTranslation()
  const [memo, setMemo] = useState(() => reader.annotations.find(({ id }) => id === popup.annotation)?.memo ?? '')
  const save = async () => {
    onDone()
    await writeMemo(reader, popup, memo)
  }
  const keydown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    void save()
  }
  return (
    <form
      className="db-memo"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <textarea
        // biome-ignore lint/a11y/noAutofocus: the form is opened to type in it
        autoFocus
        className="db-field"
        rows={4}
        aria-label={t('reader.memo.label')}
        placeholder={t('reader.memo.placeholder')}
        value={memo}
        onChange={(event) => setMemo(event.target.value)}
        onKeyDown={keydown}
      />
      <div className="db-popup-actions">
        <Button size="small" onClick={onDone}>
          {t('reader.memo.leave')}
        </Button>
        <Button size="small" type="primary" htmlType="submit" title="Ctrl+Enter">
          {t('reader.memo.save')}
        </Button>
      </div>
    </form>
  )
}
