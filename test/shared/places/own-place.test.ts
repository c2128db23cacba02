import { describe, expect, it } from 'vitest'
import { placeByCode } from '#shared/places/gazetteer'
import { ownPlace } from '#shared/places/own-place'

describe('ownPlace', () => {
  it('gives the level and the names of the parts, full and short', () => {
    const city = ownPlace(placeByCode('410300'))
    expect(city?.level).toBe('city')
    expect(city?.parts).toEqual(expect.arrayContaining(['西工区', '西工', '栾川县', '栾川']))
  })

  it('leaves short names out that are ordinary words', () => {
    const parts = ownPlace(placeByCode('410300'))?.parts ?? []
    expect(parts).toContain('老城区')
    expect(parts).not.toContain('老城')
  })

  it('is nothing for a place that is not known', () => {
    expect(ownPlace(null)).toBeNull()
  })
})
