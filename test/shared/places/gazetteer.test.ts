import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Place } from '#shared/model/place'
import { LINEAGE } from '#shared/places/changes'
import { childrenOf, lineageOf, placeByCode, placesNamed, searchPlaces } from '#shared/places/gazetteer'

const file = new URL('../../../shared/places/divisions.data.json', import.meta.url)
const table = JSON.parse(readFileSync(file, 'utf8')) as [code: string, name: string][]

describe('the table of divisions', () => {
  it('has every level from the nation to the county, each place with its parent', () => {
    expect(table.length).toBeGreaterThan(3200)
    expect(childrenOf('000000')).toHaveLength(34)
    for (const [code] of table) {
      const place = Place.parse(placeByCode(code))
      expect(placeByCode(place.parent ?? ''), place.name).not.toBeNull()
    }
  })

  it('holds no development zones and no groupings', () => {
    const names = table.map(([, name]) => name)
    expect(names.filter((name) => /开发区|高新|产业园|管理区|直辖|市辖区/.test(name))).toEqual([])
  })

  it('stays small enough for the import worker', () => {
    expect(JSON.stringify(table).length).toBeLessThan(150_000)
  })

  it.each([
    ['410304', '瀍河回族区', '瀍河', 'county', '410300'],
    ['410300', '洛阳市', '洛阳', 'city', '410000'],
    ['150000', '内蒙古自治区', '内蒙古', 'province', '000000'],
    ['653000', '克孜勒苏柯尔克孜自治州', '克州', 'city', '650000'],
    ['429004', '仙桃市', '仙桃', 'county', '420000'],
    ['110101', '东城区', '东城区', 'county', '110000'],
    ['410782', '辉县市', '辉县', 'county', '410700'],
    ['620200', '嘉峪关市', '嘉峪关', 'city', '620000'],
    ['653229', '和安县', '和安', 'county', '653200'],
  ])('%s is %s', (code, name, short, level, parent) => {
    expect(placeByCode(code)).toMatchObject({ name, short, level, parent })
  })
})

describe('lineage', () => {
  it('leads from known divisions to known divisions', () => {
    for (const change of LINEAGE) {
      for (const { code, name } of [...change.from, ...change.to]) {
        expect(placesNamed(name).length, `${code} ${name}`).toBeGreaterThan(0)
      }
    }
  })

  it('keeps the table true: what a change made is there, unless a later change ended it', () => {
    const now = new Map(table)
    for (const change of LINEAGE) {
      for (const { code, name } of change.to) {
        const ended = LINEAGE.some(
          (later) => later !== change && later.from.some((it) => it.code === code && it.name === name),
        )
        if (!ended) expect(now.get(code), `${change.date} ${name}`).toBe(name)
      }
    }
  })

  it('keeps a renamed place one place under both names', () => {
    expect(placesNamed('襄樊市').map(({ name }) => name)).toEqual(['襄阳市'])
    expect(placesNamed('思茅市').map(({ name }) => name)).toEqual(['普洱市'])
    expect(placesNamed('思茅地区').map(({ name }) => name)).toEqual(['普洱市'])
    expect(placesNamed('清苑县').map(({ code }) => code)).toEqual(['130608'])
    expect(lineageOf('130608')).toEqual([
      {
        date: '2015',
        kind: 'renamed',
        from: [{ code: '130622', name: '清苑县' }],
        to: [{ code: '130608', name: '清苑区' }],
      },
    ])
  })

  it('keeps a place that took others in one place, under its new name and code', () => {
    expect(placesNamed('孟津县').map(({ code }) => code)).toEqual(['410308'])
    expect(placesNamed('崇川区').map(({ code }) => code)).toEqual(['320613'])
    expect(lineageOf('410308')[0]).toMatchObject({ kind: 'merged', date: '2021-03' })
    expect(lineageOf('410306')).toEqual(lineageOf('410308'))
  })

  it('keeps a division that ended as a place of its own, with the history that ended it', () => {
    expect(placesNamed('吉利区').map(({ code }) => code)).toEqual(['410306'])
    expect(placesNamed('卢湾区').map(({ code }) => code)).toEqual(['310103'])
    expect(placeByCode('371200')).toMatchObject({ name: '莱芜市', level: 'city', parent: '370000' })
    expect(placesNamed('巢湖市').map(({ code }) => code)).toEqual(expect.arrayContaining(['340181', '341400']))
  })

  it('tells a division that ended from the one that took its code', () => {
    expect(placesNamed('万盛区').map(({ code, parent }) => [code, parent])).toEqual([['500110-2011', '500000']])
    expect(placeByCode('500110')?.name).toBe('綦江区')
  })
})

describe('searchPlaces', () => {
  it('puts exact names first and higher levels before lower ones', () => {
    expect(searchPlaces('吉林', 2).map(({ name }) => name)).toEqual(['吉林省', '吉林市'])
    expect(searchPlaces('410304', 1)[0]?.name).toBe('瀍河回族区')
  })

  it('finds former names', () => {
    expect(searchPlaces('襄樊', 1)[0]?.name).toBe('襄阳市')
    expect(searchPlaces('偃师市', 1)[0]?.name).toBe('偃师区')
  })

  it('gives nothing for nothing, and no more than the limit', () => {
    expect(searchPlaces('  ', 5)).toEqual([])
    expect(searchPlaces('不存在的地方', 5)).toEqual([])
    expect(searchPlaces('城', 7)).toHaveLength(7)
  })
})
