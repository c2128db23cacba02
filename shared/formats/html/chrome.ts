/**
 * What belongs to the site around a text, told by the words of a line. Each pattern covers a whole line, so that a
 * sentence of a report that uses the same words stays.
 */
const CHROME: readonly RegExp[] = [
  /^(?:当前|您(?:现在|当前)?(?:的|所在)?)位置\s*[:：]?.*$/,
  /^(?:上|下)一(?:篇|条|页|主题)\s*[:：]?.{0,60}$/,
  /^[‹›<>《»«|\s]*(?:上一主题|下一主题|上一篇|下一篇)[‹›<>|»«\s]*.{0,60}$/,
  /^[【[(（]?\s*(?:打印|关闭|收藏|返回顶部|返回首页|我要纠错|纠错|分享|保存|推荐给朋友|加入收藏)[^。；]{0,20}$/,
  /^分享(?:到|至|让更多人看到)?\s*[:：]?[^。；]{0,40}$/,
  /^扫一扫.{0,30}$/,
  /^[（(【[]?\s*(?:责任编辑|编辑|责编|审核|校对|录入|文字编辑|值班编委|初审|复审|终审)\s*[:：].{0,40}$/,
  /^(?:信息|稿件|文章|内容|新闻)?来源\s*[:：].{0,80}$/,
  /^(?:发布|更新|发表|成文|公开|印发)(?:时间|日期|于)\s*[:：]?.{0,80}$/,
  /^.{0,60}(?:浏览|点击|阅读|访问)(?:次数|量|数)?\s*[:：]?\s*[\d,]*\s*次?.{0,40}(?:字体|字号|打印|大\s*中\s*小).*$/,
  /^(?:浏览|点击|阅读|访问)(?:次数|量|数)?\s*[:：]?\s*[\d,]+\s*次?$/,
  /^(?:【?字[体号]\s*[:：]?).{0,20}$/,
  /^本帖最后由.{1,60}编辑.{0,3}$/,
  /^(?:\d+\s*[楼#]|楼主|沙发|板凳|地板)?\s*(?:发表|回复|发布)于\s*\d{4}[-年./].{0,80}$/,
  /^下载次数\s*[:：].*$/,
  /^[（(]?\d+(?:\.\d+)?\s*[KM]B[,，].{0,40}$/,
  /^.{0,30}(?:ICP备|公网安备).{0,80}$/,
  /^(?:主办|承办|版权所有|技术支持|网站标识码|联系我们|友情链接|网站地图)[^。；]{0,120}$/,
  /^Powered by .{0,80}$/i,
  /^(?:Copyright|©).{0,120}$/i,
]

/** Whether a line belongs to the site or forum around a text. */
export function isChromeLine(text: string): boolean {
  const line = text.trim()
  return line.length <= 240 && CHROME.some((pattern) => pattern.test(line))
}

/** Names that page builders give to what is not the text, as parts of a class or an id. */
const AROUND =
  /(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|crumbs?|position|sidebar|aside|footer|foot|copyright|share|bshare|social|tools?|toolbar|print|related|recommend|hot|rank|comments?|reply|signature|sign|sigtext|qr|qrcode|ewm|attach|attachments?|attachlist|annex|editor-info|pages?|pager|pagination|neighbou?rs?|prevnext|login|search|ads?|advert|banner|links?|info|meta|source|statist|pstatus|locked)(?:$|[\s_-])/i
const AROUND_TAGS = new Set(['nav', 'footer', 'aside', 'form'])

/** Whether an element's name says that it stands around the text. */
export const isAround = (tagName: string, names: string): boolean => AROUND_TAGS.has(tagName) || AROUND.test(names)
