import { Link2 } from 'lucide-react'
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { IconButton } from '../../ui/icon-button'
import { displayKeys, MAC } from '../../workbench'
import { boxState } from './box-state'
import { LinkPicker } from './link-picker'
import { LinkedText } from './linked-text'
import styles from './memo-editor.module.css'
import { Typing } from './typing'
import { useLinkTyping } from './use-link-typing'

/** What buttons around a memo do. */
interface BoxActions {
  /** Saves it and ends the writing. */
  done: () => void
  /** Forgets what is not saved. */
  discard: () => void
}

interface MemoBoxProps {
  /** Names what is typed and not saved; a box of another key is another box. */
  draftKey: string
  /** What the memo is about, for screen readers. */
  label: string
  placeholder: string
  /** What is stored. */
  stored: string
  save: (text: string) => Promise<unknown>
  /** True: opened to be written in; it never shows the memo as it is read. */
  writing?: boolean
  /** False: saved only when it is left. */
  pauses?: boolean
  rows?: number
  /** It is about to be saved by Ctrl+Enter or `done`. */
  onSave?: () => void
  /** Ctrl+Enter or `done` has saved it. */
  onDone?: () => void
  /** Buttons beside the one for links. */
  tools?: (box: BoxActions) => ReactNode
}

/** The typing of a box: it ends with it, and what is not saved then is saved. */
function useTyping({ draftKey, stored, save, pauses = true }: MemoBoxProps): Typing {
  const latest = useRef(save)
  latest.current = save
  const first = useRef(stored)
  first.current = stored
  const typing = useMemo(
    () => new Typing({ key: draftKey, save: (text) => latest.current(text), pauses }, first.current),
    [draftKey, pauses],
  )
  useEffect(() => typing.see(stored), [typing, stored])
  useEffect(() => {
    const leave = () => void typing.flush()
    const hidden = () => document.hidden && leave()
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', hidden)
      leave()
    }
  }, [typing])
  return typing
}

/** A memo to read and to write: links after `[[` or Ctrl+Alt+L; saved by itself. */
export function MemoBox(props: MemoBoxProps) {
  const { label, placeholder, stored, writing = false, rows = 4, onSave, onDone, tools } = props
  const { t } = useTranslation()
  const typing = useTyping(props)
  const { typed, dirty } = useStore(typing.store)
  const [open, setOpen] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const text = typed ?? stored
  const editing = writing || open || dirty || stored === ''
  const links = useLinkTyping(field, text)
  const focusField = useRef(false)
  useEffect(() => {
    if (!editing || !focusField.current) return
    focusField.current = false
    field.current?.focus()
  }, [editing])
  const write = () => {
    focusField.current = true
    setOpen(true)
  }
  const done = async () => {
    onSave?.()
    const saved = typing.flush()
    setOpen(false)
    // The popup goes at once; what cannot be saved stays as a draft.
    onDone?.()
    await saved
  }
  const keydown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const mod = MAC ? event.metaKey : event.ctrlKey
    if (links.press(event)) event.stopPropagation()
    else if (event.key === 'Enter' && mod) void done()
    else if (mod && event.altKey && event.code === 'KeyL') links.begin()
    else return
    event.preventDefault()
  }
  const blur = (event: FocusEvent) => {
    if (event.currentTarget.contains(event.relatedTarget)) return
    boxState.setState({ begin: null })
    setOpen(false)
    void typing.flush()
  }
  if (!editing)
    return (
      <div className={styles.read} data-key-scope="memo">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the button below does the same by key */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
        <div
          className={`${styles.words} db-selectable`}
          onClick={() => getSelection()?.isCollapsed !== false && write()}
        >
          <LinkedText text={text} />
        </div>
        <button
          type="button"
          data-edit-memo
          className={styles.edit}
          aria-label={t('memos.editOf', { name: label })}
          onClick={write}
        >
          {t('memos.edit')}
        </button>
      </div>
    )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears when the focus leaves all that is in it
    <div className={styles.box} data-key-scope="memo" onBlur={blur}>
      <textarea
        ref={field}
        // biome-ignore lint/a11y/noAutofocus: a box for writing is opened to type in it
        autoFocus={writing}
        className={`db-field ${styles.field}`}
        rows={rows}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={links.typing ? links.list : undefined}
        aria-activedescendant={links.typing ? links.current : undefined}
        placeholder={placeholder}
        value={text}
        onChange={(event) => {
          typing.type(event.target.value)
          links.moved()
        }}
        onSelect={links.moved}
        onFocus={() => boxState.setState({ begin: links.begin })}
        onKeyDown={keydown}
      />
      {links.typing && (
        <LinkPicker
          ref={links.keys}
          id={links.list}
          typed={links.typing.typed}
          onCurrent={links.setCurrent}
          onChoose={links.choose}
          onLeave={links.leave}
        />
      )}
      <div className={styles.tools}>
        <IconButton
          icon={Link2}
          size={14}
          label={t('memos.command.link')}
          keys={displayKeys('Mod+Alt+L')}
          onClick={links.begin}
        />
        <span className={styles.state} role="status">
          {dirty ? t('memos.unsaved') : ''}
        </span>
        {tools?.({ done: () => void done(), discard: () => typing.discard() })}
      </div>
    </div>
  )
}
