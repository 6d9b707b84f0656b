import { type ComputedRef, computed, type Ref, ref, watch } from 'vue';
import {
  type AskedChannel,
  type AudienceFilter,
  type AudienceKey,
  type AudienceRequest,
  type MessageAudience,
  messageAudiences,
} from '../../../contract/message-audiences.ts';
import type { MessageTemplate } from '../../../contract/message-records.ts';
import type { Id } from '../../../contract/records.ts';
import { type Answer, useAnswer } from '../../../studio/use-answer.ts';

export type TemplateListed = Pick<MessageTemplate, 'key' | 'name' | 'about' | 'channel' | 'language' | 'branch'>;

export interface Choice {
  audience: Ref<AudienceKey>;
  /** what is known of the chosen audience */
  chosen: ComputedRef<MessageAudience>;
  templates: Answer<TemplateListed[]>;
  /** active ones that fit the audience, one a key, the branch's own words first */
  fitting: ComputedRef<TemplateListed[]>;
  template: Ref<string | null>;
  channel: Ref<AskedChannel>;
  /** those in which the template is worded */
  channels: ComputedRef<readonly AskedChannel[]>;
  filter: Ref<AudienceFilter>;
  notice: Ref<{ title: string; text: string }>;
  isNotice: ComputedRef<boolean>;
  /** what to ask the server; null: something is missing yet */
  request: ComputedRef<AudienceRequest | null>;
}

export const audienceKeys = (Object.keys(messageAudiences) as AudienceKey[]).filter(
  (key) => messageAudiences[key].byPerson,
);

/** What staff choose before they send: whom, in which words, by what way, and which part of them. */
export function useAudience(branch: () => Id | null): Choice {
  const audience = ref<AudienceKey>('families_in_arrears');
  const chosen = computed<MessageAudience>(() => messageAudiences[audience.value]);
  const templates = useAnswer<TemplateListed[]>(
    () =>
      '/items/message_template?filter[status][_eq]=active&fields=key,name,about,channel,language,branch&sort=name&limit=-1',
  );
  const usable = computed(() =>
    (templates.data.value ?? []).filter(
      (one) =>
        chosen.value.about.includes(one.about) && (one.branch === null || branch() === null || one.branch === branch()),
    ),
  );
  const fitting = computed(() => {
    const best = new Map<string, TemplateListed>();
    for (const one of usable.value) {
      const known = best.get(one.key);
      if (known === undefined || rank(one) > rank(known)) best.set(one.key, one);
    }
    return [...best.values()];
  });
  const template = ref<string | null>(null);
  const channel = ref<AskedChannel>('best');
  const channels = computed(() => {
    const worded = new Set(usable.value.filter(({ key }) => key === template.value).map((one) => one.channel));
    return chosen.value.channels.filter((one) => one === 'best' || worded.has(one === 'sms' ? 'whatsapp' : one));
  });
  const filter = ref<AudienceFilter>({});
  const notice = ref({ title: '', text: '' });
  const isNotice = computed(() => fitting.value.find(({ key }) => key === template.value)?.about === 'notice');

  watch(
    [chosen, fitting],
    () => {
      const keys = fitting.value.map(({ key }) => key);
      if (template.value === null || !keys.includes(template.value)) {
        template.value = keys.includes(chosen.value.template) ? chosen.value.template : (keys[0] ?? null);
      }
    },
    { immediate: true },
  );
  watch(audience, () => {
    filter.value = {};
    template.value = fitting.value.some(({ key }) => key === chosen.value.template) ? chosen.value.template : null;
  });
  watch(channels, (known) => {
    if (!known.includes(channel.value)) channel.value = known[0] ?? 'best';
  });

  const request = computed<AudienceRequest | null>(() => {
    if (template.value === null) return null;
    if (chosen.value.needs.some((field) => filter.value[field] == null)) return null;
    const { title, text } = notice.value;
    if (isNotice.value && (title.trim() === '' || text.trim() === '')) return null;
    return {
      audience: audience.value,
      template: template.value,
      channel: channel.value,
      branch: branch(),
      filter: filter.value,
      ...(isNotice.value && { notice: { title: title.trim(), text: text.trim() } }),
    };
  });

  return { audience, chosen, templates, fitting, template, channel, channels, filter, notice, isNotice, request };
}

/** The branch's own words go before the national ones, Indonesian ones before others. */
function rank({ branch, language }: TemplateListed): number {
  return (branch === null ? 0 : 2) + (language === 'id-ID' ? 1 : 0);
}
