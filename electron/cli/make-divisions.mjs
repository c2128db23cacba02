/**
 * Writes `shared/places/divisions.data.json`, the gazetteer's table: one `[code, name]` for every division of China
 * from province to county level, in the order of the codes. Run it after `npm install` of a newer table:
 *
 *   npm run divisions
 *
 * The table comes from the development dependency `@vant/area-data` (MIT). What is no division by GB/T 2260 is left out:
 * development zones (last two digits 71 to 80, or 90 and more under an ordinary city), towns of the cities without
 * districts, and the divisions that an old table keeps after they ended (ENDED). The app reads only the written file.
 */
import { writeFileSync } from 'node:fs'
import { areaList } from '@vant/area-data'

const TARGET = new URL('../../shared/places/divisions.data.json', import.meta.url)

/** Cities without districts: what stands under them in the table are towns and streets. */
const WITHOUT_DISTRICTS = ['4419', '4420', '4604', '6202']

/** Divisions that the table keeps although they ended (`shared/places/changes.ts` says how). */
const ENDED = new Set(['320611', '350402', '350403', '370634'])

/** New areas that the table lists among the districts, though no division was made. */
const NO_DIVISION = new Set(['320112', '321150'])

/** Names in the second row that only group what stands directly under a province. */
const GROUPING = /直辖|^市辖区$|^县$|^其他|^海外/

const isProvince = ([code]) => /^[1-8]\d0000$/.test(code)
const isCity = ([code, name]) => code.endsWith('00') && !GROUPING.test(name) && !/^(11|12|31|50|7\d|8\d)/.test(code)

function isCounty([code, name]) {
  if (GROUPING.test(name) || ENDED.has(code) || NO_DIVISION.has(code) || /^[78]/.test(code)) return false
  if (WITHOUT_DISTRICTS.includes(code.slice(0, 4))) return false
  const number = Number(code.slice(4))
  return code.slice(2, 4) === '90' ? number > 0 : number > 0 && (number <= 70 || (number >= 81 && number <= 89))
}

const rows = [
  ...Object.entries(areaList.province_list).filter(isProvince),
  ...Object.entries(areaList.city_list).filter(isCity),
  ...Object.entries(areaList.county_list).filter(isCounty),
].sort(([a], [b]) => a.localeCompare(b))

writeFileSync(TARGET, `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`)
process.stderr.write(`${rows.length} divisions written to ${TARGET.pathname}\n`)
