import { type ExtractedMatter, MatterType } from '#shared/model/matter'
import type { StoredMatters } from '../database'
import { type Packed, packRows, samePacked, unpackRows } from '../pack'

type PackedMatters = StoredMatters['packed']

const ORDER: ReadonlyMap<MatterType, number> = new Map(
  (['list', 'list_item', 'relative_target', 'rank', 'claim', 'venture'] as const).map((type, at) => [type, at]),
)

/** The order of the text; of two that begin together the list comes before its item, and both before what they hold. */
export const inTextOrder = (a: ExtractedMatter, b: ExtractedMatter): number =>
  a.start - b.start || (ORDER.get(a.type) ?? 0) - (ORDER.get(b.type) ?? 0)

/** Packs matters by type: those of one type have the same fields. A type that none has is absent. */
export function packMatters(matters: readonly ExtractedMatter[]): PackedMatters {
  const packed: PackedMatters = {}
  for (const type of MatterType.options) {
    const own = matters.filter((matter) => matter.type === type)
    if (own.length > 0) Object.assign(packed, { [type]: packRows(own) })
  }
  return packed
}

/** The matters of a packed record, all or those of some types, in the order of the text. */
export function unpackMatters(
  packed: PackedMatters,
  types: readonly MatterType[] = MatterType.options,
): ExtractedMatter[] {
  const matters = types.flatMap((type): ExtractedMatter[] => {
    const own: Packed<ExtractedMatter> | undefined = packed[type]
    return own ? unpackRows(own) : []
  })
  return matters.sort(inTextOrder)
}

function sameType(a: Packed<ExtractedMatter> | undefined, b: Packed<ExtractedMatter> | undefined): boolean {
  return a === undefined || b === undefined ? a === b : samePacked(a, b)
}

/** True when two packed records hold the same matters. */
export const sameMatters = (a: PackedMatters, b: PackedMatters): boolean =>
  MatterType.options.every((type) => sameType(a[type], b[type]))
