import { expect, it } from 'vitest'
import { standingMatters } from '../../../../renderer/storage/matters/standing'
import { relativeTarget, venture } from './made'

const TEXT = '全年城乡居民人均可支配收入增速均高于经济增速，唐寺门立交开工。'
const target = (indicator: string) => relativeTarget(TEXT, '均高于经济增速', { indicator })

it.each([
  ['an indicator of its sentence', target('城乡居民人均可支配收入'), true],
  ['one that the engine has named in full', target('农村居民人均可支配收入'), true],
  ['one of another text', target('农村电商零售额'), false],
  ['a venture at its words', venture(TEXT, '唐寺门立交'), true],
  ['a venture whose words stand a little before', venture(TEXT, '门立交开工', { name: '唐寺门立交' }), false],
])('knows %s', (_, matter, stands) => {
  expect(standingMatters({ text: TEXT }, [matter])).toEqual(stands ? [matter] : [])
})
