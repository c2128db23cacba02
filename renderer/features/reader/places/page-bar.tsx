import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { activeReader, type OpenReader } from '../active'
import { goInReader } from './go'
import { placeOfPage } from './page-number'

/** Id of the reader in which a page is asked for. */
const asking = createStore<{ reader: string | null }>(() => ({ reader: null }))

/** Asks for a page in the reader in front. */
export function askForPage(): void {
  asking.setState({ reader: activeReader()?.id ?? null })
}

/** Asks for a page, or for a share of the text, above it. */
export function PageBar({ reader }: { reader: OpenReader }) {
  const shown = useStore(asking, (state) => state.reader === reader.id)
  return shown ? <Asking reader={reader} /> : null
}

function Asking({ reader }: { reader: OpenReader }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [missed, setMissed] = useState<string | null>(null)
  const { pages, text } = reader.bundle.text
  const leave = () => {
    asking.setState({ reader: null })
    reader.view.focus()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const start = placeOfPage(typed, pages, text.length)
    if (start === null) return setMissed(typed)
    asking.setState({ reader: null })
    goInReader(reader, start)
  }
  const keydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    leave()
  }
  const [first, last] = [pages[0], pages.at(-1)]
  const hint =
    first && last ? t('bookmarks.page.hint', { first: first.label, last: last.label }) : t('bookmarks.page.none')
  return (
    <form className="db-find" aria-label={t('bookmarks.command.goToPage')} onSubmit={submit} onKeyDown={keydown}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the bar is opened to type in it
        autoFocus
        className="db-find-input"
        aria-label={t('bookmarks.command.goToPage')}
        placeholder={pages.length > 0 ? t('bookmarks.page.placeholder') : t('bookmarks.page.share')}
        aria-invalid={missed !== null}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setMissed(null)
        }}
        onBlur={() => asking.setState({ reader: null })}
      />
      <span className="db-find-count" role="status">
        {missed === null ? hint : t('bookmarks.page.missing', { page: missed })}
      </span>
    </form>
  )
}
