import type { TFunction } from 'i18next'
import type { SourceBundle } from '../../../storage'

/** What a place in the text is called: the section that it stands in, and its page where there are pages. */
export function placeName({ reports, text }: SourceBundle, offset: number, t: TFunction): string {
  const sections = reports.flatMap((report) => report.sections)
  const section = sections.findLast(({ start, end }) => start <= offset && offset < end)
  const page = text.pages.findLast(({ start }) => start <= offset)
  return [section?.title ?? '', page ? t('reader.page', { page: page.label }) : ''].filter(Boolean).join(' · ')
}
