/**
 * Numbers of people who do not exist, of the structure of real ones: an area, a day, and a serial from 9000 on, which no
 * kecamatan reaches in a day.
 */
import { type DateText, daysAfter } from '../../extensions/kader-jkn/src/core/period.ts';

const firstSerial = 9000;
const serialsADay = 1000;
const addedForWomen = 40;

const issued = { from: '2013-01-01' as DateText, days: 3_650, stride: 7 };
const born = { from: '1958-01-01' as DateText, days: 15_000, stride: 13 };

/** The KK number so many of a kecamatan (`33.72.01`); 3.6 million differ. */
export function demoKk(district: string, index: number): string {
  const { day, month, year, serial } = spread(index, issued);
  return `${digitsOf(district)}${two(day)}${two(month)}${year}${serial}`;
}

/** The NIK so many of a kecamatan; women's days of birth have 40 added. */
export function demoNik(district: string, index: number, gender: 'female' | 'male'): string {
  const { day, month, year, serial } = spread(index, born);
  return `${digitsOf(district)}${two(gender === 'female' ? day + addedForWomen : day)}${two(month)}${year}${serial}`;
}

/** A virtual account of BPJS Kesehatan: 88888, then four digits of the programme and seven of the family. */
export function demoVa(programme: number, index: number): string {
  return `88888${String(programme).padStart(4, '0')}${String(index).padStart(7, '0')}`;
}

/** Every index has a day and serial of its own; neighbours lie some days apart. */
function spread(index: number, { from, days, stride }: typeof issued) {
  const place = index % serialsADay;
  const date = daysAfter(from, (Math.floor(index / serialsADay) + place * stride) % days);
  const [year = '', month = '', day = ''] = date.split('-');
  return { year: year.slice(2), month: Number(month), day: Number(day), serial: String(firstSerial + place) };
}

function digitsOf(district: string): string {
  return district.replaceAll('.', '').slice(0, 6);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
