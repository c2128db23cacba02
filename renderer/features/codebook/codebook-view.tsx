import { Input } from 'antd'
import { Download, FolderInput, Plus, Table2 } from 'lucide-react'
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { totalsOf } from '#shared/coding/code-counts'
import { shownParents } from '#shared/coding/code-tree'
import type { Code } from '#shared/model/code'
import { listCodes, useAnnotationFacts, useLive, useSession } from '../../storage'
import { IconButton } from '../../ui/icon-button'
import { displayKeys, runCommand, type ViewProps } from '../../workbench'
import { CodeDetails } from './code-details'
import { CodeMenu } from './code-menu'
import { CodeTree } from './code-tree'
import './codebook.css'
import { codebookState, selectCode, setCollapsed, useCodebook } from './codebook-state'
import { CodebookDialogs } from './dialogs'
import { rememberFolds } from './remembered'
import { SampleOffer } from './sample-offer'
import { codeRows } from './tree'

const NO_CODES: readonly Code[] = []
const NO_COUNTS: ReadonlyMap<string, number> = new Map()

/** Makes a code that a link or another view leads to the current one, and unfolds what is above it. */
function useLedTo(code: unknown, codes: readonly Code[]): void {
  const ready = codes.length > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: it leads there once, not after every change of the codes
  useEffect(() => {
    if (typeof code !== 'string' || !codes.some(({ id }) => id === code)) return
    const parents = shownParents(codes)
    const above: string[] = []
    for (let at = parents.get(code) ?? null; at !== null; at = parents.get(at) ?? null) above.push(at)
    setCollapsed(above, false)
    codebookState.setState({ filter: '' })
    selectCode(code)
  }, [code, ready])
}

/** The codebook: a tree of codes, and the selected one's details below it. */
export function CodebookView({ params }: ViewProps) {
  const { t } = useTranslation()
  const session = useSession()
  const stored = useLive(listCodes, [])
  const codes = stored ?? NO_CODES
  const annotated = useAnnotationFacts()
  const counts = useMemo(
    () => (annotated ? totalsOf(annotated.facts.values(), annotated.hidden) : NO_COUNTS),
    [annotated],
  )
  const collapsed = useCodebook((state) => state.collapsed)
  const filter = useCodebook((state) => state.filter)
  const selected = useCodebook((state) => state.selected)
  const rows = useMemo(() => codeRows(codes, counts, { collapsed, filter }), [codes, counts, collapsed, filter])
  const lines = useMemo(() => rows.map(({ code }) => code.id), [rows])
  const tree = useRef<HTMLDivElement>(null)
  useEffect(() => codebookState.setState({ open: { session, codes, counts, lines } }), [session, codes, counts, lines])
  useEffect(() => rememberFolds(session.project.id), [session])
  useEffect(
    () => () => codebookState.setState({ open: null, naming: null, dialog: null, menu: null, marked: new Set() }),
    [],
  )
  useLedTo(params.code, codes)
  const code = codes.find(({ id }) => id === selected)
  return (
    <section className="db-codebook" data-key-scope="codebook" aria-label={t('codebook.title')}>
      <Bar tree={tree} />
      <CodeTree rows={rows} tree={tree} />
      {stored?.length === 0 && <SampleOffer />}
      {filter !== '' && rows.length === 0 && <p className="db-codebook-none">{t('codebook.filterNone')}</p>}
      {code && <CodeDetails code={code} codes={codes} count={counts.get(code.id) ?? 0} />}
      <CodeMenu onClosed={() => tree.current?.focus()} />
      <CodebookDialogs />
    </section>
  )
}

/** The filter, and what is done with the codebook as a whole. */
function Bar({ tree }: { tree: RefObject<HTMLDivElement | null> }) {
  const { t } = useTranslation()
  const filter = useCodebook((state) => state.filter)
  const leave = () => {
    codebookState.setState({ filter: '' })
    tree.current?.focus()
  }
  return (
    <header className="db-codebook-bar">
      <Input
        size="small"
        allowClear
        className="db-codebook-filter"
        aria-label={t('codebook.filter')}
        title={`${t('codebook.filter')} (${displayKeys('Mod+F')})`}
        placeholder={t('codebook.filter')}
        value={filter}
        onChange={(event) => codebookState.setState({ filter: event.target.value })}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape') leave()
          if (event.key === 'ArrowDown' || event.key === 'Enter') tree.current?.focus()
        }}
      />
      <IconButton
        icon={Plus}
        label={t('codebook.command.add')}
        keys="Insert"
        onClick={() => runCommand('codebook.add')}
      />
      <IconButton
        icon={Table2}
        label={t('codebook.command.countsAll')}
        keys={displayKeys('Mod+Alt+T')}
        onClick={() => runCommand('codebook.countsAll')}
      />
      <IconButton
        icon={FolderInput}
        label={t('codebook.command.import')}
        onClick={() => runCommand('codebook.import')}
      />
      <IconButton icon={Download} label={t('codebook.command.export')} onClick={() => runCommand('codebook.export')} />
    </header>
  )
}
