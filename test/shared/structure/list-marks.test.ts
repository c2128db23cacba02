import { describe, expect, it } from 'vitest'
import { listMarkOf } from '#shared/structure/list-marks'

describe('listMarkOf', () => {
  it.each([
    ['第二部分 回顾', 'part', 2],
    ['重点九 树牢底线', 'point', 9],
    ['十二、加强建设', 'numeral', 12],
    ['二十、加强建设', 'numeral', 20],
    ['、2017年任务', 'numeral', null],
    ['（三）扩大', 'bracket', 3],
    ['（一 ） 突出', 'bracket', 1],
    ['四）扩大', 'bracket', 4],
    ['㈩坚定', 'bracket', 10],
    ['12.扩大', 'digit', 12],
    ['１２．扩大', 'digit', 12],
    ['⒊扩大', 'digit', 3],
    ['（２）扩大', 'digitBracket', 2],
    ['⑵扩大', 'digitBracket', 2],
    ['2）扩大', 'halfBracket', 2],
    ['②扩大', 'circle', 2],
    ['第三，扩大', 'ordinal', 3],
    ['三是扩大', 'counted', 3],
    ['首先要扩大', 'counted', 1],
    ['三要扩大', 'must', 3],
  ])('of %s is %s %s', (words, family, value) => {
    expect(listMarkOf(words)).toMatchObject({ family, value })
  })

  it.each([
    '扩大开放',
    '1.2万户',
    '十分重要',
    '第三产业',
    '一二三产业',
    '2023年',
    '三、5%的增长',
    '',
    '第一时间',
    '一是',
  ])('in %j there is none', (words) => {
    expect(listMarkOf(words)).toBeNull()
  })

  it('covers the blanks behind it', () => {
    expect(listMarkOf('一、  扩大')?.length).toBe(4)
  })
})
