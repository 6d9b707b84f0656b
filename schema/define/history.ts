import { section } from './forms.ts';
import { o2m } from './links.ts';
import { type FieldNode, saved } from './node.ts';

/** How the record came to its present state: the rows of `state_change` that speak of it, near the end of its form. */
export function history(): FieldNode {
  return section('past', ['Riwayat status', 'History'], { icon: 'manage_history', closed: true, shownWhen: saved }, [
    o2m('history', ['Perubahan status', 'Changes of state'], {
      columns: ['changed_at', 'from_status', 'to_status', 'changed_by', 'reason'],
      sort: 'changed_at',
      limit: 25,
    }),
  ]);
}
