import { Button, Select } from 'antd'
import { ArrowDown, ArrowUp, Copy, Download, Highlighter } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button'
import { displayKeys, runCommand } from '../../workbench'
import type { Side } from './keys'
import styles from './list.module.css'
import type { SharedRow } from './rows'
import { SharedList } from './shared-list'
import { LIST_ORDERS, type ListOrder, type ParallelStore, useParallel } from './state'
import type { SideText } from './use-sides'
import { useTopicName } from './use-topic-name'

interface Props {
  view: string
  store: ParallelStore
  /** All that was found, and what of it is listed. */
  all: readonly SharedRow[]
  rows: readonly SharedRow[]
  texts: Readonly<Record<Side, SideText>>
}

function TopicBox({ store, all }: Pick<Props, 'store' | 'all'>) {
  const { t } = useTranslation()
  const topicName = useTopicName()
  const topic = useParallel(store, (state) => state.topic)
  const options = useMemo(() => {
    const ids = new Set(all.flatMap(({ sectionA, sectionB }) => [sectionA?.topic ?? [], sectionB?.topic ?? []].flat()))
    return [...ids].map((value) => ({ value, label: topicName(value) }))
  }, [all, topicName])
  return (
    <Select<string>
      allowClear
      size="small"
      className={styles.topic ?? ''}
      aria-label={t('parallel.list.topic')}
      placeholder={t('parallel.list.topic')}
      // antd takes null for a value of its own.
      {...(topic === null ? { value: null as unknown as string } : { value: topic })}
      options={options}
      onChange={(value) => store.setState({ topic: value ?? null })}
    />
  )
}

function Bar(props: Props) {
  const { store, rows, all } = props
  const { t } = useTranslation()
  const order = useParallel(store, (state) => state.order)
  const current = useParallel(store, (state) => state.current)
  const tool = (id: string) => ({ keys: displayKeys(KEYS[id] ?? ''), onClick: () => void runCommand(`parallel.${id}`) })
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('parallel.list.label')}>
      <span className={`${styles.count} db-figures`} role="status">
        {t('parallel.list.count', { shown: rows.length, all: all.length })}
      </span>
      <Select<ListOrder>
        size="small"
        className={styles.order ?? ''}
        aria-label={t('parallel.list.order')}
        value={order}
        options={LIST_ORDERS.map((value) => ({ value, label: t(`parallel.list.by.${value}`) }))}
        onChange={(value) => store.setState({ order: value })}
      />
      <TopicBox store={store} all={all} />
      <span className={styles.gap} />
      <IconButton
        icon={ArrowUp}
        label={t('parallel.command.previous')}
        disabled={rows.length === 0}
        {...tool('previous')}
      />
      <IconButton icon={ArrowDown} label={t('parallel.command.next')} disabled={rows.length === 0} {...tool('next')} />
      <IconButton icon={Highlighter} label={t('parallel.command.code')} disabled={current === null} {...tool('code')} />
      <IconButton icon={Copy} label={t('parallel.command.copy')} disabled={current === null} {...tool('copy')} />
      <IconButton
        icon={Download}
        label={t('parallel.command.export')}
        disabled={rows.length === 0}
        {...tool('export')}
      />
    </div>
  )
}

/** Keys of the tools, as `commands.ts` has them. */
const KEYS: Readonly<Record<string, string>> = {
  previous: 'Shift+N',
  next: 'n',
  code: 'Shift+C',
  copy: 'Shift+Q',
  export: 'Mod+Alt+E',
}

function Nothing({ store, all }: Pick<Props, 'store' | 'all'>) {
  const { t } = useTranslation()
  const comparison = useParallel(store, (state) => state.comparison)
  if (comparison.status === 'running')
    return (
      <div className={styles.progress} role="status">
        <progress max={1} value={comparison.done} aria-label={t('parallel.list.running')} />
        {t('parallel.list.running')}
      </div>
    )
  if (comparison.status === 'failed')
    return (
      <p className={styles.none} role="alert">
        {t(comparison.reason.key, comparison.reason.params)}
      </p>
    )
  return (
    <p className={styles.none}>
      {t(all.length === 0 ? 'parallel.list.nothing' : 'parallel.list.filtered')}{' '}
      {all.length > 0 && (
        <Button
          size="small"
          onClick={() => store.setState({ kinds: ['same', 'numbers', 'near'], formulae: true, topic: null })}
        >
          {t('parallel.list.showAll')}
        </Button>
      )}
    </p>
  )
}

/** The list of shared sentences, and what can be done with them. */
export function ListPanel(props: Props) {
  const height = useParallel(props.store, (state) => state.listHeight)
  return (
    <div className={styles.panel} style={{ height }}>
      <Bar {...props} />
      {props.rows.length > 0 ? <SharedList {...props} /> : <Nothing {...props} />}
    </div>
  )
}
