import { MatterType } from '#shared/model/matter'

/** What the key of an engine matter says (`matterKey`). */
export interface KeyParts {
  type: MatterType
  start: number
  name: string
}

/** Reads a matter's key; null for the id of one made by hand. */
export function keyParts(key: string): KeyParts | null {
  const [, kind, start, name = ''] = /^([a-z_]+):(\d+):(.*)$/su.exec(key) ?? []
  const type = MatterType.safeParse(kind)
  return type.success ? { type: type.data, start: Number(start), name } : null
}

/** The key that is made of these parts. */
export const keyOf = ({ type, start, name }: KeyParts): string => `${type}:${start}:${name}`
