/**
 * What people call autonomous places and banners besides their full and short names: forms that no rule gives. As local
 * governments title their own reports; a form that two places share (左旗) is left out.
 */
const CALLED = `
科尔沁左翼中旗 科左中旗
科尔沁左翼后旗 科左后旗
科尔沁右翼前旗 科右前旗
科尔沁右翼中旗 科右中旗
达尔罕茂明安联合旗 达茂旗
土默特左旗 土左旗
土默特右旗 土右旗
乌拉特前旗 乌前旗
乌拉特中旗 乌中旗
乌拉特后旗 乌后旗
察哈尔右翼前旗 察右前旗
察哈尔右翼中旗 察右中旗
察哈尔右翼后旗 察右后旗
苏尼特左旗 苏左旗 东苏旗
苏尼特右旗 苏右旗 西苏旗
东乌珠穆沁旗 东乌旗
西乌珠穆沁旗 西乌旗
鄂托克前旗 鄂前旗
新巴尔虎左旗 新左旗
新巴尔虎右旗 新右旗
陈巴尔虎旗 陈旗
莫力达瓦达斡尔族自治旗 莫旗 莫力达瓦旗
鄂温克族自治旗 鄂温克旗
鄂伦春自治旗 鄂伦春旗
阿鲁科尔沁旗 阿旗
克什克腾旗 克旗
翁牛特旗 翁旗
喀喇沁旗 喀旗
扎赉特旗 扎旗
阿拉善左旗 阿左旗
阿拉善右旗 阿右旗
额济纳旗 额旗
太仆寺旗 太旗
锡林郭勒盟 锡盟
阿拉善盟 阿盟
前郭尔罗斯蒙古族自治县 前郭县
杜尔伯特蒙古族自治县 杜蒙县
喀喇沁左翼蒙古族自治县 喀左县
阜新蒙古族自治县 阜蒙县
和布克赛尔蒙古自治县 和丰县
塔什库尔干塔吉克自治县 塔县
察布查尔锡伯自治县 察县
阿克塞哈萨克族自治县 阿克塞县
黔东南苗族侗族自治州 黔东南州
黔南布依族苗族自治州 黔南州
黔西南布依族苗族自治州 黔西南州
西双版纳傣族自治州 西双版纳州 版纳州
克孜勒苏柯尔克孜自治州 克孜勒苏州
巴音郭楞蒙古自治州 巴音郭楞州
博尔塔拉蒙古自治州 博尔塔拉州
伊犁哈萨克自治州 伊犁州
`

const forms: ReadonlyMap<string, readonly string[]> = new Map(
  CALLED.trim()
    .split('\n')
    .map((line) => {
      const [name = '', ...called] = line.split(' ')
      return [name, called]
    }),
)

/** Forms that name a division beyond doubt though they are no part of its name: 科左中旗; none for most. */
export const alsoCalled = (name: string): readonly string[] => forms.get(name) ?? []
