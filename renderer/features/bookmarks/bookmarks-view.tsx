import { Pencil, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { listBookmarks, type PlacedBookmark, renameBookmark, useLive, useSession } from '../../storage'
import { IconButton } from '../../ui/icon-button'
import { runCommand } from '../../workbench'
import styles from './bookmarks.module.css'
import { openSelected } from './commands'
import { groupsOf, nameOf } from './groups'
import { bookmarksState, useBookmarks } from './state'

const idOf = (bookmark: string): string => `db-bookmark-${bookmark}`

/** Where the arrow keys lead in the list; null for any other key. */
function stepOf(key: string, at: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(at + 1, count - 1)
  if (key === 'ArrowUp') return Math.max(at - 1, 0)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}

/** 书签: the places that the user wants to come back to, by report. */
export function BookmarksView() {
  const { t } = useTranslation()
  const session = useSession()
  const bookmarks = useLive(listBookmarks, [])
  const selected = useBookmarks((state) => state.selected)
  const groups = useMemo(() => groupsOf(bookmarks ?? []), [bookmarks])
  const ordered = useMemo(() => groups.flatMap((group) => group.bookmarks), [groups])
  useEffect(() => {
    bookmarksState.setState({ open: { session, bookmarks: ordered } })
    return () => bookmarksState.setState({ open: null, naming: null })
  }, [session, ordered])
  if (!bookmarks) return <p className={styles.empty}>{t('app.layout.loading')}</p>
  if (ordered.length === 0)
    return (
      <p className={styles.empty}>
        {t('bookmarks.empty')} <kbd>B</kbd>
      </p>
    )
  const at = ordered.findIndex(({ bookmark }) => bookmark.id === selected)
  const keydown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const next = ordered[stepOf(event.key, at, ordered.length) ?? -1]
    if (!next) return
    event.preventDefault()
    bookmarksState.setState({ selected: next.bookmark.id })
  }
  return (
    <section className={styles.view} data-key-scope="bookmarks" aria-label={t('bookmarks.title')}>
      <Bar disabled={at < 0} />
      <div
        className={styles.list}
        data-focus-first
        role="listbox"
        tabIndex={0}
        aria-label={t('bookmarks.title')}
        aria-activedescendant={at >= 0 ? idOf(ordered[at]?.bookmark.id ?? '') : undefined}
        onFocus={() => at < 0 && bookmarksState.setState({ selected: ordered[0]?.bookmark.id ?? null })}
        onKeyDown={keydown}
      >
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset inside a listbox would be no group of its options
          <div key={group.id} role="group" aria-label={group.title} className={styles.group}>
            <div className={styles.heading} aria-hidden>
              {group.title}
            </div>
            {group.bookmarks.map((placed) => (
              <Line key={placed.bookmark.id} placed={placed} selected={placed.bookmark.id === selected} />
            ))}
          </div>
        ))}
      </div>
    </section>
  )
}

function Bar({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation()
  return (
    <header className={styles.bar}>
      <IconButton
        icon={Pencil}
        disabled={disabled}
        label={t('bookmarks.command.rename')}
        keys="F2"
        onClick={() => runCommand('bookmarks.rename')}
      />
      <IconButton
        icon={Trash2}
        disabled={disabled}
        label={t('bookmarks.command.remove')}
        keys="Del"
        onClick={() => runCommand('bookmarks.remove')}
      />
    </header>
  )
}

function Line({ placed, selected }: { placed: PlacedBookmark; selected: boolean }) {
  const { t, i18n } = useTranslation()
  const naming = useBookmarks((state) => state.naming === placed.bookmark.id)
  const line = useRef<HTMLDivElement>(null)
  const { bookmark, source } = placed
  const lost = bookmark.orphan || bookmark.reading !== source.reading
  useEffect(() => {
    if (selected) line.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  if (naming) return <Naming placed={placed} />
  const select = () => bookmarksState.setState({ selected: bookmark.id })
  const made = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' }).format(new Date(bookmark.createdAt))
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys of all its lines
    <div
      ref={line}
      id={idOf(bookmark.id)}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      className={styles.line}
      data-lost={lost || undefined}
      title={`${bookmark.anchor.quote}\n${t('bookmarks.made', { author: bookmark.author, date: made })}`}
      onClick={() => {
        select()
        openSelected()
      }}
    >
      <span className={styles.name}>{nameOf(placed)}</span>
      {lost && <em className={styles.lost}>{t('bookmarks.gone')}</em>}
    </div>
  )
}

function Naming({ placed }: { placed: PlacedBookmark }) {
  const { t } = useTranslation()
  const session = useSession()
  const ended = useRef(false)
  const end = (input: HTMLInputElement, keep: boolean) => {
    if (ended.current) return
    ended.current = true
    const list = input.closest<HTMLElement>('[role="listbox"]')
    bookmarksState.setState({ naming: null })
    list?.focus()
    const name = input.value.trim()
    if (keep && name !== nameOf(placed)) void renameBookmark(session, placed.bookmark.id, name)
  }
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the line is opened to be written in
      autoFocus
      className={styles.input}
      aria-label={t('bookmarks.name')}
      maxLength={200}
      defaultValue={nameOf(placed)}
      onFocus={(event) => event.target.select()}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') end(event.currentTarget, true)
        if (event.key === 'Escape') end(event.currentTarget, false)
      }}
      onBlur={(event) => end(event.currentTarget, true)}
    />
  )
}
