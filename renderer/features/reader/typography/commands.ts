import { preferences } from '../../../bridge'
import type { Command } from '../../../workbench'
import { changeSetting, steppedSize } from '../../settings'
import { activeReader } from '../active'
import { toggleTypography } from './typography-store'

const enabled = (): boolean => activeReader() !== null

const resize = (step: number): Promise<void> =>
  changeSetting({ readingSize: steppedSize(preferences().settings.readingSize, step) })

/** How the text and what stands beside it look. */
export const lookCommands: readonly Command[] = [
  {
    id: 'reader.typography',
    titleKey: 'reader.command.typography',
    keys: ['Mod+Alt+A'],
    scope: 'reader',
    enabled,
    run: () => {
      const reader = activeReader()
      if (reader) toggleTypography(reader.id)
    },
  },
  {
    id: 'reader.larger',
    titleKey: 'reader.command.larger',
    keys: ['Alt+='],
    scope: 'reader',
    enabled,
    run: () => resize(1),
  },
  {
    id: 'reader.smaller',
    titleKey: 'reader.command.smaller',
    keys: ['Alt+-'],
    scope: 'reader',
    enabled,
    run: () => resize(-1),
  },
  {
    id: 'reader.stripes',
    titleKey: 'reader.command.stripes',
    keys: ['Mod+Alt+K'],
    scope: 'reader',
    enabled,
    run: () => {
      const codes = preferences().settings.readingStripes === 'codes'
      return changeSetting({ readingStripes: codes ? 'overlaps' : 'codes' })
    },
  },
]
