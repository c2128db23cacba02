export const bookmarks = {
  title: '书签',
  show: '显示书签',
  empty: '还没有书签。把光标放在报告里要回来看的地方，按',
  name: '书签名称',
  made: '{{author}}，{{date}}',
  set: '已加书签：{{quote}}',
  removed: '已取消书签',
  gone: '原文已变',
  lost: '“{{quote}}”在现在的正文里找不到了：这个文件换了读取方式。',
  command: {
    toggle: '加书签，或取消这里的书签',
    open: '到书签处',
    rename: '给书签改名',
    remove: '删除书签',
  },
}
