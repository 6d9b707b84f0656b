import { type ComputedRef, computed, inject, type Ref, ref } from 'vue';

/** The values of the record being edited, as Directus's form provides them to the interfaces in it. */
export function useFormValues<Fields>(): ComputedRef<Partial<Fields>> {
  const values = inject<Ref<Partial<Fields>>>('values', ref({}) as Ref<Partial<Fields>>);
  return computed(() => values.value ?? {});
}

/** The id in a many-to-one value: the id itself or the record that holds it; null when there is none yet. */
export function relatedId(value: unknown): number | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
  const number = typeof id === 'string' && /^\d+$/.test(id) ? Number(id) : id;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : null;
}
