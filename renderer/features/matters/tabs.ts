import type { MatterType } from '#shared/model/matter'

/** The tables of the view, in the order of their tabs; a list stands with its items. */
export const TABS = ['relative_target', 'rank', 'claim', 'checklist', 'venture'] as const
export type Tab = (typeof TABS)[number]

/** The types that a tab shows. */
export const typesOf = (tab: Tab): readonly MatterType[] => (tab === 'checklist' ? ['list', 'list_item'] : [tab])

/** The tab that shows a type. */
export const tabOf = (type: MatterType): Tab => (type === 'list' || type === 'list_item' ? 'checklist' : type)

/** The key of a tab's name in the locales. */
export const tabName = (tab: Tab): string => `matters.type.${tab === 'checklist' ? 'list' : tab}`

/** Names a row among all reports. */
export const rowKey = ({ report, key }: { report: string; key: string }): string => `${report} ${key}`
