import type { ExtractedMatter } from '#shared/model/matter'

/** A matter whose fields that are as the text has them are what the text has now. */
export function withWords(matter: ExtractedMatter, now: (words: string) => string): ExtractedMatter {
  const common = { wording: now(matter.wording), due: now(matter.due), period: now(matter.period) }
  switch (matter.type) {
    case 'relative_target':
      return {
        ...matter,
        ...common,
        indicator: now(matter.indicator),
        hedge: now(matter.hedge),
        reference: now(matter.reference),
      }
    case 'rank':
      return {
        ...matter,
        ...common,
        indicator: now(matter.indicator),
        aspect: now(matter.aspect),
        among: now(matter.among),
      }
    case 'claim':
      return { ...matter, ...common, covers: now(matter.covers), levels: now(matter.levels) }
    case 'list':
      return { ...matter, ...common, heading: now(matter.heading) }
    case 'list_item':
      return { ...matter, ...common, heading: now(matter.heading), mark: now(matter.mark) }
    case 'venture':
      return {
        ...matter,
        ...common,
        name: now(matter.name),
        place: now(matter.place),
        stageWords: now(matter.stageWords),
      }
  }
}
