import { awardRules } from '../../../../../seeds/reference/award-rules.ts';
import { complaintCategories } from '../../../../../seeds/reference/complaint-categories.ts';
import { dues } from '../../../../../seeds/reference/dues.ts';
import { messageTemplates } from '../../../../../seeds/reference/message-templates/index.ts';
import { policies } from '../../../../../seeds/reference/policies.ts';
import { schemes } from '../../../../../seeds/reference/schemes.ts';
import { trainingTopics } from '../../../../../seeds/reference/training-topics.ts';
import type { Wanted } from './plan.ts';

/** National records to start with: dues by date, a policy, a scheme as a draft, kinds of complaints, training topics, award rules and the words of messages. */
export function wantReferenceRecords(): Wanted[] {
  return [
    ...dues.map(
      (rate): Wanted => ({
        key: `dues_rate:${rate.class}/${rate.effective_from}`,
        kind: 'dues_rate',
        id: null,
        definition: { ...rate },
      }),
    ),
    ...policies.map(
      (policy): Wanted => ({
        key: `program_policy:national/${policy.effective_from}`,
        kind: 'program_policy',
        id: null,
        definition: { ...policy },
      }),
    ),
    ...schemes.map(
      (scheme): Wanted => ({
        key: `commission_scheme:national/${scheme.effective_from}`,
        kind: 'commission_scheme',
        id: null,
        definition: { ...scheme },
      }),
    ),
    ...complaintCategories.map(
      (category): Wanted => ({
        key: `complaint_category:${category.code}`,
        kind: 'complaint_category',
        id: null,
        definition: { ...category },
      }),
    ),
    ...trainingTopics.map(
      (topic): Wanted => ({
        key: `training_topic:${topic.code}`,
        kind: 'training_topic',
        id: null,
        definition: { ...topic },
      }),
    ),
    ...awardRules.map(
      (rule): Wanted => ({
        key: `award_rule:national/${rule.name}`,
        kind: 'award_rule',
        id: null,
        definition: { ...rule },
      }),
    ),
    ...messageTemplates.map(
      (template): Wanted => ({
        key: `message_template:national/${template.key}/${template.channel}/${template.language}`,
        kind: 'message_template',
        id: null,
        definition: { ...template },
      }),
    ),
  ];
}
