export const reasons = {
  encoding: {
    mark: '文件开头有字节顺序标记。',
    ascii: '只有 ASCII 字符。',
    valid: '每个字节都符合 UTF-8。',
    plausible: '严格解码无误，常用汉字与标点占 {{percent}}%。',
  },
  kind: {
    title: '有标题“{{quote}}”。',
    opening: '有开场白“{{quote}}”。',
    closing: '有结束语“{{quote}}”。',
    sections: '有 {{count}} 个章节。',
    both: '既回顾上年，又部署下年。',
    noReview: '没有回顾部分。',
    noPlan: '没有部署部分。',
    continued: '注明“{{quote}}”。',
    noOpening: '没有开场白。',
    congress: '报道人大会议：“{{quote}}”。',
    digest: '第三人称摘述报告：“{{quote}}”。',
    year: '章节标题说明是 {{year}} 年。',
    list: '附民生实事清单“{{quote}}”。',
  },
}
