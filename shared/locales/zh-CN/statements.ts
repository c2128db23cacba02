export const statements = { title: '数据项', show: '显示数据项', empty: '打开一份报告后，这里列出它的数据项。' }
