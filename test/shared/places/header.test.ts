import { describe, expect, it } from 'vitest'
import { readHeader } from '#shared/places/header'

const read = (text: string, titles: string[] = []) => readHeader(text, 0, text.length, titles)

const OPENING = '各位代表：\n现在，我代表市人民政府向大会报告工作。\n2010年1月2日，市长 李四。'

describe('the lines above the opening words', () => {
  it.each([
    [
      '（2018年3月26日在大厂回族自治县第十七届人民代表大会第三次会议上）\n县  长　　杨 连 华',
      { speaker: '县长 杨连华', session: '大厂回族自治县第十七届人民代表大会第三次会议', date: '2018-03-26' },
    ],
    [
      '——2024年1月15日在石河子市第六届人民代表大会第三次会议上\n师市党委副书记、市长 李四',
      { speaker: '师市党委副书记、市长 李四', session: '石河子市第六届人民代表大会第三次会议', date: '2024-01-15' },
    ],
    [
      '——2023年1月7日在哈密市第二届人民代表大会第三次会议上\n哈密市市长 杨雄',
      { speaker: '哈密市市长 杨雄', session: '哈密市第二届人民代表大会第三次会议', date: '2023-01-07' },
    ],
    [
      '2012年1月10日在合肥市\n第十四届人民代表大会第五次会议上\n代市长 夏 耕',
      { speaker: '代市长 夏耕', session: '合肥市第十四届人民代表大会第五次会议', date: '2012-01-10' },
    ],
    [
      '——2016年1月12日在大连市第十五届人民代表大会第四次会议上市长 肖盛峰',
      { speaker: '市长 肖盛峰', session: '大连市第十五届人民代表大会第四次会议', date: '2016-01-12' },
    ],
    [
      '**政府工作报告**\n**二〇二一年一月二十三日在北京市第十五届人民代表大会**\n**第四次会议上**\n**兰州市人民政府 代市长 栾克军**',
      { speaker: '兰州市人民政府代市长 栾克军', session: '北京市第十五届人民代表大会第四次会议', date: '2021-01-23' },
    ],
    [
      '在烟台市十四届人大四次会议上\n市长 牙合甫·排都拉',
      { speaker: '市长 牙合甫·排都拉', session: '烟台市十四届人大四次会议', date: null },
    ],
    [
      '——2023年1月7日在哈密市第二届人民代表大会第三次会议上\n吾拉木江·热依木',
      { speaker: '吾拉木江·热依木', session: '哈密市第二届人民代表大会第三次会议', date: '2023-01-07' },
    ],
    [
      '国务院总理 温家宝\n（2007年3月5日在第十届全国人民代表大会第五次会议上）',
      {
        speaker: '国务院总理 温家宝',
        session: '第十届全国人民代表大会第五次会议',
        date: '2007-03-05',
      },
    ],
    ['发布时间：2020年3月5日\n政府工作报告\n市人民政府代市长', { speaker: null, session: null, date: null }],
  ])('%s', (head, header) => {
    expect(read(`政府工作报告\n${head}\n${OPENING}`)).toEqual(header)
  })

  it('are helped out by the title', () => {
    expect(read(OPENING, ['白城市政府工作报告 （2015年12月29日 李明伟）'])).toEqual({
      speaker: '李明伟',
      session: null,
      date: '2015-12-29',
    })
  })

  it('are the first sentences of a digest', () => {
    const digest =
      '本报讯 1月5日，洛阳市瀍河回族区第十四届人民代表大会第三次会议开幕。\n区长马志强代表区人民政府向大会作政府工作报告。'
    expect(read(digest)).toMatchObject({
      speaker: '区长 马志强',
      session: '洛阳市瀍河回族区第十四届人民代表大会第三次会议',
    })
  })

  it('say nothing where there are none', () => {
    expect(read('')).toEqual({ speaker: null, session: null, date: null })
    expect(read('全市经济平稳运行。')).toEqual({ speaker: null, session: null, date: null })
  })
})
