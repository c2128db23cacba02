export const settings = {
  title: '设置',
  open: '打开设置',
  language: { label: '界面语言', system: '跟随系统', 'zh-CN': '中文', en: 'English', other: '切换界面语言' },
  theme: { label: '外观', system: '跟随系统', light: '浅色', dark: '深色', other: '切换浅色和深色' },
  author: { label: '署名', hint: '写入此后所做的标注、修改和操作记录；留空则用系统用户名。' },
  readingFont: { label: '正文字体', serif: '宋体', sans: '黑体' },
  readingSize: {
    label: '正文字号',
    sample: '今年经济社会发展主要预期目标：地区生产总值增长6%以上，一般公共预算收入增长5%。',
  },
  keys: {
    title: '快捷键',
    command: '命令',
    keys: '按键',
    where: '在何处有效',
    everywhere: '全部',
    scope: { library: '资料库', reader: '阅读器', codebook: '编码表', statements: '数据项', compare: '对比' },
  },
  about: {
    title: '关于',
    what: '对标：离线阅读、标注和对比政府工作报告的桌面工具。不联网，全部数据都在本机。',
    version: '版本',
    fromSource: '{{version}}（由源代码运行）',
    platform: '系统',
    licence: '许可证',
  },
}
