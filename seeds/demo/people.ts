/** Names of people who do not exist, and telephone numbers that no person has: 0800 ones. */
import type { Random } from './random.ts';

// biome-ignore format: names read best as lines
const women = [
  'Sri', 'Siti', 'Endang', 'Yanti', 'Dewi', 'Ratna', 'Wahyuni', 'Lestari', 'Kartini', 'Suharti', 'Nur', 'Fitri', 'Indah', 'Rina', 'Murni',
  'Tuti', 'Wati', 'Puji', 'Aisyah', 'Kusuma', 'Maryam', 'Ning', 'Rahayu', 'Umi', 'Yuliana', 'Zubaidah',
];
// biome-ignore format: names read best as lines
const men = [
  'Agus', 'Budi', 'Joko', 'Slamet', 'Heru', 'Wahyu', 'Bambang', 'Eko', 'Dwi', 'Sugeng', 'Rudi', 'Hendra', 'Ahmad', 'Yusuf', 'Teguh',
  'Mulyono', 'Sutrisno', 'Iwan', 'Dedi', 'Arif', 'Fajar', 'Gunawan', 'Imam', 'Rahmat', 'Tono', 'Yanto',
];
// biome-ignore format: names read best as lines
const families = [
  'Prasetyo', 'Susilo', 'Nugroho', 'Santoso', 'Wibowo', 'Hidayat', 'Saputra', 'Astuti', 'Puspita', 'Aminah', 'Handayani', 'Setiawan',
  'Kurniawan', 'Rahmawati', 'Utami', 'Maulana', 'Firmansyah', 'Anggraini', 'Suryani', 'Permana', 'Hartono', 'Wulandari', 'Syahputra',
  'Ramadhan', 'Purnomo', 'Sari', 'Yulianto', 'Budiman', 'Safitri', 'Iskandar', 'Pratiwi', 'Nasution', 'Siregar', 'Harahap', 'Lubis',
];
const streets = [
  'Mawar',
  'Melati',
  'Kenanga',
  'Cempaka',
  'Anggrek',
  'Dahlia',
  'Flamboyan',
  'Teratai',
  'Kamboja',
  'Seroja',
];

export interface Person {
  name: string;
  gender: 'female' | 'male';
}

export function person(random: Random): Person {
  const gender = random.chance(0.5) ? 'female' : 'male';
  return { name: `${random.pick(gender === 'female' ? women : men)} ${random.pick(families)}`, gender };
}

export function address(random: Random): string {
  return `Jl. ${random.pick(streets)} No. ${random.between(1, 120)} RT ${random.between(1, 9)}/RW ${random.between(1, 9)}`;
}

export function phoneNumber(programme: number, serial: number): string {
  return `0800${String(programme).padStart(2, '0')}${String(serial).padStart(6, '0')}`;
}
