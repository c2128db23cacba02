import { BookOpenText, Highlighter, type LucideIcon, StickyNote, Tag } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type LinkType, type MemoPart, parseMemo, targetKey } from '#shared/coding/links'
import { type LinkedThing, linkedThings, useLive } from '../../storage'
import styles from './memo-editor.module.css'
import { openThing } from './open-thing'

const ICONS: Record<LinkType, LucideIcon> = {
  annotation: Highlighter,
  report: BookOpenText,
  code: Tag,
  memo: StickyNote,
}

/** Codes and reports go by their present names, passages and memos by what the user calls them. */
const nameOf = ({ target, label }: Link, thing: LinkedThing): string =>
  (target.type === 'code' || target.type === 'report' ? thing.name : label) || thing.name

type Link = Extract<MemoPart, { type: 'link' }>

function LinkButton({ link, things }: { link: Link; things: ReadonlyMap<string, LinkedThing> | undefined }) {
  const { t } = useTranslation()
  const { type } = link.target
  const Icon = ICONS[type]
  const thing = things?.get(targetKey(link.target))
  if (things && !thing)
    return (
      <span className={styles.broken} title={t(`memos.link.gone.${type}`)}>
        {link.label} <small>{t('memos.link.broken')}</small>
      </span>
    )
  return (
    <button
      type="button"
      className={styles.link}
      title={thing && thing.name !== link.label ? `${t(`memos.link.type.${type}`)}: ${thing.name}` : undefined}
      onClick={(event) => {
        event.stopPropagation()
        if (thing) openThing(thing)
      }}
    >
      <Icon size={12} role="img" aria-label={t(`memos.link.type.${type}`)} />
      {thing ? nameOf(link, thing) : link.label}
    </button>
  )
}

/** A memo as it is read: its links are buttons; one whose target is deleted is its label, and says so. */
export function LinkedText({ text }: { text: string }) {
  const parts = useMemo(() => parseMemo(text), [text])
  const things = useLive((db) => linkedThings(db, text), [text])
  return (
    <>
      {parts.map((part) =>
        part.type === 'text' ? part.text : <LinkButton key={part.start} link={part} things={things} />,
      )}
    </>
  )
}
