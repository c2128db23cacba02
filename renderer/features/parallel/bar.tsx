import { Button, Dropdown } from 'antd'
import { ArrowLeftRight, ChevronDown, Link2, Link2Off, List, PanelLeftDashed, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { SHARED_KINDS, type SharedKind, type SharedPart } from '#shared/compare/shared-sentences'
import { IconButton } from '../../ui/icon-button'
import { closeView, displayKeys, runCommand } from '../../workbench'
import { shortTitle } from '../reader'
import { goToTopic } from './go'
import type { Side } from './keys'
import { askForSide, swapSides } from './open'
import styles from './parallel.module.css'
import { isMarked, type SharedRow } from './rows'
import { type ParallelStore, useParallel } from './state'
import type { SideText } from './use-sides'
import { useTopicName } from './use-topic-name'

interface Props {
  view: string
  store: ParallelStore
  texts: Readonly<Record<Side, SideText>>
  all: readonly SharedRow[]
}

/** The report of a side; a click takes another one. */
function ReportButton({ view, side, texts }: Pick<Props, 'view' | 'texts'> & { side: Side }) {
  const { t } = useTranslation()
  const { report, bundle } = texts[side]
  const name = shortTitle(report, bundle.source)
  return (
    <button
      type="button"
      className={styles.report}
      title={`${report.title}\n${t(`parallel.change.${side}`)}`}
      aria-label={`${name}, ${t(`parallel.change.${side}`)}`}
      onClick={() => askForSide(view, side)}
    >
      <span className="db-figures">{name}</span>
      <ChevronDown size={13} aria-hidden />
    </button>
  )
}

/** The topics of both reports with how many sections each has; choosing one brings both sides there. */
function Topics({ view, store }: Pick<Props, 'view' | 'store'>) {
  const { t } = useTranslation()
  const topicName = useTopicName()
  const topics = useParallel(store, (state) => state.topics)
  const at = useParallel(store, (state) => state.at)
  const here = topics.find(({ a }) => a.includes(at))
  const nameOf = ({ topic, outlook }: (typeof topics)[number]): string =>
    outlook === 'none' ? topicName(topic) : `${topicName(topic)} · ${t(`parallel.outlook.${outlook}`)}`
  return (
    <Dropdown
      trigger={['click']}
      disabled={topics.length === 0}
      menu={{
        items: topics.map((topic, key) => ({
          key,
          label: (
            <span className={styles.topic}>
              <span>{nameOf(topic)}</span>
              <span
                className="db-figures"
                title={t('parallel.topicCounts', { left: topic.a.length, right: topic.b.length })}
              >
                {topic.a.length} │ {topic.b.length}
              </span>
            </span>
          ),
        })),
        onClick: ({ key }) => goToTopic(view, Number(key)),
        className: styles.topics ?? '',
        ...(here ? { selectedKeys: [String(topics.indexOf(here))] } : {}),
      }}
    >
      <Button
        size="small"
        title={`${t('parallel.topics')} (${displayKeys('Alt+PageUp')} / ${displayKeys('Alt+PageDown')})`}
      >
        {here ? nameOf(here) : t('parallel.topics')}
        <ChevronDown size={13} aria-hidden />
      </Button>
    </Dropdown>
  )
}

/** What is marked, which is the legend too: classes are shown or not by a click. */
function Legend({ store, all }: Pick<Props, 'store' | 'all'>) {
  const { t } = useTranslation()
  const kinds = useParallel(store, (state) => state.kinds)
  const formulae = useParallel(store, (state) => state.formulae)
  const count = (kind: SharedKind): number =>
    all.filter(({ pair }) => isMarked(pair, { kinds: [kind], formulae })).length
  const toggle = (kind: SharedKind) =>
    store.setState({ kinds: SHARED_KINDS.filter((one) => kinds.includes(one) !== (one === kind)) })
  const formulaic = all.filter(({ pair }) => pair.formula).length
  return (
    <fieldset className={styles.legend} aria-label={t('parallel.legend')}>
      {SHARED_KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          className={styles.kind}
          data-kind={kind}
          aria-pressed={kinds.includes(kind)}
          title={t(`parallel.kindHint.${kind}`)}
          onClick={() => toggle(kind)}
        >
          <i aria-hidden />
          {t(`parallel.kind.${kind}`)} <span className="db-figures">{count(kind)}</span>
        </button>
      ))}
      {formulaic > 0 && (
        <button
          type="button"
          className={styles.kind}
          aria-pressed={formulae}
          title={t('parallel.formulaHint')}
          onClick={() => store.setState({ formulae: !formulae })}
        >
          {t('parallel.formula')} <span className="db-figures">{formulaic}</span>
        </button>
      )}
    </fieldset>
  )
}

const share = ({ shared, all }: SharedPart): string => (all === 0 ? '0%' : `${((100 * shared) / all).toFixed(1)}%`)

/** How much of either report stands in the other one too. */
function Shares({ store }: Pick<Props, 'store'>) {
  const { t } = useTranslation()
  const comparison = useParallel(store, (state) => state.comparison)
  if (comparison.status !== 'found') return null
  const { a, b } = comparison.found
  return (
    <span
      className={`${styles.shares} db-figures`}
      title={t('parallel.shareHint', { leftShared: a.shared, leftAll: a.all, rightShared: b.shared, rightAll: b.all })}
    >
      {t('parallel.share', { left: share(a), right: share(b) })}
    </span>
  )
}

/** Which reports, how they are scrolled, what is marked. */
export function Bar({ view, store, texts, all }: Props) {
  const { t } = useTranslation()
  const linked = useParallel(store, (state) => state.linked)
  const listing = useParallel(store, (state) => state.listing)
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('parallel.title')}>
      <div className={styles.group}>
        <ReportButton view={view} side="left" texts={texts} />
        <IconButton
          icon={ArrowLeftRight}
          label={t('parallel.command.swap')}
          keys={displayKeys('Shift+X')}
          onClick={() => swapSides(view)}
        />
        <ReportButton view={view} side="right" texts={texts} />
      </div>
      <div className={styles.group}>
        <IconButton
          icon={linked ? Link2 : Link2Off}
          label={t('parallel.command.link')}
          keys={displayKeys('l')}
          aria-pressed={linked}
          onClick={() => void runCommand('parallel.link')}
        />
        <Topics view={view} store={store} />
      </div>
      <Legend store={store} all={all} />
      <Shares store={store} />
      <span className={styles.gap} />
      <div className={styles.group}>
        <IconButton
          icon={PanelLeftDashed}
          label={t('parallel.command.even')}
          onClick={() => store.setState({ split: 0.5 })}
        />
        <IconButton
          icon={List}
          label={t('parallel.command.list')}
          keys={displayKeys('Shift+L')}
          aria-pressed={listing}
          onClick={() => void runCommand('parallel.list')}
        />
        <IconButton
          icon={X}
          label={t('parallel.command.close')}
          keys={displayKeys('Mod+W')}
          onClick={() => closeView('parallel', view)}
        />
      </div>
    </div>
  )
}
