import { type ComputedRef, computed } from 'vue';
import type { StudioLocale } from './format.ts';
import { monevChoice } from './monev-choice.ts';
import { asked, type MonevAsked, type MonevChoice, type MonevPanelOptions } from './monev-request.ts';
import { useAppRouter } from './use-app-router.ts';
import { useLocale } from './use-locale.ts';
import { type Monev, useMonev } from './use-monev.ts';
import { type RecordList, useRecordList } from './use-record-list.ts';

/** What Directus hands to every panel, besides its options. */
export interface MonevPanelProps extends MonevPanelOptions {
  dashboard?: string;
  showHeader?: boolean;
}

export interface MonevPanel<Answer, View> extends Monev<Answer> {
  view: ComputedRef<View | null>;
  asked: ComputedRef<MonevAsked>;
  choice: MonevChoice;
  locale: ComputedRef<StudioLocale>;
  /** opens the records behind a figure as a list of the app */
  openList: (list: RecordList) => void;
}

/** A panel of the monev dashboard: asks as its options and its viewer say, and makes of the answer what is drawn. */
export function useMonevPanel<Options extends MonevPanelProps, Answer, View>(
  options: Options,
  path: (options: Options, choice: MonevChoice) => string,
  toView: (answer: Answer, locale: StudioLocale) => View,
): MonevPanel<Answer, View> {
  const dashboard = options.dashboard ?? '';
  const choice = monevChoice(dashboard);
  const locale = useLocale();
  const router = useAppRouter();
  const toPath = useRecordList();
  const monev = useMonev<Answer>(() => path(options, choice), dashboard);
  return {
    ...monev,
    view: computed(() => (monev.answer.value === null ? null : toView(monev.answer.value as Answer, locale.value))),
    asked: computed(() => asked(options, choice)),
    choice,
    locale,
    openList: (list) => void router.push(toPath(list)),
  };
}
