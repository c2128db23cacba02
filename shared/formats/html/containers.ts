/**
 * Elements that publishing systems put the text of a page into, by class or id. A page is searched for them before its
 * text is weighed: they are right where the weights are not (a short report under a long list of links).
 */
const ARTICLE: readonly RegExp[] = [
  // TRS, the system of most government sites, and the common look of the State Council's
  /^(?:TRS_Editor|TRS_UEDITOR|trs_editor_view|TRS_PreAppend|UCAP-CONTENT|ucapcontent)$/i,
  /^(?:zoom|zoomcon|zoom_content|fontzoom|ozoom|founder-content)$/i,
  // other systems: 博达, webplus, 大汉, 开普, WeChat, NetEase, Sina
  /^(?:vsb_content(?:_\d+)?|v_news_content|wp_articlecontent|bt_content|gkml_content|xxgk_content|xxgk-content)$/i,
  /^(?:js_content|rich_media_content|endText|artibody|article_content|article-content|articleContent|article_con)$/i,
  /^(?:pages_content|page_content|news_content|newscontent|news_con|con_text|content_text|text_content|conTxt)$/i,
  /^(?:main-text|mainText|detail_content|detail-content|info_content|arc_content|nr_content|cont_text)$/i,
]
/** Posts of a thread: Discuz!, phpwind, Tianya, Tieba, phpBB, vBulletin. */
const POST =
  /^(?:postmessage_\d+|t_f|t_msgfont|t_msgfontfix|tpc_content|read_tpc|read_\d+|bbs-content|d_post_content|post_message_\d+|postbody|post_body)$/i
const AUTHOR =
  /^(?:author|authi|postauthor|readName|username|user_name|p_author_name|d_name|bigusername|postprofile|pls)$/i

export const isArticle = (names: readonly string[]): boolean =>
  names.some((name) => ARTICLE.some((pattern) => pattern.test(name)))
export const isPost = (names: readonly string[]): boolean => names.some((name) => POST.test(name))
export const isAuthor = (names: readonly string[]): boolean => names.some((name) => AUTHOR.test(name))
