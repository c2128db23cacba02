import {
  ChevronDown,
  ChevronUp,
  Hash,
  Highlighter,
  ListChecks,
  ListTree,
  type LucideIcon,
  Quote,
  Search,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button'
import { runCommand } from '../../workbench'
import { bringToFront, type OpenReader, useReaders } from './active'
import { Typography } from './typography/typography'

function Tool({ command, ...rest }: { command: string; icon: LucideIcon; label: string; keys?: string }) {
  return <IconButton {...rest} onClick={() => runCommand(command)} />
}

/** A pair of buttons around the icon of what they step through. */
function Stepper({
  icon: Icon,
  name,
  previous,
  next,
}: {
  icon: LucideIcon
  name: string
  previous: string
  next: string
}) {
  const { t } = useTranslation()
  return (
    <fieldset className="db-stepper" aria-label={t(`reader.toolbar.${name}`)}>
      <Icon size={15} strokeWidth={1.75} aria-hidden="true" />
      <Tool command={previous} icon={ChevronUp} label={t(`reader.toolbar.previous.${name}`)} />
      <Tool command={next} icon={ChevronDown} label={t(`reader.toolbar.next.${name}`)} />
    </fieldset>
  )
}

/** The page at the top of the view, for a format that has pages. */
function PageHere({ reader }: { reader: OpenReader }) {
  const { t } = useTranslation()
  const top = useReaders((state) => (state.active === reader.id ? state.top : 0))
  const { pages } = reader.bundle.text
  const page = pages.findLast(({ start }) => start <= top) ?? pages[0]
  if (!page) return null
  return (
    <span className="db-page-here db-figures">{t('reader.pageOf', { page: page.label, pages: pages.length })}</span>
  )
}

/** What is being read, and the tools of the text. */
export function Toolbar({ reader }: { reader: OpenReader }) {
  const { t } = useTranslation()
  const shown = useReaders((state) => state.report)
  const { reports, source } = reader.bundle
  const report = (reports.find(({ report: one }) => one.id === shown) ?? reports[0])?.report
  return (
    <header className="db-reader-bar" onPointerDownCapture={() => bringToFront(reader.id)}>
      <Tool command="view.outline" icon={ListTree} label={t('reader.outline.title')} />
      <div className="db-reader-name" title={report?.title || source.name}>
        <strong>{report?.place?.name ?? (report?.title || source.name)}</strong>
        {report?.year ? <span className="db-figures">{t('reader.toolbar.year', { year: report.year })}</span> : null}
        {report && (
          <span className="db-tag" title={t(`reader.kindHint.${report.kind}`)}>
            {t(`reader.kind.${report.kind}`)}
          </span>
        )}
        {report?.repairedFrom && (
          <span
            className="db-tag db-tag-repaired"
            title={t('reader.toolbar.repairedFrom', { name: report.repairedFrom })}
          >
            {t('reader.toolbar.repaired')}
          </span>
        )}
        <PageHere reader={reader} />
      </div>
      <Stepper icon={Highlighter} name="annotation" previous="reader.previousAnnotation" next="reader.nextAnnotation" />
      <Stepper icon={ListChecks} name="statement" previous="statements.previous" next="statements.next" />
      <Tool command="statements.tag" icon={Hash} label={t('reader.toolbar.tag')} keys="T" />
      <Tool command="reader.copyQuote" icon={Quote} label={t('reader.command.copyQuote')} keys="Q" />
      <Typography reader={reader} />
      <Tool command="reader.find" icon={Search} label={t('reader.command.find')} keys="Ctrl+F" />
    </header>
  )
}
