import { formatMoment, formatMonth } from '../../studio/format.ts';
import type { Pictures } from '../lay-out-picture.ts';
import { renderLetter } from '../render-letter.ts';
import { renderTemplate } from '../render-template.ts';
import { drawBars } from './draw-bars.ts';
import { drawBullets } from './draw-bullets.ts';
import { drawStreaks } from './draw-streaks.ts';
import { drawTrend } from './draw-trend.ts';
import type { MonevReportDocument } from './monev-report.ts';
import { count, kaderName, mostRows, percent, placeName, reportContext, reportNumber } from './report-context.ts';
import { reportTemplate } from './template.ts';
import { outcomeNames } from './texts.ts';

const locale = 'id-ID';

function picturesOf(document: MonevReportDocument): Pictures {
  const { figures } = document;
  const { reach, contacts, streaks, streak_months } = figures;
  const share = (part: number) => (reach.listed === 0 ? '' : `${percent(part / reach.listed)} dari daftar`);
  return {
    trend: drawTrend(figures.trend),
    places: drawBullets(
      figures.places.slice(0, mostRows).map(({ area, ...place }) => ({ ...place, name: placeName(document, area) })),
    ),
    reach: drawBars([
      { name: 'Dalam daftar', count: reach.listed },
      { name: 'Dihubungi', count: reach.contacted, remark: share(reach.contacted) },
      { name: 'Dikunjungi', count: reach.visited, remark: share(reach.visited) },
      { name: 'Berjanji membayar', count: reach.promised, remark: share(reach.promised) },
      { name: 'Membayar', count: reach.paid, remark: share(reach.paid) },
    ]),
    channels: drawBars([
      { name: 'Kunjungan', count: contacts.visit },
      { name: 'WhatsApp', count: contacts.whatsapp },
      { name: 'Telepon', count: contacts.phone },
      { name: 'Edukasi kelompok', count: contacts.education },
    ]),
    outcomes: drawBars(
      contacts.outcomes.map(({ outcome, contacts: of }) => ({ name: outcomeNames[outcome] ?? outcome, count: of })),
    ),
    streaks: drawStreaks(
      streak_months,
      streaks.slice(0, mostRows).map(({ kader, states, streak, warned, reviewed }) => ({
        name: kaderName(document, kader),
        states,
        said: [`${count(streak)} bulan`, warned && 'peringatan diberikan', reviewed && 'peninjauan dibuka']
          .filter(Boolean)
          .join(', '),
      })),
    ),
  };
}

/** "Laporan Monev" as PDF on A4. The same figures made at the same moment give the same bytes. */
export async function renderMonevReport(document: MonevReportDocument): Promise<Buffer> {
  const { figures, branch, made, version } = document;
  const timeZone = branch.timezone;
  const markup = renderTemplate(reportTemplate, reportContext(document), { locale, timeZone });
  return renderLetter(markup, {
    locale,
    title: `Laporan Monev ${branch.name} ${formatMonth(figures.month, locale)}`,
    author: branch.name,
    madeAt: new Date(made.at),
    footer: [reportNumber(document), `Dibuat ${formatMoment(made.at, timeZone, locale)}`, `Kader JKN ${version}`].join(
      ' · ',
    ),
    pictures: picturesOf(document),
  });
}
