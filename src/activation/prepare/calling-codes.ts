interface NumberingPlan {
  readonly code: string;
  /** What is dialled before a national number and is not part of it; empty where there is none. */
  readonly trunk: string;
}

const trunkZero: Readonly<Record<string, string>> = {
  AE: '971',
  AL: '355',
  AR: '54',
  AT: '43',
  AU: '61',
  BA: '387',
  BD: '880',
  BE: '32',
  BG: '359',
  BR: '55',
  CH: '41',
  CN: '86',
  CO: '57',
  DE: '49',
  EG: '20',
  FI: '358',
  FR: '33',
  GB: '44',
  GE: '995',
  HR: '385',
  ID: '62',
  IE: '353',
  IL: '972',
  IN: '91',
  JP: '81',
  KE: '254',
  KR: '82',
  MA: '212',
  MK: '389',
  MY: '60',
  NG: '234',
  NL: '31',
  NZ: '64',
  PE: '51',
  PH: '63',
  PK: '92',
  RO: '40',
  RS: '381',
  SA: '966',
  SE: '46',
  SI: '386',
  SK: '421',
  TH: '66',
  TR: '90',
  TW: '886',
  UA: '380',
  VN: '84',
  ZA: '27',
};

const noTrunk: Readonly<Record<string, string>> = {
  CL: '56',
  CY: '357',
  CZ: '420',
  DK: '45',
  EE: '372',
  ES: '34',
  GR: '30',
  HK: '852',
  IS: '354',
  IT: '39',
  LU: '352',
  LV: '371',
  MT: '356',
  MX: '52',
  NO: '47',
  PL: '48',
  PT: '351',
  QA: '974',
  SG: '65',
  SM: '378',
  VA: '39',
};

const trunkOne: Readonly<Record<string, string>> = { US: '1', CA: '1', PR: '1', DO: '1', JM: '1' };

const otherTrunks: Readonly<Record<string, NumberingPlan>> = {
  HU: { code: '36', trunk: '06' },
  LT: { code: '370', trunk: '0' },
  RU: { code: '7', trunk: '8' },
  KZ: { code: '7', trunk: '8' },
};

const withTrunk = (codes: Readonly<Record<string, string>>, trunk: string): [string, NumberingPlan][] =>
  Object.entries(codes).map(([country, code]) => [country, { code, trunk }]);

const plans: ReadonlyMap<string, NumberingPlan> = new Map([
  ...withTrunk(trunkZero, '0'),
  ...withTrunk(noTrunk, ''),
  ...withTrunk(trunkOne, '1'),
  ...Object.entries(otherTrunks),
]);

/** Countries by ISO code whose national numbers can be completed, in alphabetical order. */
export const knownCountries: readonly string[] = [...plans.keys()].sort();

/** How numbers of a country are dialled at home (ITU-T E.164 and national numbering plans); `undefined` where unknown. */
export function numberingPlan(country: string): NumberingPlan | undefined {
  return plans.get(country);
}
