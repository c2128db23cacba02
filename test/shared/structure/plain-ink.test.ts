import { describe, expect, test } from 'vitest'
import { plainInk } from '#shared/structure/plain-ink'

describe('plainInk', () => {
  test.each([
    ['２０２２年政府工作报告', '2022年政府工作报告'],
    ['政府\u200b工作\u00ad报告', '政府工作报告'],
    ['各 位 代 表', '各位代表'],
    ['市长 杨雄', '市长 杨雄'],
    ['政府工作报告（２０２２，１）', '政府工作报告（2022，1）'],
  ])('reads %j as %j', (ink, plain) => expect(plainInk(ink)).toBe(plain))
})
