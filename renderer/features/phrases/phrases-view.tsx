import { Quote } from 'lucide-react'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhraseGroup } from '#shared/model/phrase-group'
import { listPhraseGroups, useLive, useSession } from '../../storage'
import { registerCommands, type ViewProps } from '../../workbench'
import { type Chosen, phrasesCommands } from './actions'
import { GroupEditor } from './group-editor'
import { GroupList, Offer } from './group-list'
import styles from './phrases.module.css'
import { Result } from './result'
import { type Tracker, trackerOf, usePhrases } from './tracker'
import { useReturn } from './use-return'

/** Looks for the wordings of the group that is shown, and again when texts change; what is not seen is not looked for. */
function useAsking(tracker: Tracker, group: PhraseGroup | null, visible: boolean): void {
  const round = usePhrases(tracker, (state) => state.round)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks again
  useEffect(() => {
    if (visible && group && group.terms.length > 0) void tracker.ask(group)
  }, [tracker, group, visible, round])
}

/** What was deleted may have had the keys: they go to the groups then. */
function useFocusKept(view: RefObject<HTMLElement | null>, group: PhraseGroup | null, visible: boolean): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the group is another one, or has other wordings
  useEffect(() => {
    if (!visible || document.activeElement !== document.body) return
    view.current?.querySelector<HTMLElement>('[data-focus-first], button')?.focus()
  }, [view, group, visible])
}

/** 提法追踪: groups of wordings, and where, when and how often reports use them. */
export function PhrasesView({ visible }: ViewProps) {
  const { t } = useTranslation()
  const session = useSession()
  const tracker = trackerOf(session.project.id)
  const groups = useLive(listPhraseGroups, [])
  const wanted = usePhrases(tracker, (state) => state.group)
  const group = groups?.find(({ id }) => id === wanted) ?? groups?.[0] ?? null
  const [isOffering, setOffering] = useState(false)
  const name = useRef<HTMLInputElement>(null)
  const view = useRef<HTMLDivElement>(null)
  useAsking(tracker, group, visible)
  useReturn(view, tracker, visible)
  useFocusKept(view, group, visible)
  const chosen = useMemo(
    (): Chosen => ({
      ...{ session, tracker, groups: groups ?? [], group },
      offer: () => setOffering((before) => !before),
      // A new group is drawn first.
      rename: () => requestAnimationFrame(() => requestAnimationFrame(() => name.current?.select())),
    }),
    [session, tracker, groups, group],
  )
  useEffect(() => registerCommands(phrasesCommands(chosen)), [chosen])
  if (!groups) return <p className={styles.nothing}>{t('app.layout.loading')}</p>
  const offered = isOffering || groups.length === 0
  return (
    <div ref={view} className={styles.view} data-key-scope="phrases">
      <header className={styles.head}>
        <h1 className={styles.title}>
          <Quote size={16} aria-hidden /> {t('phrases.title')}
        </h1>
        <span className={styles.quiet}>{t('phrases.keys')}</span>
      </header>
      <div className={styles.body}>
        <aside className={styles.left} aria-label={t('phrases.groups')}>
          <GroupList groups={groups} current={group} onChoose={(id) => tracker.choose({ group: id })} />
          {group && <GroupEditor group={group} nameRef={name} />}
        </aside>
        <div className={styles.main}>
          {offered ? (
            <Offer chosen={chosen} onTaken={() => setOffering(false)} />
          ) : (
            group && <Result group={group} tracker={tracker} visible={visible} />
          )}
        </div>
      </div>
    </div>
  )
}
