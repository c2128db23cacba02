export const reader = {
  title: '报告',
  outline: { title: '目录', show: '显示目录', empty: '打开一份报告后，这里列出它的章节。' },
}
