export const autocode = {
  title: '自动编码',
  invalid: '正则表达式有误：{{problem}}',
  stuck: '查找停在“{{name}}”上，一直没有结束：这个正则表达式在这里要试的情形太多。请改写后再试。',
  failed: '查找失败：{{message}}',
}
