import type { TrainingTopic } from '../../extensions/kader-jkn/src/contract/life-records.ts';
import type { Tracked } from '../../extensions/kader-jkn/src/contract/records.ts';

export type TrainingTopicDefinition = Omit<TrainingTopic, keyof Tracked>;

const topics: readonly (readonly [code: string, name: string, description: string])[] = [
  ['jkn_concept', 'Konsep JKN', 'Gotong royong, siapa peserta, dan siapa yang membayar iurannya.'],
  ['tasks', 'Tugas kader', 'Fungsi kader, wilayahnya, kontrak, dan imbal jasa.'],
  ['field_work', 'Praktik lapangan', 'Mengunjungi keluarga, menjaga kerahasiaan tunggakan, dan keselamatan kader.'],
  ['membership', 'Kepesertaan', 'Pendaftaran, perubahan data, dan segmen peserta.'],
  ['benefits', 'Manfaat', 'Pelayanan yang dijamin, rujukan, dan keluhan atas pelayanan.'],
  ['dues', 'Iuran', 'Besar iuran tiap kelas, cara membayar, tunggakan, dan cicilan (REHAB).'],
];

/** What a kader is taught before the field (domain.md, Samarinda 2017 and the functions of a kader). */
export const trainingTopics: TrainingTopicDefinition[] = topics.map(([code, name, description], index) => ({
  code,
  name,
  description,
  sort: index + 1,
  required: true,
}));
