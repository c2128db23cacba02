/**
 * What prices of the gross product of the nation changed by in a year, in percent: nominal growth over real growth, from
 * the yearbooks of the National Bureau of Statistics. In some years it is near the upper end of the default band or
 * above it (2007, 2008, 2010, 2011), and places cannot be asked why they follow the nation.
 */
export const NATIONAL_PRICES: Readonly<Record<number, number>> = {
  1998: -0.9,
  1999: -1.3,
  2000: 2.1,
  2001: 2,
  2002: 0.6,
  2003: 2.6,
  2004: 6.9,
  2005: 3.9,
  2006: 3.9,
  2007: 7.8,
  2008: 7.8,
  2009: -0.2,
  2010: 6.9,
  2011: 8.1,
  2012: 2.3,
  2013: 2.2,
  2014: 1,
  2015: 0,
  2016: 1.4,
  2017: 4.2,
  2018: 3.5,
  2019: 1.3,
  2020: 0.5,
  2021: 4.5,
  2022: 1.8,
  2023: -0.5,
  2024: -0.7,
}
