import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChartHandle } from '../../charts'
import { useSession } from '../../storage'
import { KeyHints } from '../../ui/key-hints'
import { registerCommands, type ViewProps } from '../../workbench'
import { viewCommands } from './commands'
import { Empty } from './empty'
import { Figure } from './figure'
import { FilterBoxes } from './filter-bar'
import { HitList } from './hit-list'
import { QueryBar } from './query-bar'
import type { Chip } from './question'
import styles from './search.module.css'
import { StepBar } from './step-bar'
import { Summary } from './summary'
import { useController, useNames, useSearch } from './use-search'

/** 检索: what is looked for, how often it stands where, and each hit in its surroundings. */
export function SearchView({ visible }: ViewProps) {
  const { t } = useTranslation()
  const session = useSession()
  const controller = useController()
  const frame = useRef<HTMLDivElement>(null)
  const chart = useRef<ChartHandle>(null)
  const looks = useSearch(controller, (state) => state.looks)
  const hits = useSearch(controller, (state) => state.lines?.count ?? 0)
  const isCounted = useSearch(controller, ({ found, narrowed }) => (found?.hits ?? 0) > 0 || narrowed !== null)
  const nameOf = useNames(controller)
  const names = useRef(nameOf)
  useEffect(() => {
    names.current = nameOf
  })
  useEffect(() => {
    controller.show(visible)
    return () => controller.show(false)
  }, [controller, visible])
  const focus = (selector: string) => frame.current?.querySelector<HTMLInputElement>(selector)
  const toQuery = useRef(() => {
    const field = focus('search input')
    field?.focus()
    field?.select()
  }).current
  const toHits = useRef(async () => {
    const { question, answered, problem } = controller.store.getState()
    if (problem) return
    if (question !== answered) await controller.ask()
    // The list is drawn with the answer.
    requestAnimationFrame(() => focus('[role="grid"]')?.focus())
  }).current
  const onHits = useRef(() => void toHits()).current
  useEffect(() => {
    if (!visible) return undefined
    const around = { session, controller, toQuery, toHits, chart, nameOf: (chip: Chip) => names.current(chip) }
    return registerCommands(viewCommands(around))
  }, [visible, session, controller, toQuery, toHits])
  return (
    <div ref={frame} className={styles.view} data-key-scope="search">
      <QueryBar controller={controller} onHits={onHits} />
      {looks.boxes && <FilterBoxes controller={controller} />}
      <Summary controller={controller} />
      {looks.figure && isCounted && <Figure controller={controller} chart={chart} />}
      {hits > 0 ? <HitList controller={controller} visible={visible} /> : <Empty controller={controller} />}
      {hits > 0 && <StepBar controller={controller} />}
      <KeyHints text={t('search.keys')} />
    </div>
  )
}
