import { describe, expect, test } from 'vitest'
import { isNumberSplit } from '#shared/text/number-split'

describe('isNumberSplit', () => {
  test.each([
    ['投资61.', '9亿元'],
    ['投资61', '.9亿元'],
    ['投资6', '1.9亿元'],
    ['投资61.9', '亿元'],
    ['投资160亿', '元，增长'],
    ['提高1.2 个', '百分点'],
    ['提高1.2个百分', '点'],
    ['建成30公', '里'],
    ['新建3—', '5家'],
    ['新建3', '—5家'],
    ['占百分之', '八'],
    ['2022', '年，全市'],
  ])('%j goes on with %j', (above, below) => expect(isNumberSplit(above, below)).toBe(true))

  test.each([
    ['附件1', '2016年民生实事'],
    ['重点工作1.', '打好攻坚战'],
    ['完成8个', '家庭农场建成'],
    ['全面加强', '3项工作'],
    ['第一', '章'],
    ['增长8%', '同比提高'],
  ])('%j does not go on with %j', (above, below) => expect(isNumberSplit(above, below)).toBe(false))
})
