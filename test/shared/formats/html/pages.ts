/** Paragraphs of a report's kind for pages that tests build. Written for the tests. */
export const PARAGRAPHS = [
  '各位代表：现在，我代表区人民政府向大会报告工作，请予审议，并请各位政协委员提出意见。',
  '一、2023年工作回顾',
  '过去一年，全区上下团结奋斗，经济运行总体平稳、稳中有进。全年地区生产总值完成320亿元，增长6.1%；一般公共预算收入完成18.5亿元，增长5.2%。',
  '新开工重点项目56个，完成固定资产投资130亿元；城镇新增就业7800人，居民人均可支配收入增长6.5%。',
  '二、2024年工作安排',
  '今年的主要预期目标是：地区生产总值增长6.5%左右，规模以上工业增加值增长7%，社会消费品零售总额增长8%。',
] as const

const lines = PARAGRAPHS.map((line) => `&nbsp;&nbsp;&nbsp;&nbsp;${line}`).join('<br />\r\n<br />\r\n')
const paragraphs = PARAGRAPHS.map((line) => `<p>　　${line}</p>`).join('\n')

/** A thread of Discuz! X: the one who began it goes on with the report in a second post, others answer. */
export const DISCUZ_X = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"><html><head>
<title>2024年涧西区政府工作报告 - 洛阳论坛 - Powered by Discuz!</title></head><body>
<div id="toptb"><a href="#">设为首页</a><a href="#">收藏本站</a></div>
<div id="pt" class="bm cl"><div class="z"><a href="#">论坛</a> › <a href="#">时政</a> › 2024年涧西区政府工作报告</div></div>
<div id="postlist"><table><tr><td class="pls ptn pbn"><div class="hm ptn">查看: 1234|回复: 3</div></td>
<td class="plc ptm pbn vwthd"><h1 class="ts"><span id="thread_subject">2024年涧西区政府工作报告</span></h1></td></tr></table>
<div id="post_1"><table id="pid1" class="plhin"><tr><td class="pls" rowspan="2"><div class="pi"><div class="authi"><a class="xw1">老洛阳</a></div></div>
<dl class="pil cl"><dt>主题</dt><dd>56</dd><dt>积分</dt><dd>789</dd></dl></td><td class="plc"><div class="pi"><strong><a href="#"><em>1</em><sup>#</sup></a></strong>
<div class="pti"><div class="authi">发表于 2024-2-1 10:00 | <a href="#">只看该作者</a></div></div></div>
<div class="pct"><table><tr><td class="t_f" id="postmessage_1"><i class="pstatus"> 本帖最后由 老洛阳 于 2024-2-1 10:20 编辑 </i><br />
${lines}<font class="jammer">% r# w! 增长99%</font></td></tr></table></div></td></tr>
<tr><td class="plc plm"><div class="sign">人生若只如初见，何事秋风悲画扇。等闲变却故人心，却道故人心易变。</div></td></tr></table></div>
<div id="post_2"><table id="pid2" class="plhin"><tr><td class="pls"><div class="pi"><div class="authi"><a class="xw1">老洛阳</a></div></div></td><td class="plc">
<div class="pct"><table><tr><td class="t_f" id="postmessage_2">三、加强政府自身建设。我们要依法行政、从严治政，坚持把纪律和规矩挺在前面，持之以恒改进作风，确保完成全年各项任务，努力建设人民满意的服务型政府，为全区高质量发展提供坚强保障，以优异成绩迎接新中国成立75周年！各位代表，让我们团结一心、接续奋斗！</td></tr></table></div></td></tr></table></div>
<div id="post_3"><table id="pid3" class="plhin"><tr><td class="pls"><div class="pi"><div class="authi"><a class="xw1">过客</a></div></div></td><td class="plc">
<div class="pct"><table><tr><td class="t_f" id="postmessage_3">楼主辛苦了，我来说两句：去年的报告里说要修的路，到现在也没有修好；说好的学校，也还没有开工。希望今年的目标都能够落实，不要总是停留在纸面上，老百姓都看着呢，大家说是不是这个道理？另外建议把历年的报告都整理到一个帖子里，方便对照，谢谢。</td></tr></table></div></td></tr></table></div></div>
<div id="ft">Powered by Discuz! X3.4</div></body></html>`

/** A page of phpwind. */
export const PHPWIND = `<html><head><title>2024年涧西区政府工作报告|政务 - 某社区</title></head><body>
<div class="readName"><a>站长</a></div><div class="tpc_content" id="read_tpc"><div class="f14" id="read_tpc">${lines}</div></div>
<div class="sigline">每天进步一点点，积少成多，聚沙成塔。</div>
<div class="readName"><a>网友</a></div><div class="tpc_content"><div class="f14">看完了，写得好，支持一下，顶。</div></div></body></html>`

/** A government's page of the early 2000s: tables in tables, no name on anything. */
export const TABLES = `<html><head><title>政府工作报告</title></head><body><table width=760 border=0><tr><td><table><tr><td>首页</td><td><a href=#>政务</a></td><td><a href=#>招商</a></td></tr></table></td></tr>
<tr><td><table><tr><td width=160><table><tr><td><a href=#>区情概况</a></td></tr><tr><td><a href=#>领导之窗</a></td></tr><tr><td><a href=#>通知公告：关于春节放假的通知</a></td></tr></table></td>
<td><table><tr><td align=center><font size=5><b>2024年涧西区政府工作报告</b></font></td></tr><tr><td>发布时间：2024-02-01 浏览次数：332</td></tr>
<tr><td><font size=3>${lines}</font></td></tr><tr><td align=right><a href=#>【打印】</a><a href=#>【关闭】</a></td></tr></table></td></tr></table></td></tr>
<tr><td>版权所有：涧西区人民政府办公室</td></tr></table></body></html>`

/** A page of a publishing system that we do not know. */
export const UNKNOWN_SYSTEM = `<html><head><title>2024年涧西区政府工作报告-新闻中心-涧西新闻网</title></head><body>
<div class="head"><ul><li><a href=#>首页</a></li><li><a href=#>新闻</a></li></ul></div><div class="wrap"><div class="left-col">
<div class="crumb"><a href=#>首页</a> &gt; 正文</div><h2 class="art-title">2024年涧西区政府工作报告</h2>
<div class="art-sub">——2024年2月1日在涧西区第十五届人民代表大会第四次会议上</div><div class="art-meta">2024-02-01 10:00 来源：涧西新闻</div>
<div class="x7">${paragraphs}<p style="text-align:right">（责任编辑：王五）</p><div class="share-box">分享到：微信 微博</div>
<ul class="related-list"><li><a href=#>区十五届人大四次会议开幕，到会代表180人</a></li><li><a href=#>政协委员热议报告，纷纷点赞</a></li></ul></div></div>
<div class="right-col"><h3>热点新闻</h3><ul><li><a href=#>全市经济工作会议召开，部署明年工作</a></li></ul></div></div>
<div class="foot"><p>涧西新闻网版权所有，未经授权，不得转载。</p></div></body></html>`

/** 筛选过的网页 of Word. */
export const WORD = `<html><head><meta name=Generator content="Microsoft Word 15 (filtered)"><title>政府工作报告</title>
<style><!-- /* Style Definitions */ p.MsoNormal {margin:0cm} --></style></head><body lang=ZH-CN style='text-justify-trim:punctuation'><div class=WordSection1 style='layout-grid:15.6pt'>
<h1 align=center><span style='font-family:宋体'>政府工作报告</span></h1>
<p class=MsoNormal style='mso-outline-level:2'><b><span
style='font-family:黑体'>一、工作
回顾</span></b></p>
<p class=MsoNormal style='text-indent:24.0pt'><span style='font-family:宋体'>地区生产总值完成</span><span lang=EN-US>320</span><span
style='font-family:宋体'>亿元，
增长</span><span lang=EN-US>6.1%</span><span style='font-family:宋体'>。</span><a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span lang=EN-US>[1]</span></a></p>
<p class=MsoListParagraph><span lang=EN-US>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><span>狠抓项目</span></p>
<table class=MsoNormalTable border=1><tr><td><p class=MsoNormal>指标</p></td><td><p class=MsoNormal>目标</p></td></tr><tr><td><p class=MsoNormal>地区生<br>产总值</p></td><td><p class=MsoNormal><span lang=EN-US>6.5%</span></p></td></tr></table>
<p class=MsoNormal><span lang=EN-US>&nbsp;</span></p><p class=MsoNormal style='display:none;mso-hide:all'>隐藏的文字</p>
<div><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> 按可比价格计算。</p></div></div></body></html>`

/** An article of WeChat, whose text a script shows. */
export const WECHAT = `<html><head><meta property="og:title" content="2024年涧西区政府工作报告"><meta property="og:url" content="http://mp.weixin.qq.com/s/abc"></head><body>
<h1 class="rich_media_title">2024年涧西区政府工作报告</h1><div id="meta_content"><span>涧西发布</span></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;">${PARAGRAPHS.map((line) => `<section><span>${line}</span></section>`).join('')}</div></body></html>`
