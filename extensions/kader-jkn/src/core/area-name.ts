/** Names of areas, made alike however a list writes them. */

const prefixes = /^(?:KELURAHAN|KEL|DESA|DS|KECAMATAN|KEC)\b[ .:]*(?=\S)/;

/**
 * `KEL. Bulu  Sari`, `desa bulusari` and `Bulusari` are all `BULUSARI`: in capitals, without marks on letters, without
 * what kind of area it is, and without the blanks and signs between the words.
 */
export function plainAreaName(name: string): string {
  const capitals = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/^[\s.'-]+/, '');
  const bare = capitals.replace(prefixes, '').replace(/[^A-Z0-9]/g, '');
  return bare === '' ? capitals.replace(/[^A-Z0-9]/g, '') : bare;
}
