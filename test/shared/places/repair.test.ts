import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Place } from '#shared/model/place'
import { directoryOf } from '#shared/places/directory'
import { childrenOf, placeByCode } from '#shared/places/gazetteer'
import { repairName as repairAmong } from '#shared/places/repair'

const repairName = (name: string, parents: readonly Place[]) => repairAmong(name, parents, directoryOf([]))

const city = (code: string): Place => {
  const place = placeByCode(code)
  if (place === null) throw new Error(code)
  return place
}

it.each([
  ['漯河区', '410300', '瀍河回族区'],
  ['涧酉区', '410300', '涧西区'],
  ['栾川具', '410300', '栾川县'],
  ['温汀县', '410300', null],
  ['裕毕区', '411300', null],
  ['管域区', '410100', '管城回族区'],
])('reads %s under %s as %s', (written, parent, name) => {
  expect(repairName(written, [city(parent)])?.place.name ?? null).toBe(name)
})

it('repairs nothing when two names come equally near', () => {
  // 东城区, 西城区 and others of the capital differ from 北城区 in one character each.
  expect(repairName('北城区', [city('110000')])).toBeNull()
})

it('looks under the likelier parent first', () => {
  expect(repairName('漯河区', [city('411100'), city('410300')])?.place.code).toBe('410304')
})

it('never reads a name as one of another length, and never invents one', () => {
  const children = childrenOf('410300')
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 6 }), (noise) => {
      const repair = repairName(noise, [city('410300')])
      if (repair === null) return
      expect(repair.form).toHaveLength(noise.length)
      expect(children).toContain(repair.place)
    }),
  )
})
