/**
 * Row rules of the matrix in Directus's filter language. Each is closed for users whose branch or kader is empty:
 * a bare `_eq` with an empty user would match the rows that have no value either (design 6, "Scope").
 */

export type Rule = Readonly<Record<string, unknown>>;

/** `path` is written with dots: `kader.branch`. */
function equals(path: string, value: string): Rule {
  const nest = (test: Rule) =>
    path
      .split('.')
      .reverse()
      .reduce<Rule>((inner, field) => ({ [field]: inner }), test);
  return { _and: [nest({ _nnull: true }), nest({ _eq: value })] };
}

/** Records of the caller's own branch. */
export const ofOwnBranch = (path = 'branch'): Rule => equals(path, '$CURRENT_USER.branch');

/** Records of the kader that the caller is. */
export const ofOwnKader = (path = 'kader'): Rule => equals(path, '$CURRENT_USER.kader');

/** Records that the caller made. */
export const madeByCaller = (path = 'user_created'): Rule => equals(path, '$CURRENT_USER');

/** National records, which name no branch, and those of the caller's own branch. */
export const nationalOrOwnBranch = (path = 'branch'): Rule =>
  either(
    path
      .split('.')
      .reverse()
      .reduce<Rule>((inner, field) => ({ [field]: inner }), { _null: true }),
    ofOwnBranch(path),
  );

export function both(...rules: Rule[]): Rule {
  return { _and: rules };
}

export function either(...rules: Rule[]): Rule {
  return { _or: rules };
}

export function isOneOf(field: string, ...values: string[]): Rule {
  return { [field]: { _in: values } };
}
