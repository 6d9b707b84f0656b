/**
 * Words of Directus's own app that its Indonesian lacks and so shows in English, where the people of the programme meet
 * them every day. Keys are the app's; what Directus does say in Indonesian stays as it is.
 */
export const appWords: Readonly<Record<string, string>> = {
  set_to_now: 'Sekarang',
  shares: 'Tautan berbagi',
  start_end_of_count_items: '{start}–{end} dari {count} rekaman',
  start_end_of_count_filtered_items: '{start}–{end} dari {count} rekaman tersaring',
  trigger_flow_success: '“{flow}” selesai',
};
