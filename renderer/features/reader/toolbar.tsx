import { Dropdown } from 'antd'
import { ChevronDown, ChevronUp, Ellipsis, ListTree, type LucideIcon } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button'
import { displayKeys, runCommand, useCommand, useCommands } from '../../workbench'
import { bringToFront, type OpenReader, useReaders } from './active'
import { STEPPERS, shareTools, TOOLS, type Tool } from './toolbar-tools'
import { Typography } from './typography/typography'

/** A button that runs a command, by the name and the keys that the command has. */
function CommandButton({ command: id, icon }: Tool) {
  const { t } = useTranslation()
  const command = useCommand(id)
  if (!command) return null
  const [keys] = command.keys ?? []
  return (
    <IconButton
      icon={icon}
      label={t(command.titleKey)}
      {...(keys !== undefined && { keys: displayKeys(keys.length === 1 ? keys.toUpperCase() : keys) })}
      onClick={() => runCommand(id)}
    />
  )
}

interface StepperProps {
  icon: LucideIcon
  name: string
  previous: string
  next: string
}

/** A pair of buttons around the icon of what they step through. */
function Stepper({ icon: Icon, name, previous, next }: StepperProps) {
  const { t } = useTranslation()
  return (
    <fieldset className="db-stepper" aria-label={t(`reader.toolbar.${name}`)}>
      <Icon size={15} strokeWidth={1.75} aria-hidden="true" />
      <IconButton icon={ChevronUp} label={t(`reader.toolbar.previous.${name}`)} onClick={() => runCommand(previous)} />
      <IconButton icon={ChevronDown} label={t(`reader.toolbar.next.${name}`)} onClick={() => runCommand(next)} />
    </fieldset>
  )
}

/** The page at the top of the view, for a format that has pages. */
function PageHere({ reader }: { reader: OpenReader }) {
  const { t } = useTranslation()
  const { pages } = reader.bundle.text
  // The page and not the place: the bar is drawn again where another page begins, not while one scrolls.
  const page = useReaders(({ active, top }) => {
    const offset = active === reader.id ? top : 0
    return pages.findLast(({ start }) => start <= offset) ?? pages[0]
  })
  if (!page) return null
  return (
    <span className="db-page-here db-figures">{t('reader.pageOf', { page: page.label, pages: pages.length })}</span>
  )
}

/** What is being read. */
function Name({ reader }: { reader: OpenReader }) {
  const { t } = useTranslation()
  const shown = useReaders((state) => state.report)
  const { reports, source } = reader.bundle
  const report = (reports.find(({ report: one }) => one.id === shown) ?? reports[0])?.report
  return (
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
  )
}

/** The tools that have no room in the bar, by their names. */
function More({ tools }: { tools: readonly Tool[] }) {
  const { t } = useTranslation()
  const commands = useCommands()
  const items = tools.flatMap(({ command: id, icon: Icon }) => {
    const command = commands.find((one) => one.id === id)
    if (!command) return []
    return [
      {
        key: id,
        label: t(command.titleKey),
        icon: <Icon size={15} strokeWidth={1.75} aria-hidden="true" />,
        extra: command.keys?.[0] ? displayKeys(command.keys[0]) : '',
        onClick: () => runCommand(id),
      },
    ]
  })
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <IconButton icon={Ellipsis} label={t('reader.toolbar.more')} aria-haspopup="menu" />
    </Dropdown>
  )
}

/** What is being read, and the tools of the text. */
export function Toolbar({ reader }: { reader: OpenReader }) {
  const bar = useRef<HTMLElement>(null)
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY)
  const commands = useCommands()
  const paged = reader.bundle.text.pages.length > 0
  useEffect(() => {
    const { current } = bar
    if (!current) return
    const observer = new ResizeObserver(() => setWidth(current.clientWidth))
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  const known = TOOLS.filter(
    ({ command }) => commands.some(({ id }) => id === command) && (paged || command !== 'reader.goToPage'),
  )
  const { shown, hidden } = shareTools(known, width)
  return (
    <header ref={bar} className="db-reader-bar" onPointerDownCapture={() => bringToFront(reader.id)}>
      <CommandButton command="view.outline" icon={ListTree} />
      <Name reader={reader} />
      {STEPPERS.map((stepper) => (
        <Stepper key={stepper.name} {...stepper} />
      ))}
      <span className="db-tools">
        {shown.map((tool) =>
          tool.command === 'reader.typography' ? (
            <Typography key={tool.command} reader={reader} />
          ) : (
            <CommandButton key={tool.command} {...tool} />
          ),
        )}
        {hidden.length > 0 && <More tools={hidden} />}
      </span>
    </header>
  )
}
