export const settings = {
  title: 'Settings',
  open: 'Open settings',
  language: {
    label: 'Language',
    system: 'As the system',
    'zh-CN': '中文',
    en: 'English',
    other: 'Switch the language',
  },
  theme: { label: 'Appearance', system: 'As the system', light: 'Light', dark: 'Dark', other: 'Switch light and dark' },
  author: {
    label: 'Your name',
    hint: 'Written on annotations, changes and operations from now on; the system’s user name while empty.',
  },
  readingFont: { label: 'Reading font', serif: 'Serif', sans: 'Sans' },
  readingSize: {
    label: 'Reading size',
    sample: '今年经济社会发展主要预期目标:地区生产总值增长6%以上,一般公共预算收入增长5%。',
  },
  keys: {
    title: 'Keyboard shortcuts',
    command: 'Command',
    keys: 'Keys',
    where: 'Where',
    everywhere: 'Everywhere',
    scope: {
      library: 'Library',
      doubts: 'To settle',
      reader: 'Reader',
      codebook: 'Codebook',
      statements: 'Statements',
      compare: 'Compare',
    },
  },
  about: {
    title: 'About',
    what: 'Duibiao reads, codes and compares government work reports on your own computer. It uses no network; all data stay here.',
    version: 'Version',
    fromSource: '{{version}} (from source)',
    platform: 'System',
    licence: 'Licence',
  },
}
