import { Button, Input, Select } from 'antd'
import { BookOpenText, FolderPen, Search } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listMemos, type MemoRow, type MemoSubject, memoAbout, removeMemo, useLive, useSession } from '../../storage'
import { KeyHints } from '../../ui/key-hints'
import { displayKeys, runCommand, type ViewProps } from '../../workbench'
import { openThing } from '../memo-editor'
import { attempt } from '../places'
import { reportInFront, useReaders } from '../reader'
import { authorsOf, filtered, KINDS, type Kind, type MemoFilter, NO_FILTER } from './filter'
import { MemoList } from './memo-list'
import { MemoPage } from './memo-page'
import styles from './memos.module.css'
import { memosState } from './memos-state'
import { subjectIn } from './subject'
import { useWriting } from './use-writing'

const NONE: readonly MemoRow[] = []

/** The memos while the view is seen; what it showed last while it is not. */
function useMemos(visible: boolean): readonly MemoRow[] | undefined {
  const found = useLive(async (db) => (visible ? await listMemos(db) : null), [visible])
  const last = useRef<readonly MemoRow[]>(undefined)
  if (found) last.current = found
  return last.current
}

function Filters({
  rows,
  filter,
  onFilter,
}: {
  rows: readonly MemoRow[]
  filter: MemoFilter
  onFilter: (filter: MemoFilter) => void
}) {
  const { t } = useTranslation()
  const authors = useMemo(() => authorsOf(rows), [rows])
  return (
    <search className={styles.filters} aria-label={t('memos.filter.label')}>
      <Input
        allowClear
        className={styles.text ?? ''}
        prefix={<Search size={14} aria-hidden />}
        placeholder={t('memos.filter.text')}
        aria-label={t('memos.filter.text')}
        value={filter.text}
        onChange={({ target }) => onFilter({ ...filter, text: target.value })}
      />
      <Select<Kind>
        allowClear
        className={styles.select ?? ''}
        aria-label={t('memos.filter.kind')}
        placeholder={t('memos.filter.kind')}
        {...(filter.kind === null ? {} : { value: filter.kind })}
        options={KINDS.map((value) => ({ value, label: t(`memos.kind.${value}`) }))}
        onChange={(kind) => onFilter({ ...filter, kind: kind ?? null })}
      />
      <Select<string>
        allowClear
        className={styles.select ?? ''}
        aria-label={t('memos.filter.author')}
        placeholder={t('memos.filter.author')}
        {...(filter.author === null ? {} : { value: filter.author })}
        options={authors.map((value) => ({ value, label: value }))}
        onChange={(author) => onFilter({ ...filter, author: author ?? null })}
      />
    </search>
  )
}

/** What the commands do while a memo is shown. */
function useMemoCommands(visible: boolean, subject: MemoSubject | null, edit: () => void): void {
  const session = useSession()
  useEffect(() => {
    if (!visible || !subject) return
    memosState.setState({
      edit,
      open: () =>
        void memoAbout(session.db, subject).then(({ thing }) => {
          if (thing) openThing(thing)
        }),
      remove: () => void attempt(removeMemo(session, subject)),
    })
    return () => memosState.setState({ open: null, edit: null, remove: null })
  }, [session, visible, subject, edit])
}

/** 备忘: all memos of the project, and one of them to read and write. */
export function MemosView({ params, visible }: ViewProps) {
  const { t } = useTranslation()
  const { project } = useSession()
  const stored = useMemos(visible)
  const rows = stored ?? NONE
  const [filter, setFilter] = useState(NO_FILTER)
  const [chosen, setChosen] = useState<MemoSubject | null>(null)
  const page = useRef<HTMLElement>(null)
  const view = useRef<HTMLDivElement>(null)
  const shown = useMemo(() => filtered(rows, filter), [rows, filter])
  const loaded = stored !== undefined
  const latest = useRef(rows)
  latest.current = rows
  const edit = useRef(() => {
    const field = page.current?.querySelector<HTMLElement>('textarea, [data-edit-memo]')
    field?.focus()
    if (field instanceof HTMLButtonElement) field.click()
    return field != null
  }).current
  useEffect(() => {
    const asked = loaded ? subjectIn(params, latest.current, project.id) : null
    if (asked) setChosen(asked)
  }, [params, loaded, project.id])
  const subject = chosen ?? shown[0]?.subject ?? null
  const [type, id] = [subject?.type ?? null, subject?.id ?? null]
  const wanted = type && `${type}:${id}`
  // A command works on what is shown, whatever object it came in.
  const steady = useMemo((): MemoSubject | null => (type && id !== null ? { type, id } : null), [type, id])
  useMemoCommands(visible, steady, edit)
  useWriting(view, visible ? wanted : null, edit)
  const report = useReaders(reportInFront)
  const select = (row: MemoRow) => setChosen(row.subject)
  return (
    <div ref={view} className={styles.view} data-key-scope="memos">
      <header className={styles.head}>
        <Filters rows={rows} filter={filter} onFilter={setFilter} />
        <span className={`${styles.quiet} db-figures`} role="status">
          {t('memos.count', { shown: shown.length, all: rows.length })}
        </span>
        <div className={styles.new}>
          <Button
            icon={<FolderPen size={14} aria-hidden />}
            title={displayKeys('Mod+Alt+Shift+N')}
            onClick={() => runCommand('memos.project')}
          >
            {t('memos.command.project')}
          </Button>
          <Button
            icon={<BookOpenText size={14} aria-hidden />}
            title={displayKeys('Mod+Alt+N')}
            disabled={report === null}
            onClick={() => runCommand('memos.report')}
          >
            {t('memos.command.report')}
          </Button>
        </div>
      </header>
      <div className={styles.body}>
        <div className={styles.side}>
          {loaded && shown.length === 0 ? (
            <p className={styles.empty}>{t(rows.length === 0 ? 'memos.empty' : 'memos.none')}</p>
          ) : (
            <MemoList rows={shown} selected={wanted} onSelect={select} />
          )}
        </div>
        {steady ? (
          <MemoPage ref={page} key={wanted} subject={steady} rows={rows} onSelect={select} />
        ) : (
          <p className={styles.empty}>{loaded ? t('memos.choose') : t('app.layout.loading')}</p>
        )}
      </div>
      <KeyHints text={t('memos.keys')} />
    </div>
  )
}
