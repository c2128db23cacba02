import type { Place } from '#shared/model/place'
import { parentOf } from '#shared/places/gazetteer'
import { levelWord } from '#shared/places/names'
import { bodyOf } from './county'
import type { Dice } from './dice'

/** What a newspaper makes of a report: who said what, in the third person, beside other news. */
export function digestOf(body: string, place: Place, year: number, dice: Dice): string {
  const word = levelWord(place.name)
  const above = place.level === 'county' ? (parentOf(place)?.name ?? '') : ''
  const day = `${dice.from(1, 2)}月${dice.from(3, 27)}日`
  const lines = body.split('\n').filter((line) => /[。；]/.test(line) && line.length > 40)
  const half = Math.floor(lines.length / 2)
  const past = lines.slice(0, 3)
  const next = lines.slice(half, half + 3)
  const speaker = `${word}长${dice.one(['闫继红', '马志强', '赵明'])}`
  return [
    `${place.name}第十四届人民代表大会第三次会议开幕`,
    `本报讯（记者 李红 通讯员 王军）${day}，${above}${place.name}第十四届人民代表大会第三次会议隆重开幕。${speaker}代表${word}人民政府向大会作政府工作报告。`,
    `报告回顾了${year - 1}年工作。${speaker}在报告中指出，过去的一年，${past.join('')}`,
    `报告提出，${year}年${word}政府工作的总体要求是：坚持稳中求进。${year}年经济社会发展的主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长5%，固定资产投资增长8%。`,
    `报告强调，今年要重点抓好以下工作：${next.join('')}`,
    '为实现上述目标，要办好十件民生实事。',
    dice.hits(0.5) ? '责任编辑：王军' : '（李红）',
  ].join('\n')
}

/** Papers of the same congress and of the same offices that are no work report of a government. */
export function notReports(original: { text: string; city: Place; year: number }, dice: Dice): string[] {
  const { text, city, year } = original
  const body = bodyOf(text).slice(0, dice.from(1500, 6000))
  const congress = `${city.name}第十五届人民代表大会第三次会议`
  const day = `${year}年1月${dice.from(3, 27)}日`
  return [
    `关于${city.name}${year - 1}年国民经济和社会发展计划执行情况与${year}年国民经济和社会发展计划草案的报告\n——${day}在${congress}上\n${city.name}发展和改革委员会主任 王明\n各位代表：\n受市人民政府委托，现将${city.name}${year - 1}年国民经济和社会发展计划执行情况与${year}年计划草案提请大会审议。\n${body}`,
    `关于${city.name}${year - 1}年财政预算执行情况和${year}年财政预算草案的报告\n——${day}在${congress}上\n${city.name}财政局局长 李红\n各位代表：\n受市人民政府委托，现将${year - 1}年预算执行情况和${year}年预算草案报告提请大会审查。\n${body}`,
    `${city.name}人民代表大会常务委员会工作报告\n——${day}在${congress}上\n市人大常委会主任 张军\n各位代表：\n我受市人大常委会委托，向大会报告工作，请予审议。\n${body}`,
    `${city.name}中级人民法院工作报告\n——${day}在${congress}上\n院长 赵明\n各位代表：\n现在，我代表${city.name}中级人民法院向大会报告工作，请予审议。\n${body}`,
    `中国人民政治协商会议${city.name}委员会常务委员会工作报告\n——${day}在政协${city.name}第十二届委员会第三次会议上\n各位委员：\n我代表政协${city.name}委员会常务委员会，向大会报告工作。\n${body}`,
    `${city.name}人民政府关于印发${year}年重点工作分工方案的通知\n各县（市、区）人民政府，市人民政府各部门：\n为落实《政府工作报告》提出的目标任务，现将重点工作分工方案印发给你们，请认真贯彻执行。\n${body}`,
    `一图读懂${year}年${city.name}政府工作报告\n来源：${city.short}日报\n${day}，政府工作报告明确了今年的目标。网友热议：数字里有温度。`,
    `${city.name}收听收看全国两会开幕会\n本报讯 3月5日，第十四届全国人民代表大会开幕，李强总理作政府工作报告。市委书记在${city.name}分会场收看。大家表示，报告鼓舞人心、催人奋进。`,
    `${city.name}${year - 1}年国民经济和社会发展统计公报\n${city.name}统计局\n${body}`,
    `在全市经济工作会议上的讲话\n（${day}）\n同志们：\n今天会议的主要任务是总结${year - 1}年经济工作，部署${year}年经济工作。\n${body}`,
  ]
}
