/** Codes of kecamatan and desa by their parents, as the area tree has them. */
export interface AreaDirectory {
  districtsOf(regency: string): string[];
  villagesOf(district: string): string[];
  idOf(code: string): number;
}

export function areaDirectory(rows: readonly { id: number; code: string }[]): AreaDirectory {
  const ids = new Map(rows.map(({ id, code }) => [code, id]));
  const children = new Map<string, string[]>();
  for (const code of [...ids.keys()].sort()) {
    const parent = code.slice(0, code.lastIndexOf('.'));
    children.set(parent, [...(children.get(parent) ?? []), code]);
  }
  const below = (code: string) => {
    const found = children.get(code);
    if (!found) throw new Error(`no area below ${code}`);
    return found;
  };
  return {
    districtsOf: below,
    villagesOf: below,
    idOf(code) {
      const id = ids.get(code);
      if (id === undefined) throw new Error(`no area ${code}`);
      return id;
    },
  };
}
