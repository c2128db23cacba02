import { type KeyboardEvent, type RefObject, useCallback, useId, useLayoutEffect, useRef, useState } from 'react'
import { formatLink, openLink } from '#shared/coding/links'
import type { LinkCandidate } from '../../storage'
import { shortName } from './link-choices'
import type { PickerKeys } from './link-picker'

/** Puts words in place of a span of the field, as if they were typed: the field's own undo takes them back. */
function insert(field: HTMLTextAreaElement, start: number, end: number, words: string): void {
  field.focus()
  field.setSelectionRange(start, end)
  if (document.execCommand?.('insertText', false, words)) return
  field.setRangeText(words, start, end, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** The link that is being typed into a field, and what the picker does with it. */
export function useLinkTyping(field: RefObject<HTMLTextAreaElement | null>, text: string) {
  const list = useId()
  const keys = useRef<PickerKeys>(null)
  /** Where the caret stands, null while something is selected. */
  const [caret, setCaret] = useState<number | null>(null)
  /** Start of the link that the user does not want to pick. */
  const [left, setLeft] = useState<number | null>(null)
  const [current, setCurrent] = useState<string>()
  const found = caret === null ? null : openLink(text, caret)
  const typing = found && found.start !== left ? found : null
  const latest = useRef(typing)
  useLayoutEffect(() => {
    latest.current = typing
  })
  const moved = useCallback(() => {
    const { selectionStart, selectionEnd } = field.current ?? { selectionStart: 0, selectionEnd: 1 }
    setCaret(selectionStart === selectionEnd ? selectionEnd : null)
  }, [field])
  const begin = useCallback(() => {
    const at = field.current
    if (!at) return
    setLeft(null)
    // What is selected is what is looked for.
    const { selectionStart, selectionEnd, value } = at
    insert(
      at,
      selectionStart,
      selectionEnd,
      `[[${value.slice(selectionStart, selectionEnd).replace(/[\][|\r\n]/g, '')}`,
    )
    moved()
  }, [field, moved])
  const choose = useCallback(
    ({ target, name }: LinkCandidate) => {
      const [at, link] = [field.current, latest.current]
      if (!at || !link) return
      insert(at, link.start, link.start + 2 + link.typed.length, formatLink(target, shortName(name)))
      moved()
    },
    [field, moved],
  )
  const leave = useCallback(() => setLeft(latest.current?.start ?? null), [])
  const press = (event: KeyboardEvent): boolean => (typing ? (keys.current?.press(event) ?? false) : false)
  return { typing, list, keys, current, setCurrent, moved, begin, choose, leave, press }
}
