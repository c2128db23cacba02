/**
 * Traditional characters beside the simplified ones, those that reports are written with: enough to read titles,
 * headings, units and indicators. Where one stands for several (乾, 著), it is left out.
 */
const PAIRS = [
  '區区產产總总億亿萬万個个戶户畝亩噸吨業业務务規规資资實实現现達达長长進进開开發发過过鄉乡鎮镇農农財财預预稅税貿贸額额遊游項项標标場场館馆廳厅醫医學学養养環环電电車车數数據据創创設设備备園园興兴轉转變变極极濟济經经會会議议',
  '報报員员給给與与為为爲为這这來来時时間间東东兩两單单壓压減减節节約约優优質质氣气眾众體体勞劳動动關关係系應应險险費费對对後后於于從从當当歲岁屆届戰战嚴严構构調调結结領领導导強强緊紧難难題题點点線线橋桥鐵铁機机網网絡络監监',
  '執执組组織织團团隊队書书記记審审請请歸归舉举辦办寧宁廣广龍龙慶庆無无處处裡里級级種种類类樹树綠绿壞坏態态認认證证權权儘尽盡尽顯显穩稳見见觀观覺觉統统計计劃划籌筹協协聯联雙双圓圆幣币門门縣县灣湾島岛語语說说讀读課课貧贫補补',
  '貼贴購购銷销貨货賣卖買买餘余飲饮飛飞馬马驅驱駐驻騰腾驗验魚鱼鮮鲜鳥鸟麗丽黨党齊齐齡龄歷历曆历曉晓條条楊杨榮荣樓楼樣样橫横檔档檢检欄栏歡欢殘残氫氢漢汉溫温滿满漸渐潔洁潛潜濕湿濱滨災灾烏乌煙烟熱热營营燈灯爐炉爭争狀状獎奖獨独',
  '獲获瑪玛畫画異异療疗癥症皺皱盤盘睏困礎础禮礼祿禄離离積积競竞筆笔範范築筑簡简簽签糧粮紀纪紅红納纳純纯紙纸紛纷細细終终紹绍絕绝絲丝緒绪維维綜综績绩續续縮缩縱纵繼继纖纤罰罚羅罗聖圣聞闻聲声職职肅肃腦脑臨临艦舰藝艺藥药蘇苏虛虚',
  '號号術术衛卫衝冲裝装製制複复訂订討讨訓训託托許许訴诉診诊評评詞词試试詩诗話话該该詳详誠诚誤误誰谁論论諸诸諾诺謀谋謝谢識识譜谱護护譽誉豐丰負负貢贡責责貫贯賃赁賓宾賠赔賢贤賦赋賽赛贊赞贏赢趨趋跡迹踐践躍跃軍军軌轨軟软較较載载',
  '輕轻輛辆輝辉輪轮輸输輻辐遠远適适遲迟遷迁選选還还邊边郵邮鄰邻釋释鋼钢錄录錢钱錯错鍵键鏈链鐘钟鑒鉴閉闭閑闲閱阅闊阔闖闯陣阵陰阴陳陈陸陆陽阳階阶隨随隱隐雖虽雜杂雞鸡靈灵靜静響响頁页頂顶順顺須须頒颁頓顿頭头頻频顆颗願愿風风鬆松',
  '鬥斗鬧闹佈布併并倉仓倆俩們们價价儀仪償偿儲储兒儿內内凍冻凱凯則则剛刚剝剥劇剧劉刘勁劲勝胜勢势勵励勸劝匯汇參参吳吴問问啟启嘗尝噴喷圍围國国圖图堅坚塊块墊垫塵尘壇坛墜坠夠够夢梦奪夺奮奋婦妇孫孙寬宽寫写專专將将尋寻層层屬属岡冈',
  '峽峡幫帮廠厂廢废張张彌弥彎弯徑径復复徵征恆恒惡恶慮虑憲宪懷怀懸悬戲戏擁拥擇择擊击擔担擴扩擺摆攜携攝摄敗败敵敌斷断昇升晉晋暢畅暫暂棄弃棟栋楓枫歐欧殺杀毀毁決决沖冲況况洩泄淚泪淨净淺浅渾浑湯汤溝沟滅灭滬沪澤泽濃浓瀏浏瀋沈煉炼',
  '煥焕燒烧爾尔牆墙犧牺獻献瓊琼盧卢確确碼码禍祸禦御稱称窮穷窩窝簷檐籃篮紮扎綁绑綱纲緣缘編编緩缓縫缝繞绕繪绘羣群習习聽听聰聪膚肤臺台舊旧莊庄華华葉叶蓋盖蓮莲蔣蒋薦荐藍蓝蘭兰蟲虫蠶蚕覽览觸触訪访訊讯註注誌志諧谐講讲賬账趙赵軸轴',
  '輔辅轄辖運运違违遺遗鄭郑醬酱釀酿針针鈴铃銀银鋪铺鋒锋錦锦鍋锅鎖锁鏡镜閃闪陝陕雲云霧雾韓韩顧顾飯饭飾饰駕驾騎骑驕骄髮发鹽盐麥麦',
].join('')

/** Every traditional character with the simplified one that is read for it, as UTF-16 code units. */
export const SIMPLIFIED: ReadonlyMap<number, number> = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, i) => [PAIRS.charCodeAt(2 * i), PAIRS.charCodeAt(2 * i + 1)] as const),
)

const TRADITIONAL = new Uint8Array(0x1_0000)
for (const unit of SIMPLIFIED.keys()) TRADITIONAL[unit] = 1
/** So many characters of a text are looked at, and so many of them make it a traditional one; fewer are names. */
const SAMPLE = 4_000
const FEWEST = 40
/** In a short text, one in so many. */
const SHARE = 20

/** Whether a span of a text is in traditional characters. */
export function isTraditional(text: string, start = 0, end = text.length): boolean {
  const to = Math.min(end, start + SAMPLE)
  let count = 0
  for (let at = start; at < to; at++) count += TRADITIONAL[text.charCodeAt(at)] ?? 0
  return count >= Math.min(FEWEST, Math.max(1, (to - start) / SHARE))
}

const ANY = new RegExp(`[${String.fromCharCode(...SIMPLIFIED.keys())}]`, 'gu')

/** A text in traditional characters as a simplified one reads, character for character; other texts as they are. */
export function simplified(text: string): string {
  if (!isTraditional(text)) return text
  return text.replace(ANY, (char) => String.fromCharCode(SIMPLIFIED.get(char.charCodeAt(0)) ?? char.charCodeAt(0)))
}
