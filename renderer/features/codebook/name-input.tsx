import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Session, useSession } from '../../storage'

interface Props {
  name: string
  onDone: (session: Session, name: string) => Promise<void>
  onLeave: () => void
}

/** A code's name while it is written: Enter or leaving the field keeps it, Escape does not. */
export function NameInput({ name, onDone, onLeave }: Props) {
  const { t } = useTranslation()
  const session = useSession()
  const [typed, setTyped] = useState(name)
  const ended = useRef(false)
  const end = (keep: boolean) => {
    if (ended.current) return
    ended.current = true
    if (keep) void onDone(session, typed)
    else onLeave()
  }
  const keydown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') end(true)
    if (event.key === 'Escape') end(false)
  }
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the line is opened to be written in
      autoFocus
      className="db-code-input"
      aria-label={t('codebook.name')}
      placeholder={t('codebook.name')}
      maxLength={200}
      value={typed}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={keydown}
      onBlur={() => end(true)}
    />
  )
}
