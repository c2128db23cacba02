import { expect, test } from 'vitest'
import { cutLead, cutTail, readLeft, readRight, trimNoun } from '#shared/statements/phrases'

test.each([
  ['地区生产总值同比增长', '地区生产总值', '同比增长'],
  ['税收', '税收', ''],
  ['学校附近', '学校附近', ''],
  ['人口自然增长率', '人口自然增长率', ''],
  ['收入比上年增长', '收入', '比上年增长'],
])('cutTail %s', (phrase, rest, link) => expect(cutTail(phrase)).toEqual([rest, link]))

test.each([
  ['全年完成税收', '税收', '全年完成'],
  ['2022年全市税收', '税收', '2022年全市'],
  ['建成区面积', '建成区面积', ''],
  ['和谐社区', '和谐社区', ''],
])('cutLead %s', (phrase, rest, lead) => expect(cutLead(phrase)).toEqual([rest, lead]))

test.each([
  ['全年地区生产总值达到', '地区生产总值', '达到', '全年', ''],
  ['建成', '', '', '建成', ''],
  ['培育科技领军人才等', '', '', '培育科技领军人才等', '科技领军人才'],
  ['', '', '', '', ''],
])('readLeft %s', (gap, noun, link, lead, examples) => {
  expect(readLeft(gap)).toMatchObject({ noun, examples })
  expect(readLeft(gap).link + readLeft(gap).lead).toBe(link + lead)
})

test.each([
  ['公共停车场，', false, '公共停车场'],
  ['的重点项目', false, '重点项目'],
  ['项目完成投资', false, '项目'],
  ['以上', false, ''],
  ['，增长', false, ''],
  ['公园、广场', true, '公园'],
  ['学校等', false, '学校'],
])('readRight %s', (after, followed, noun) => expect(readRight(after, followed)).toBe(noun))

test.each([
  ['、税收——', '税收'],
  ['“四水”工程', '“四水”工程'],
  ['四水”工程', '工程'],
  ['工程“', '工程'],
])('trimNoun %s', (noun, trimmed) => expect(trimNoun(noun)).toBe(trimmed))
