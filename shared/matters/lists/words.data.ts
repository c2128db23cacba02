/** Words that a list of promises is called by. The report is searched for them, so they are few and long enough. */
export const NAMES: readonly string[] = [
  '实事',
  '民生工程',
  '民生项目',
  '民心工程',
  '惠民工程',
  '民生事项',
  '惠民项目',
  '惠民行动',
  '民心项目',
  '利民项目',
  '民生大事',
  '为民办',
]

/** Names that lists of other things have too: they count where they are of people's lives and tell their number. */
export const WEAK: readonly string[] = ['项工作', '件好事', '件大事', '项目：', '项目\n', '工程：']
export const LIVELIHOOD = /改善|生活|民生|群众|居民|农民|百姓|市民|惠民|为民/u

/** Lists of what is to be built, which are told by their number alone: 十大产业项目：; a slogan in quotes is none. */
export const PROJECTS =
  /(?<![“\d.第])(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:大|个|项)(?:重点|重大)?[^，。；：“”、\d]{0,8}(?:项目|重点工程|建设工程)$/u

/** What a name means something else with: 实事求是, 民生工程学院. */
export const NO_NAME = /^(?:实事求是|民生工程(?:学院|质量|建设局))/u

/** 以下, 一批 in front of a list's name: what follows is the list. */
export const POINTS = /(?:以下|如下|下列|下面|一批|这些)[^，。；]{0,12}$/u
/** The same behind its name. */
export const POINTED = /^[^，。；]{0,12}(?:如下|清单|分别是|包括|主要[是有为]|[是为])[：，]?\n*$/u

/** A sentence that ends a list: it speaks of all of its items, or turns to the audience. */
export const CLOSING =
  /^(?:#|\*|要)?(?:(?:各位代表|同志们)|(?:我们|市?政府|全市)?(?:要|将|还将|一定)?(?:奋力|努力|坚持|确保|真正|切实|全力|用心|以)*(?:把|将)?(?:以上|上述|这些|这[\d一二三四五六七八九十]+|每一?[件项]|件件)|以上|上述|这些|同时[，、]|此外|在(?:办好|做好|抓好|完成)(?:以上|上述|这些)|民之所|民生(?:连着|无小事|是最大|实事(?:无小事|[^，。]{0,8}(?:票决|审议)))|谋民生|利民之事|天下之事|一枝一叶|群众(?:的事|利益)无小事|我们(?:要|将|坚信|相信|一定|深知|必须)|让(?:人民|群众|百姓|老百姓|全市)[^。]{0,30}(?:获得感|幸福)|(?:切实)?把(?:好事|实事|民生)|(?:具体|详细)(?:内容|项目)?见|附件(?:\d|[一二三四五：])|只要|实现(?:上述|今年|以上)|做好今年)/u

/** A heading or sentence whose list tells what was done. */
export const KEPT = /完成|办结|落实|兑现|办理情况|进展|已|全面|实现了|见效/u

/** A heading that is no chapter's: 西安市2026年为民实事. */
export const DATED =
  /20\d\d年.*实事|实事.*(?:清单|目录)|^(?:[市县区州])?(?:重点)?(?:民生|惠民|为民(?:办)?)实事(?:项目)?$/u
