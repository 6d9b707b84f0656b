/** What whoever queues a notice gives: title, text, lines (texts) and link. What is none of these is left out. */
export function noticeGroups(data: Record<string, unknown> | null): Record<string, unknown> {
  const text = (name: string) => (typeof data?.[name] === 'string' ? data[name] : null);
  const lines = Array.isArray(data?.['lines']) ? data['lines'] : [];
  return {
    notice: {
      title: text('title'),
      text: text('text'),
      lines: lines.flatMap((line: unknown) => (typeof line === 'string' ? [{ text: line }] : [])),
      link: text('link'),
    },
  };
}
