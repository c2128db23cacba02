/**
 * The words by which a work report, its parts and the other things on a page are known. Every pattern is written for
 * one line without white space at its ends; both half and full width punctuation occur in the sources.
 */

/** A title line: 2020年洛阳市西工区政府工作报告, title: 昆明市人民政府2024年《政府工作报告》, 工作报告. */
export const TITLE =
  /^(?:[-#*\s[【]|title:)*[^。！？；，,:：]{0,40}政府[^。！？；，,:：]{0,12}工作报告[》”"】\]*]*(?:全文|摘要|摘登|节选|实录)?(?:[\s（(【—―－-].{0,30})?\**$/
/** Not titles although they name the report. */
export const NOT_TITLE =
  /解读|审议(?!稿)|讨论|听取|决议|名词|说明|征求|历年|受权|播发|热议|草案的|关于.{0,20}政府工作报告的|作政府工作报告|工作报告和|《政府工作报告》(?:中|的|和)/
/** 各位代表 at the start of a line: the speaker turns to the congress. */
export const SALUTATION = /^[*#\s]*(?:各位|尊敬的)[^。，,]{0,6}代表/
/** 现在，我代表市人民政府，向大会报告工作. */
export const OPENING = /(?:现在|下面|受|我)[^。]{0,24}代表[^。]{0,40}(?:政府|国务院|管委会)[^。]{0,24}(?:报告|审议)/
/** What other reports to the congress are on. */
export const ON_SOMETHING =
  /报告[^。]{0,30}(?:预算|决算|计划)[^。]{0,12}(?:执行情况|草案)|报告[^。]{0,24}(?:审计|环境状况|国有资产)/
/** The title of another report to the same congress: 关于…年国民经济和社会发展计划执行情况…的报告, 人民法院工作报告. */
export const OTHER_REPORT =
  /^[*#\s]*(?:关于[^。，；]{2,80}(?:计划|预算|决算)[^。，；]{2,60}报告|[^。，；]{0,24}(?:常务委员会|人民法院|人民检察院)工作报告)[（(）)\p{Script=Han}]{0,8}\**$/u
/** The last paragraph of a speech. */
export const CLOSING = /(?:让我们|奋斗|前进|篇章|胜利|贡献|谢谢)[^。]{0,200}[！!。]?[”"]?$/
/** What stands between title and salutation: date and place of the congress, speaker. */
export const DATELINE =
  /(?:^[—―–\-*（(\s]*(?:\d{4}|[二〇○零一九]{4})年.{0,10}日)|人民代表大会|^第.{1,4}次会议|会议上|(?:市|州|区|县|代|理|盟|副)长(?:[\s\u3000]|$)|^市长|^州长|^盟长|专员/

/** The congress of a place, met, opened or closed: headline or first sentence of a digest. */
export const CONGRESS = /(?:人大|人民代表大会)[^。]{0,12}会议[^。]{0,40}(?:召开|闭幕|开幕|举行|闭会)/
/** What a digest takes from the report. */
export const DIGEST_SIGNS: readonly RegExp[] = [
  /政府工作报告/,
  /主要预期目标|发展主要目标/,
  /总体要求|总体思路|工作要求/,
  /工作回顾|过去的?一年|(?:回顾|总结)了?[^。]{0,8}20\d\d年/,
  /重点(?:抓好|做好|工作|任务)|聚力.{0,4}重点/,
  /民生实事/,
]
/** 上接02版, 下转第三版. */
export const CONTINUED = /[（(]?(?:紧?上接|紧接|下转)[^。，（()）]{0,12}[版页][^。（()）]{0,4}[)）]?/
/** The same in brackets, as it stands at the edge of a column. */
export const PAGE_NOTE = /[（(](?:紧?上接|紧接|下转)[^。，（()）]{1,12}[)）]/g

/** Lines of a forum, a site or a viewer that are no text of their own. */
export const CHROME =
  /^(?:设为首页|收藏本站|加入收藏|查看: ?\d|\[?复制链接\]?$|回复: ?\d|TA的每日心情|签到天数|\[LV\.|Rank:|主题$|帖子$|积分$|版主$|管理员$|开心$|•|发表于 \d|本帖最后由|您需要登录|登录 ?\||本版积分规则|客服中心|关闭$|在线时间|在线咨询|周一|周[一二三四五六日]~|\d{1,2}:\d{2}-\d|联系电话|\d{3,4}-\d{7,8}|Powered by|快速回复|返回顶部|返回列表|上一篇|下一篇|打印本页|关闭窗口|分享到|[（(]?责任编辑|[【[]?E-mail推荐|[|<\s]*(?:上一页|下一页|首页)(?:[|<>\s\d]|下一页|尾页|末页)*$|相关链接[:：]?$|关闭本页|我要纠错|版权所有|网站地图|扫一扫|\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d{2}$|\[[^\]\d]{1,6}\] .{0,40}$|来源[:：]|字体[:：]|浏览次数|索引号|主题词[:：])/
/** More of them: where one is on a site, the posts of a forum, who runs a site, its tools, lists of other pages. */
export const SITE =
  /^(?:当前位置|您(?:现在|当前|所在)?的?(?:当前)?位置|[^。，]{0,12}首页\s*(?:[>＞»›|]|$)|楼主$|沙发$|板凳$|地板$|\d+[楼#]$|只看(?:该作者|楼主)|倒序浏览|使用道具|(?:举报|收藏|回复|引用|评分|点赞|顶|踩|好友|听众)(?:\s*\d*|\s*[|/].*)$|签名档|个性签名|注册时间|最后登录|阅读权限|发消息|加好友|电梯直达|[上下]一(?:主题|条|则|页)[:：]?|相关(?:文章|新闻|信息|附件|阅读|推荐|文档)[:：]?$|热门(?:文章|标签|推荐|关键词)|标签[:：]|关键[词字][:：]|附件下载|文件下载|扫码|微信扫|手机版$|网站首页|无障碍(?:浏览|阅读|版)?$|长者(?:模式|版)|繁[体體]|[^。]{0,30}ICP备|[^。]{0,20}公网安备|[^。]{0,12}版权所有|(?:主办|承办)(?:单位)?[:：][^。]{0,40}(?:承办|办公室|版权|ICP)|技术支持[:：]|网站标识码|网站声明|联系我们|关于我们|法律声明|隐私(?:声明|政策|保护)|Copyright|©|[【[]?(?:打印|关闭|纠错|返回)(?:本页|窗口|正文|页面|顶部)?[】\]]?(?:[\s|【[]+(?:打印|关闭|纠错|收藏|返回|分享).*)?$|(?:打印|关闭|字体|字号|分享|大|中|小|\s|[【】[\]|：:])+$)/i
/** What a site prints between title and text: 来源：区政府办 发布时间：2020-06-01. */
export const META =
  /^[【[（(]?(?:信息来源|来源|稿件来源|发布时间|发布日期|发布机构|日期|时间|浏览(?:次数|量)?|阅读(?:次数|量)?|点击(?:数|量|率)?|访问量|字体|字号|索引号|作者|编辑|责任编辑|审核|发布人?|文号|成文日期|信息分类|公开类别|保护视力色|视力保护色)\s*[:：】\]]|^(?:\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}(?::\d{2})?)?)\s+(?:来源|作者|浏览|字号)/
/** A page rubric: 洛阳·综合. */
export const RUBRIC = /^[#*\s]*[\p{Script=Han}]{2,6}[·•・][\p{Script=Han}]{2,6}[*\s]*$/u
/** What runs along a newspaper's page: its name, its date, the page's rubric and number, who edited it. */
export const MASTHEAD =
  /^(?:[\p{Script=Han}]{2,6}(?:日报|晚报|晨报|早报|时报|都市报|商报)|\d{4}年\d{1,2}月\d{1,2}日[\s\u3000]*(?:农历[^。，]{2,8}[\s\u3000]*)?星期[一二三四五六日天]|(?:要闻|综合|综合新闻|时政|特别报道|专版|专刊|两会特刊)[\s\u3000/·]*[A-D]?\d{1,2}版?|第?[A-D]?\d{1,2}版[\s\u3000：:·]*(?:要闻|综合|综合新闻|时政|特别报道|专版|专刊|两会特刊)|(?:本版|值班)?(?:责任编辑|责编|编辑|主编|组版|版式|校对|美编)[：:/\s][^。，；]{0,50}(?:责任编辑|责编|编辑|校对|版式|组版|美编)[：:/\s][^。，；]{0,30})$/u
/** What begins a news item. */
export const NEWS_LEAD = /^(?:本报讯|本报记者|据[^。]{2,12}(?:报道|消息)|新华社)/
/** A reporter's line at the end of an item (a photo credit ends in 摄 and ends nothing). */
export const BYLINE = /^[（(]?[^。，]{0,10}(?:记者|通讯员)[\s\u3000:：/][^。]{2,70}$/
export const CREDIT = /摄[)）]?$|供图[)）]?$/
/** Names in brackets, alone or behind the last sentence: (凌彦), (孟祥登 邓佳英 许红丽). */
export const SIGNED = /(?:^|[。！？”])[（(]([\p{Script=Han}]{2,4}(?:[\s\u3000、]+[\p{Script=Han}]{2,4})*)[)）]$/u
/** (原载于《工人日报》2023年4月9日01版) */
export const REPRINTED = /^[（(]?(?:原载|转载)|^[（(]据《[^》]{2,12}[报网]》/
/** Where something appended to a report begins: explanations of terms, lists, tables. */
export const APPENDIX =
  /^[#*\s【[（(—-]*(?:附[件录表]?[一二三四五六\d]*[：:\s*]|附[件录表]?[ \u3000]?[一二三四五六\d]*\**$|(?:资料[：:])?[《（(]?(?:政府工作报告|报告)?.{0,14}(?:名词|术语|用语|词语|词汇|缩略语)[^。]{0,8}(?:解释|注释|注解|解读|说明|释义)|(?:注释|注解|释义|名词解释|有关说明|解释和说明)[\s*：:]*$|[《（(]?(?:政府工作报告|报告)[》）)]?.{0,8}(?:释义|注释|注解|说明|附录|附件|附表)[\s*：:]*$|相关名词|<!-- 名词)/
/** An appendix that explains terms: what it holds are no headings. */
export const GLOSSARY = /名词|术语|用语|词语|词汇|缩略语|注释|注解|解释|释义/
/** A short line that could be a headline ends in none of these. */
export const ENDS_LIKE_BODY = /[。；！？，、：:;,!?…][”’"』」》）)]?$/
/** The end of a sentence inside a line: body text. */
export const HAS_SENTENCE = /[。；！？;!?]/
/** Where an appendix repeats the livelihood list of the report: it is part of it, with targets of its own. */
export const LIVELIHOOD_LIST =
  /^[^。；]{0,24}(?:民生实事|为民实事|[十\d]+[件类][^。；]{0,6}(?:实事|民生项目)|民生工程|为民办实事)[^。；]{0,12}$/
/** A note to a numbered mark in the text: [2]四张清单：…, [^1]: …. */
export const FOOTNOTE = /^\[\^?\d{1,3}\]/
/** The title of a shortened text. */
export const SHORTENED = /摘要|摘登|摘编|节选|有删减/
/** The report in the third person: 市长闫继红作政府工作报告时说. */
export const THIRD_PERSON = /作(?:了)?《?政府工作报告》?时?(?:说|指出|强调|提出)|报告(?:指出|强调|提出|回顾|总结)/
